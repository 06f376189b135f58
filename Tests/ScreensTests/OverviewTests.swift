import Analysis
import Intake
import Queries
import TestSupport
import Testing

@testable import Screens

@Suite struct OverviewTests {
    @Test func `a cell says what the row's name does not`() {
        var archive = SampleCorpus.archive
        let articles = archive.articles.map(\.article)
        archive.disagreements = [
            Disagreement(
                about: "northland.quota", kind: .position, relation: .contradiction,
                values: [
                    .init(
                        articleID: articles[0].id, sentence: 0,
                        sentenceText: articles[0].sentenceText(0), range: 0..<3,
                        text: "Northland rejects Fishing quota"),
                    .init(
                        articleID: articles[1].id, sentence: 0,
                        sentenceText: articles[1].sentenceText(0), range: 0..<3,
                        text: "Northland accepts Fishing quota"),
                ], explanation: "")
        ]
        let driver = Driver(archive, screen: .overview)
        let row = driver.lines.first { $0.contains("▸") } ?? ""
        #expect(row.contains("Northland: Fishing quota"))
        #expect(row.contains("rejects") && row.contains("accepts") && !row.contains("…"))
    }

    /// Many facts of one relation, in windows that have no room for all.
    @Test(arguments: [(80, 24), (120, 40), (200, 60)], ["0", "0X"])
    func `headings count all facts of their kind, and no fact is cut`(
        size: (columns: Int, rows: Int), keys: String
    ) throws {
        var archive = SampleCorpus.archive
        let value = try #require(archive.disagreements.first?.values.first)
        archive.disagreements = (0..<40).map { number in
            var (left, right) = (value, value)
            left.text = "so many words that a value takes two or three lines, number \(number)"
            right.articleID = archive.articles[1].article.id
            return Disagreement(
                about: "northland.quota\(number)", kind: .figure, relation: .laterVersion,
                values: [left, right], explanation: "")
        }
        var driver = Driver(archive, columns: size.columns, rows: size.rows, screen: .overview)
        driver.press(keys)
        #expect(driver.text.contains(" 40 of another version"), "\(driver.text)")
        let facts = driver.lines.indices.filter { driver.lines[$0].contains("so many words") }
        let more = try #require(
            driver.lines.firstIndex { $0.contains("… ") && $0.contains(" more") })
        #expect(driver.lines[more].contains("… \(40 - facts.count) more"), "\(driver.text)")
        if size.columns > 100 {
            #expect(driver.lines[more - 1].contains("number"), "\(driver.text)")
        }
    }

    /// Colour never carries a meaning alone.
    @Test func `a contradiction carries its mark in the list of facts, another difference none`() {
        var driver = Driver(SampleCorpus.archive, screen: .overview)
        driver.press("X")
        let lines = driver.lines
        #expect(lines.contains { $0.hasPrefix(" ▸≠ Quota tonnes  ") }, "\(driver.text)")
        #expect(lines.contains { $0.hasPrefix("  Talks day  ") })
        driver.press("4")
        #expect(driver.lines.contains { $0.contains("│ ≠ Quota tonnes  ") }, "\(driver.text)")
        #expect(driver.lines.contains { $0.contains("│   Talks day  ") })
        driver.press("0X")
        let plain = driver.frame.canvas.inASCII
        #expect((0..<40).contains { plain.text(row: $0).hasPrefix(" >! Quota tonnes  ") })
    }

    @Test func `who starts on the overview goes on to the panes, and 0 comes back`() {
        var driver = Driver(SampleCorpus.archive, screen: .overview)
        let first = driver.text
        #expect(first.contains("They differ") && first.contains("parley import FOLDER"))
        driver.press("1")
        #expect(driver.text.contains("1 Sources"))
        driver.press("0")
        #expect(driver.lines[2].contains("They differ"))
    }

    @Test func `of a narrowed list 0 shows what its articles differ on, and again what all do`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/draft<Enter>0")
        #expect(driver.lines[1].contains("draft") && driver.lines[1].contains("2 of 4 articles"))
        driver.press("0")
        #expect(!driver.lines[1].contains("draft"))
        #expect(driver.state.place.overview.list == nil)
    }

    @Test func `of a narrowed list X folds and shows all without leaving it`() throws {
        var driver = Driver(SampleCorpus.archive, columns: 140)
        driver.press("/draft<Enter>0")
        let query = driver.lines[1]
        let all = driver.state.place.overview.facts(driver.state).count
        driver.press("X")
        #expect(driver.lines[1] == query)
        #expect(!driver.state.place.overview.showsAll)
        driver.press("X")
        #expect(driver.state.place.overview.facts(driver.state).count == all)
        #expect(driver.lines[1] == query)
    }

    @Test func `of a narrowed list each of its articles has a column, the others none`() throws {
        var driver = Driver(SampleCorpus.archive, columns: 140)
        driver.press("0")
        let whole = driver.lines[2]
        #expect(driver.state.letters.allSatisfy { whole.contains(" \($0.letter) ") })
        driver.press("4/draft<Enter>0")
        let met = try #require(driver.state.place.overview.list?.articleIDs)
        #expect(met.count == 2)
        for letter in driver.state.letters {
            let name = " \(letter.letter) \(Wording.shortOutlet(letter.outlet)) "
            #expect(driver.lines[2].contains(name) == met.contains(letter.articleID))
        }
    }

    @Test func `what to try names what these articles have`() {
        let driver = Driver(SampleCorpus.archive, screen: .overview)
        let facets = driver.state.place.browse.facets
        let examples = facets.exampleFields
        #expect(examples.count == 2 && driver.text.contains(examples.joined(separator: "   ")))
        #expect(facets.actors.contains { "actor:\($0.id)" == examples[0] })
        #expect(facets.points.contains { "point:\($0.id)" == examples[1] })
    }

    @Test func `W says why a fact is one`() {
        var driver = Driver(SampleCorpus.archive, screen: .overview)
        let words = driver.state.clashes.facts.first?.explanation ?? "none"
        driver.press("W")
        #expect(driver.text.contains("◦ \(words)"))
    }

    @Test func `without facts Enter goes on to the articles, and the hints say so`() {
        var archive = SampleCorpus.archive
        archive.disagreements = []
        var driver = Driver(archive, screen: .overview)
        let keys = driver.lines.last ?? ""
        #expect(keys.contains("Enter browse the articles"))
        #expect(!keys.contains("clashes") && !keys.contains("choose"))
        driver.press("<Enter>")
        #expect(driver.text.contains("1 Sources"))
    }

    @Test func `c puts the articles of the fact side by side`() {
        var driver = Driver(SampleCorpus.archive, screen: .overview)
        let values = SampleCorpus.archive.disagreements[0].values.map(\.articleID)
        driver.press("c")
        #expect(driver.state.place.screen == .compare)
        let compared = driver.state.place.compare.articles.map(\.article.id)
        #expect(compared.allSatisfy(values.contains) && compared.count > 1)
    }

    @Test func `before the first answer it says what is being done`() {
        var state = State(
            size: Size(columns: 120, rows: 40), dossier: SampleCorpus.dossier, screen: .overview)
        _ = update(&state, .started)
        _ = update(&state, .timer(.busy))
        let canvas = view(state).canvas
        let text = (0..<40).map { canvas.text(row: $0) }.joined()
        #expect(text.contains("Comparing what the articles say"))
        #expect(!text.contains("from before"))
    }

    @Test func `a click selects the fact of its row, a heading nothing`() throws {
        var driver = Driver(SampleCorpus.archive, columns: 120, rows: 40)
        driver.press("X")
        let lines = driver.lines
        let heading = try #require(lines.firstIndex { $0.contains(" of another time") })
        driver.send(.key(.mouse(.init(kind: .press, column: 4, row: heading))))
        #expect(driver.state.place.overview.cursor.index == 0)
        driver.send(.key(.mouse(.init(kind: .press, column: 4, row: heading + 1))))
        #expect(driver.lines[heading + 1].contains("▸"))
        #expect(driver.state.place.screen == .overview)
    }

    @Test func `a wide screen tells the facts after the selected one too`() {
        var driver = Driver(SampleCorpus.archive, columns: 200, rows: 60)
        driver.press("X")
        let headings = driver.lines.filter {
            $0.contains("── contradiction ─") || $0.contains("── other time ─")
        }
        #expect(headings.count == 2)
        let both = driver.lines.contains { $0.contains("─ contradiction ─┬── ") }
        #expect(both)
    }

    /// An archive with one fact on which two articles say so.
    private func archive(saying values: [String]) -> MemoryArchive {
        var archive = SampleCorpus.archive
        let articles = archive.articles.map(\.article)
        archive.disagreements = [
            Disagreement(
                about: "quota.tonnes", kind: .figure, relation: .contradiction,
                values: zip(articles, values).map { article, words in
                    .init(
                        articleID: article.id, sentence: 0, sentenceText: article.sentenceText(0),
                        range: 0..<3, text: words)
                }, explanation: "")
        ]
        return archive
    }

    @Test func `a cell has every value of its article, and what does not fit is counted`() throws {
        var archive = archive(saying: ["30,000", "40,000"])
        var other = archive.disagreements[0].values[0]
        other.text = "50,000"
        archive.disagreements[0].values.append(other)
        let wide = Driver(archive, columns: 120, rows: 40, screen: .overview)
        let row = try #require(wide.lines.first { $0.contains("▸≠ Quota tonnes") })
        #expect(row.contains("30,000; 50,000") && row.contains("40,000"))
        let small = Driver(archive, columns: 80, rows: 14, screen: .overview)
        #expect(small.text.contains(" … 1 more"), "\(small.text)")
    }

    @Test(arguments: [
        (["a 28", "b 28", "c 20"], 3, ["a", "b", "c"]),
        (["a 28", "b 28", "c 20"], 2, ["a", "c"]),
        (["a 28", "b 27", "b 20", "c 19", "d 20"], 2, ["a", "b"]),
        (["a 28", "b 28", "c 28", "d 27", "e 20"], 3, ["a", "d", "e"]),
    ])
    func `of more articles than fit those are compared that say most of what is said`(
        values: [String], limit: Int, expected: [String]
    ) {
        let fact = Disagreement(
            about: "quota", kind: .figure, relation: .contradiction,
            values: values.map {
                let words = $0.split(separator: " ").map(String.init)
                return .init(
                    articleID: words[0], sentence: 0, sentenceText: "", range: 0..<0,
                    text: words[1])
            }, explanation: "")
        #expect(fact.articles(atMost: limit) == expected)
    }

    @Test func `what takes more room than a column has goes on below, whole`() throws {
        let driver = Driver(
            archive(saying: ["third of the visits paid to the port since spring 2031", "30,000"]),
            columns: 100, rows: 40, screen: .overview)
        let first = try #require(driver.lines.firstIndex { $0.contains("▸≠ Quota tonnes") })
        #expect(driver.lines[first].contains("third of the "))
        #expect(driver.lines[first].contains("30,000"))
        let below = driver.lines[first + 1...first + 3].map {
            $0.split(separator: " ").joined(separator: " ")
        }
        #expect(below == ["visits paid to", "the port since", "spring 2031"])
    }

    @Test func `a few rows more do not make the list end in how many more`() {
        func text(facts: Int) -> String {
            var archive = archive(saying: ["30,000", "40,000"])
            archive.disagreements = (1...facts).map { number in
                var fact = archive.disagreements[0]
                fact.about = "quota.tonnes.\(number)"
                return fact
            }
            return Driver(archive, columns: 120, rows: 40, screen: .overview).text
        }
        #expect(text(facts: 12).contains("12 contradict") && !text(facts: 12).contains(" more"))
        #expect(!text(facts: 20).contains(" more"))
        #expect(text(facts: 22).contains("… 7 more"))
    }

    @Test func `all lines of a fact are selected, and a click on any of them selects it`() throws {
        var archive = archive(saying: ["thirty thousand tonnes of herring", "30,000"])
        archive.disagreements.append(
            Disagreement(
                about: "talks.day", kind: .date, relation: .otherTime,
                values: archive.disagreements[0].values, explanation: ""))
        var driver = Driver(archive, columns: 100, rows: 40, screen: .overview)
        let first = try #require(driver.lines.firstIndex { $0.contains(" Talks day") })
        #expect(driver.lines[first + 1].contains("tonnes of"))
        driver.send(.key(.mouse(.init(kind: .press, column: 4, row: first + 1))))
        #expect(driver.state.place.overview.cursor.index == 1)
        let canvas = view(driver.state).canvas
        for row in [first, first + 1] {
            #expect(canvas[10, row].style.isSelected)
        }
        #expect(!canvas[10, first - 2].style.isSelected)
    }

    @Test func `what only some speak of stands beside what one does, where it fits whole`() {
        let lines = Driver(SampleCorpus.archive, columns: 120, rows: 40, screen: .overview).lines
        #expect(
            lines.contains {
                $0.contains("Some speak of it") && $0.contains("┬── Only one speaks of it")
            })
        let low = Driver(SampleCorpus.archive, columns: 120, rows: 20, screen: .overview).text
        #expect(!low.contains("Some speak of it"))
    }

    @Test func `as few facts as a glance holds are all told, spellings too`() {
        var archive = archive(saying: ["30,000", "40,000"])
        var spelling = archive.disagreements[0]
        spelling.about = "spelling.holm"
        spelling.relation = .spelling
        archive.disagreements += [spelling]
        let text = Driver(archive, columns: 120, rows: 40, screen: .overview).text
        #expect(text.contains("1 of names spelled or styled otherwise"))
        #expect(!text.contains(" more"))
    }
}
