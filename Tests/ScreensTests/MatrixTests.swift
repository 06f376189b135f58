import Intake
import Queries
import TestSupport
import Testing

@testable import Screens

@Suite struct MatrixTests {
    private func driver(_ columns: Int = 120, _ rows: Int = 40) -> Driver {
        var driver = Driver(SampleCorpus.archive, columns: columns, rows: rows)
        driver.press("M")
        return driver
    }

    private func matrix(_ driver: Driver) throws -> Matrix {
        try #require(driver.state.place.matrix.matrix)
    }

    @Test func `M shows the points by article, with what nobody reports`() throws {
        let driver = driver()
        #expect(driver.lines[0].contains("Matrix, points by article"))
        let matrix = try matrix(driver)
        #expect(matrix.columns.count == SampleCorpus.archive.articles.count)
        let row = try #require(matrix.rows.first)
        #expect(driver.lines.contains { $0.contains("▸\(row.name)") })
        for name in matrix.unreported { #expect(driver.text.contains(name)) }
    }

    @Test func `a matrix without rows has no omission to go to`() throws {
        var driver = driver()
        driver.press("ll")
        var matrix = try matrix(driver)
        matrix.rows = []
        var screen = driver.state.place.matrix
        screen.show(matrix)
        #expect(screen.column.index == 2)
        #expect(!screen.moveToOmission(forward: true) && !screen.moveToOmission(forward: false))
    }

    @Test func `a name that is too wide for its column goes on in the next line`() {
        let driver = driver(80, 24)
        #expect(driver.lines[2].contains("S Southland ━"))
        #expect(driver.lines[3].contains("Herald"))
        #expect(!driver.lines[2].contains("…"))
    }

    @Test(arguments: [
        ("Pravda.Ru", ["", "Pravda.Ru"]), ("Pravda", ["Pravda"]),
        ("Rising Nepal", ["Rising", "Nepal"]),
        ("Globe and Atlas", ["Globe", "and Atlas"]),
        ("Al-Jazeera English", ["Al-Jazeera", "English"]),
        ("交涉", ["交涉"]), ("", [""]),
    ])
    func `a head is broken between words alone`(name: String, lines: [String]) {
        #expect(MatrixScreen.lines(of: name, columns: 7, atMost: 2) == lines)
    }

    @Test func `below the rows stands how many each column has, and has alone`() throws {
        let driver = driver()
        let matrix = try matrix(driver)
        let totals = driver.state.place.matrix.totals
        #expect(
            totals.first?.counts
                == matrix.columns.indices.map { column in
                    matrix.rows.count { $0.counts[column] > 0 }
                })
        #expect(totals.last?.sum == matrix.rows.count { $0.speakingCount == 1 })
        #expect(driver.lines.contains { $0.contains("No other reports them") })
    }

    @Test func `a click on the head's second line selects nothing`() {
        var driver = driver(80, 24)
        driver.press("j")
        driver.send(.key(.mouse(.init(kind: .press, column: 3, row: 3))))
        #expect(driver.state.place.matrix.row.index == 1)
        driver.send(.key(.mouse(.init(kind: .press, column: 3, row: 4))))
        #expect(driver.state.place.matrix.row.index == 0)
    }

    @Test func `an empty cell is hatched, says so, and can be walked to`() throws {
        var driver = driver()
        driver.press("]")
        let screen = driver.state.place.matrix
        let matrix = try matrix(driver)
        #expect(matrix.rows[screen.row.index].counts[screen.column.index] == 0)
        #expect(driver.text.contains("░░"))
        #expect(driver.text.contains("no sentence found on it"))
        driver.press("<Enter>")
        #expect(driver.text.contains("no sentence found on"))
        #expect(driver.state.place.screen == .matrix)
        driver.press("[")
        #expect(driver.text.contains("Nothing marked before this."))
    }

    @Test func `Enter on a count ends at its sentence`() throws {
        var driver = driver()
        let matrix = try matrix(driver)
        let column = try #require(matrix.rows[0].counts.firstIndex { $0 > 0 })
        driver.press(String(repeating: "l", count: column))
        let citation = try #require(driver.state.place.matrix.selectedCitation)
        driver.press("<Enter>")
        #expect(driver.state.place.screen == .reader)
        #expect(driver.state.place.reader.articleID == citation.articleID)
        #expect(driver.state.place.reader.sentence == citation.sentence)
        driver.press("q")
        #expect(driver.state.place.screen == .matrix)
        #expect(driver.state.place.matrix.column.index == column)
    }

    @Test func `sentences that had not come when one left are there when one is back`() {
        var driver = driver()
        driver.isHoldingAnswers = true
        driver.press("j")
        driver.press("0")
        driver.answerAll()
        driver.press("H")
        #expect(driver.state.place.screen == .matrix)
        #expect(driver.state.place.matrix.selectedCitation != nil)
    }

    @Test func `t shows people in place of points, then words, and s sorts by what is left out`()
        throws
    {
        var driver = driver()
        driver.press("t")
        #expect(driver.lines[0].contains("Matrix, people by article"))
        #expect(try matrix(driver).subject == .people)
        driver.press("s")
        let counts = try matrix(driver).rows.map(\.speakingCount)
        #expect(counts == counts.sorted())
        driver.press("t")
        #expect(driver.lines[0].contains("Matrix, words by article"))
        driver.press("t")
        #expect(try matrix(driver).subject == .points)
    }

    @Test func `the matrix is of the articles that the list is narrowed to`() throws {
        var driver = Driver(SampleCorpus.archive)
        driver.press("1<Space>M")
        let matrix = try matrix(driver)
        #expect(matrix.articleCount < SampleCorpus.archive.articles.count)
        #expect(driver.lines[1].contains(" \(matrix.articleCount) of 4 articles, "))
    }

    @Test func `a click selects a cell and a second one opens it`() throws {
        var driver = driver()
        let matrix = try matrix(driver)
        let row = try #require(matrix.rows.firstIndex { $0.counts.last ?? 0 > 0 })
        let line = try #require(
            driver.lines.firstIndex { $0.contains("\(matrix.rows[row].name) ") })
        let column = driver.lines[line].count - 1
        let click = Key.mouse(.init(kind: .press, column: column, row: line))
        driver.send(.key(click))
        #expect(driver.state.place.matrix.row.index == row)
        #expect(driver.state.place.matrix.column.index == matrix.columns.count - 1)
        driver.send(.key(click))
        #expect(driver.state.place.screen == .reader)
    }

    @Test func `a view left before the archive changed is asked for anew`() {
        var state = driver().state
        #expect(state.place.matrix.matrix != nil)
        _ = state.run("leave", [])
        #expect(state.place.screen == .browse)
        _ = state.run("show-matrix", [])
        _ = state.run("leave", [])
        _ = update(&state, .renewed)
        let effects = state.run("show-matrix", [])
        let asks = effects.contains { effect in
            if case .ask(_, .matrix, _, _) = effect { true } else { false }
        }
        #expect(asks)
    }

    @Test func `below a table with sentences beside it stands what the page has besides`() throws {
        var driver = driver(200, 60)
        let row = try #require(matrix(driver).rows.first)
        #expect(driver.lines.contains { $0.contains("── \(row.name) ─") })
        let table = MatrixTable(driver.state.screenLayout.body, driver.state.place.matrix)
        #expect(!table.foot.isEmpty && table.detail.column > table.table.column)
        #expect(driver.lines.contains { $0.hasPrefix("── What it is ─") })
        #expect(driver.text.contains("── What each draft says ─"))
        #expect(!driver.text.contains("Reported in") && !driver.text.contains("Who reports it"))
        driver.press("tjj")
        #expect(driver.text.contains("▸Ada Holm") && driver.text.contains("── Said ─"))
        #expect(!self.driver(120, 40).text.contains("What each draft says"))
    }

    @Test func `where nothing else is known the sentences of the cell stand below the table`()
        throws
    {
        var driver = driver(200, 60)
        driver.press("j")
        let first = try #require(driver.lines.first { $0.hasPrefix("── Border buoys in ? ") })
        #expect(first.contains(" 1 sentence ─"))
        #expect(driver.text.split(separator: "Nobody mentioned the border buoys").count == 2)
        driver.press("l")
        #expect(driver.lines.contains { $0.hasPrefix("── Border buoys in T The Tide ──") })
        #expect(driver.lines.contains { $0.hasPrefix(" ░ T The Tide: no sentence found on it ") })
    }

    @Test func `what it has no room for is said to be there`() {
        let words = "… more on its page"
        #expect(!driver(200, 60).text.contains(words))
        #expect((12...20).contains { driver(200, $0).text.contains(words) })
    }

    @Test func `without rows there is no place among them`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("/zebra<Enter>M")
        #expect(driver.state.place.matrix.matrix?.rows.isEmpty == true)
        #expect(!driver.lines[38].contains("row "))
    }

    @Test func `the sentences of a row stand as its columns do`() {
        var screen = MatrixScreen()
        let columns = ["b", "a"].map {
            Matrix.Column(id: $0, letter: $0, outlet: nil)
        }
        let row = Matrix.Row(id: "war", name: "war", group: "", counts: [2, 1])
        screen.show(
            Matrix(
                subject: .words, isByArticle: true, columns: columns, rows: [row], unreported: [],
                articleCount: 2))
        screen.askedFor = "war"
        let sentences = [("a", 0), ("b", 4), ("b", 1)].map { article, number in
            CitedSentence(
                articleID: article, outlet: nil, published: nil, kind: .report, sentence: number,
                text: "War.", highlights: [], label: "", rule: "word")
        }
        screen.show(sentences, of: "war")
        #expect(screen.sentences.map(\.articleID) == ["b", "b", "a"])
        #expect(screen.sentences.map(\.sentence) == [1, 4, 0])
    }
}
