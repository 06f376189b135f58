import Analysis
import Queries

/// Where a letter leads: to a place of this session, or of an earlier one.
indirect enum MarkedPlace: Equatable, Sendable {
    case here(Place)
    case kept(KeptPlace)
}

extension State {
    func markedPlace(_ letter: Character) -> MarkedPlace? {
        marks[letter].map { .here($0) } ?? keptMarks[letter].map { .kept($0) }
    }

    /// Has a letter lead somewhere else, or nowhere; returns where it led.
    mutating func setMark(_ letter: Character, to marked: MarkedPlace?) -> MarkedPlace? {
        let before = markedPlace(letter)
        (marks[letter], keptMarks[letter]) = (nil, nil)
        switch marked {
        case .here(let place): marks[letter] = place
        case .kept(let place): keptMarks[letter] = place
        case nil: break
        }
        return before
    }

    /// The letters of marked places, each with the place it leads to: "a Articles nato".
    var markNames: [String] {
        let letters = Set(marks.keys).union(keptMarks.keys).sorted()
        return letters.map { letter in
            guard let marked = marks[letter] else {
                return "\(letter) " + (keptMarks[letter].map { words(for: $0.address) } ?? "")
            }
            var there = self
            there.prompt = nil
            there.place = marked
            return "\(letter) " + there.standingWords.name
        }
    }

    /// What a place of an earlier session is called, which has not been gone to yet.
    private func words(for address: Address) -> String {
        func asked(_ name: String, _ query: String = "") -> String {
            query.isEmpty ? name : "\(name) · \(query)"
        }
        func told(_ id: String) -> String {
            let letter = letters.first { $0.articleID.hasPrefix(id) }
            return letter.map { "\(Wording.outlet($0.outlet)) · \(Wording.date($0.published))" }
                ?? "Article"
        }
        switch address {
        case .overview: return "Overview"
        case .articles(let query): return "Articles" + (query.isEmpty ? "" : " \(query)")
        case .article(let id, let sentence):
            return told(id) + (sentence.map { " \(Wording.sentence($0))" } ?? "")
        case .context(let id), .history(let id): return told(id)
        case .actor(let id, let query): return asked(labels.participants[id]?.name ?? id, query)
        case .source(let id, let query): return asked(labels.outlets[id]?.name ?? id, query)
        case .point(let id, let query): return asked(labels.points[id]?.name ?? id, query)
        case .comparison(let ids, _): return "Compare " + ids.map(told).joined(separator: ", ")
        case .clashes(let query): return asked("Clashes", query)
        case .matrix(_, let query): return asked("Matrix", query)
        case .timeline(let query): return asked("Timeline", query)
        case .chains(let query): return asked("Chains", query)
        case .drafts(_, let query): return asked("Drafts", query)
        case .proposals: return "Proposals"
        case .help: return "Help"
        }
    }
}
