package import Analysis
import Intake

/// What one participant is reported to hold on one point, in the order of the days on which it was
/// reported; the undated last.
package struct StanceHistory: Equatable, Sendable {
    package struct Entry: Equatable, Sendable {
        package var citation: CitedSentence
        package var label: StanceFinding.Label
        package var draft: String?
        package var condition: String?
        /// By whose account; nil when the article states it on its own.
        package var accordingTo: String?
        /// How it stands to what was reported before.
        package var turn: Turn?

        package init(
            citation: CitedSentence, label: StanceFinding.Label, draft: String? = nil,
            condition: String? = nil, accordingTo: String? = nil
        ) {
            self.citation = citation
            self.label = label
            self.draft = draft
            self.condition = condition
            self.accordingTo = accordingTo
        }
    }

    /// What differs from an earlier report. Texts differ: who is right, and whether anybody changed
    /// their mind, is for the reader.
    package enum Turn: Hashable, Sendable {
        /// An earlier article told of the opposite, or of openness where this one tells of
        /// rejection, or the other way round. Whoever was undecided and wants it now has not turned.
        case change(from: StanceFinding.Label)
        /// The same article tells of the opposite as well, on the same draft.
        case contradiction(of: StanceFinding.Label)
    }

    package var point: String
    package private(set) var entries: [Entry]

    /// Orders the entries by day, article and sentence, and marks each turn.
    package init(point: String, entries: [Entry]) {
        self.point = point
        self.entries = entries.enumerated().sorted {
            (StanceHistory.order($0.element), $0.offset)
                < (StanceHistory.order($1.element), $1.offset)
        }.map(\.element)
        for index in self.entries.indices { self.entries[index].turn = turn(at: index) }
    }

    package var turnCount: Int { entries.count { $0.turn != nil } }

    private func turn(at index: Int) -> Turn? {
        let entry = entries[index]
        let before = entries[..<index]
        let opposite = before.first { other in
            other.citation.articleID == entry.citation.articleID && other.draft == entry.draft
                && other.label.side * entry.label.side < 0
        }
        if let opposite { return .contradiction(of: opposite.label) }
        // The latest report of another article; reports of one day are of one time.
        guard let day = entry.citation.published?.day,
            let last = before.last(where: { other in
                other.citation.articleID != entry.citation.articleID
                    && other.citation.published.map { $0.day < day } == true
                    && (other.label.side != 0 || other.label.isTurn(to: entry.label))
            }), last.label.isTurn(to: entry.label),
            !before.contains(where: { other in
                other.citation.articleID == entry.citation.articleID
                    && other.label.side == entry.label.side
            })
        else { return nil }
        return .change(from: last.label)
    }

    private static func order(_ entry: Entry) -> Order {
        Order(
            day: entry.citation.published?.day.number ?? Int32.max,
            article: entry.citation.articleID, sentence: entry.citation.sentence)
    }

    private struct Order: Comparable {
        var day: Int32
        var article: String
        var sentence: Int

        static func < (left: Order, right: Order) -> Bool {
            (left.day, left.article, left.sentence) < (right.day, right.article, right.sentence)
        }
    }
}

/// An office that an article names, beside what the dossier has.
package struct CitedOffice: Equatable, Sendable {
    package var citation: CitedSentence
    package var finding: OfficeFinding

    package init(citation: CitedSentence, finding: OfficeFinding) {
        self.citation = citation
        self.finding = finding
    }
}

extension StanceFinding.Label {
    /// Whether whoever held this and holds `other` now has turned.
    fileprivate func isTurn(to other: Self) -> Bool {
        side * other.side < 0 || Set([self, other]) == [.open, .rejects]
    }
}
