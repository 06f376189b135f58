import Archive
import Intake

/// What came of a list of addresses.
struct WebReport: Sendable {
    /// One address, and what was found there.
    struct Item: Equatable, Sendable {
        enum State: String, Equatable, Sendable {
            case taken, unchanged, failed
            /// It has said so before, and was not asked.
            case gone
        }

        var address: String
        /// As the feed calls itself, or the page.
        var title: String?
        var state = State.failed
        var isFeed = false
        /// Articles that it holds.
        var articles = 0
        /// The ids of those that the archive did not have.
        var new: [String] = []
        /// Entries of a feed that have no text of their own.
        var withoutText = 0
        /// Where it says that it is from now on.
        var movedTo: String?
        /// Why it failed, address and all.
        var problem: String?
    }

    /// In the order of the addresses that were given.
    var items: [Item] = []
    /// Of all articles; every failure is named in it.
    var summary = ImportSummary()
    /// Feeds that are new in the list.
    var feeds = 0
    /// Pages that took the place of summaries, or of entries without text.
    var pages = 0
    /// Earlier summaries whose pages are left for another run.
    var summariesLeft = 0

    /// Articles that the archive did not have.
    var newCount: Int { items.reduce(0) { $0 + $1.new.count } }
    /// Addresses that were asked.
    var askedCount: Int { items.count { $0.state != .gone } }

    /// Sentences about what somebody may want to know beside the numbers.
    var notes: [String] {
        var notes = items.compactMap { item in
            item.movedTo.map { place in
                let kept = item.isFeed ? "; the list has that address now" : ""
                return "\(item.address): has moved for good to \(place)\(kept)."
            }
        }
        for item in items where item.withoutText > 0 {
            notes.append(
                "\(item.address): \(item.withoutText) of its entries hold no text;"
                    + " parley fetch --pages fetches their pages.")
        }
        if summariesLeft > 0 {
            let pages = TextPages.counted(summariesLeft, "earlier page")
            notes.append("\(pages) left for later; parley fetch --pages goes on.")
        }
        return notes
    }

    /// In the order of these addresses, however fast each answered.
    func sorted(by addresses: [String]) -> WebReport {
        let places = Dictionary(zip(addresses, addresses.indices)) { first, _ in first }
        var report = self
        report.items.sort { places[$0.address] ?? .max < places[$1.address] ?? .max }
        return report
    }

    mutating func fail(_ name: String, _ message: String) {
        summary.failed.append(ImportSummary.Failure(name: name, message: message))
    }
}

/// How far a fetch has come.
struct WebProgress: Equatable, Sendable {
    var done = 0
    var all = 0
    /// Articles that the archive did not have.
    var new = 0

    /// For somebody who has stopped it.
    var stopped: String {
        let after = all == 0 ? "before anything came" : "after \(done) of \(all) addresses"
        return "Interrupted \(after); \(TextPages.counted(new, "new article")) kept."
    }
}

extension ImportSummary {
    static func += (left: inout ImportSummary, right: ImportSummary) {
        left.added += right.added
        left.unchanged += right.unchanged
        left.updated += right.updated
        left.failed += right.failed
    }
}
