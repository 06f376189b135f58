import Queries
import TestSupport
import Testing

@testable import Screens

/// Starting again one stands where one stood: the screens are equal, cell by cell.
@Suite struct ReturningTests {
    struct Stay: CustomTestStringConvertible, Sendable {
        let name: String
        let keys: String
        let corpus: MemoryArchive
        var testDescription: String { name }

        init(_ name: String, _ keys: String, _ corpus: MemoryArchive = SampleCorpus.archive) {
            (self.name, self.keys, self.corpus) = (name, keys, corpus)
        }
    }

    private static let stays: [Stay] = [
        Stay("list", "4jj"),
        Stay("list by title, copies folded", "4sssoj"),
        Stay("list with the others dimmed", "/holm<Enter>ffj"),
        Stay("a passage", "/the<Enter>nnn"),
        Stay("sources", "1jj"),
        Stay("people, then the list", "2jjj4j"),
        Stay("points", "3jjjj"),
        Stay("text beside the list", "5jjj"),
        Stay("why in the text", "5jjW"),
        Stay("overview", "0j"),
        Stay("clashes", "Xjjj"),
        Stay("reader", "4j<Enter>jjjj"),
        Stay("reader, end", "4<Enter>G"),
        Stay("reader, a pattern", "4<Enter>/the<Enter>nnj"),
        Stay("reader, only what matches", "4<Enter>/the<Enter>ffn"),
        Stay("reader, why", "4<Enter>jW"),
        Stay("reader, beside the text", "4<Enter><Tab>jj"),
        Stay("compare", "4vjc]]j"),
        Stay("compare, unfolded", "4vjcojjjj"),
        Stay("compare, one fold open", "4vjcj<Enter>j"),
        Stay("compare by fact", "4vjcssjj"),
        Stay("person", "2<Enter>jjj"),
        Stay("a filter by source", "1<Enter>j"), Stay("source", "1j<Enter>j"),
        Stay("point", "3j<Enter>jj"),
        Stay("context", "4Oj"),
        Stay("history", "4F"),
        Stay("matrix", "Mjjjll"),
        Stay("matrix, most left out first", "Msjj"),
        Stay("people", "Mtjjjl"),
        Stay("words by name", "Mttssj"),
        Stay("timeline", "Tjj", SampleCorpus.dated),
        Stay("timeline, unfolded, second sentence", "Tojl", SampleCorpus.dated),
        Stay("chains", "Cjj", SampleCorpus.sourced),
        Stay("chains by outlet, unfolded", "Csojjl", SampleCorpus.sourced),
        Stay("drafts", "Djj", SampleCorpus.twoDrafts),
        Stay("drafts, folded", "Doj", SampleCorpus.twoDrafts),
        Stay("proposals", "Pj", SampleCorpus.newcomers),
        Stay("proposals, sentences", "P<Tab>j", SampleCorpus.newcomers),
        Stay("help", "?<Down><Down>"),
        Stay("help, narrowed", "?sort<Down>"),
    ]

    @Test(arguments: stays, [(80, 24), (120, 40), (200, 60)])
    func `a new start shows the same`(stay: Stay, size: (Int, Int)) {
        var driver = Driver(stay.corpus, columns: size.0, rows: size.1)
        driver.press(stay.keys)
        let session = driver.state.session
        #expect(Session(session.text) == session)
        var after = Driver(
            stay.corpus, columns: size.0, rows: size.1, resuming: Session(session.text))
        #expect(after.state.session == session)
        // What was said last is not said again.
        for keys in [":<Esc>", "j:<Esc>", "k:<Esc>"] {
            driver.press(keys)
            after.press(keys)
            let difference = Self.difference(after, driver)
            #expect(difference == nil, "\(stay.name) at \(size), after \(keys)")
        }
    }

    @Test func `help is not come back to where nothing fits what was typed`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("?zzzz")
        #expect(driver.text.contains("No command fits"))
        let after = Driver(SampleCorpus.archive, resuming: Session(driver.state.session.text))
        #expect(after.state.place.screen == .help)
        #expect(after.text.contains("Narrow") && !after.text.contains("zzzz"))
    }

    /// The first line that is another one; the keys may be others, since nothing can be undone.
    private static func difference(_ after: Driver, _ before: Driver) -> String? {
        zip(after.lines, before.lines).dropLast().first { $0 != $1 }.map { "\($0)\n\($1)" }
    }

    @Test(arguments: stays)
    func `what is gone leaves one near it`(stay: Stay) {
        var driver = Driver(stay.corpus)
        driver.press(stay.keys)
        var session = driver.state.session
        for part in Standing.Part.allCases {
            session.list[part]?.id = "gone"
            session.list[part]?.index = 99_999_999
            session.screen?.standing[part]?.id = "gone"
            session.screen?.standing[part]?.index = 99_999_999
        }
        for trait in Standing.Trait.allCases {
            if session.list[trait] != nil { session.list[trait] = "99999999 1" }
            if session.screen?.standing[trait] != nil {
                session.screen?.standing[trait] = "99999999 1"
            }
        }
        var after = Driver(stay.corpus, resuming: Session(session.text))
        #expect(after.state.place.screen == driver.state.place.screen)
        #expect(after.state.notice == nil)
        after.press("jkJ")
    }
}
