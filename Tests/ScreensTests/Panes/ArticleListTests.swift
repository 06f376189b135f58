import Analysis
import Intake
import Queries
import Testing

@testable import Screens

struct ArticleListTests {
    private static func row(_ number: Int) -> ArticleRow {
        ArticleRow(
            id: "n\(number)", title: "n\(number)", outletID: nil, outlet: nil, published: nil,
            kind: .report, language: nil, sentenceCount: 1)
    }

    /// A list of a thousand rows, with a window of them held.
    private static func list(holding window: Range<Int>, at index: Int) -> ArticleList {
        var list = ArticleList()
        list.accept(
            ArticlesAnswer(
                total: 1000, corpusTotal: 1000, passageTotal: 0, order: .newest, window: window,
                rows: window.map(row), facets: nil), isSameQuery: false)
        list.cursor.index = index
        return list
    }

    @Test(arguments: [1, 5, 40, 60, 117, 400], [0, 30, 120, 500, 999])
    func `the window that is asked for lacks nothing`(height: Int, index: Int) throws {
        let list = ArticleListTests.list(holding: 0..<0, at: index)
        let window = try #require(list.missingWindow(shown: height))
        let held = window.clamped(to: 0..<1000)
        let next = ArticleListTests.list(holding: held, at: index)
        #expect(next.missingWindow(shown: height) == nil)
        #expect(
            ArticleListTests.list(holding: held, at: min(999, index + 8))
                .missingWindow(shown: height) == nil)
    }

    /// The list after seven new articles have come in above all others.
    private static func renewed(_ list: ArticleList, around place: Int) -> ArticleList {
        var list = list
        let window = max(0, place - 50)..<place + 50
        list.accept(
            ArticlesAnswer(
                total: 1007, corpusTotal: 1007, passageTotal: 0, order: .newest, window: window,
                rows: window.map { row($0 - 7) }, facets: nil),
            isSameQuery: false, isRenewed: true)
        return list
    }

    @Test func `what is new above moves neither the selection nor what is seen`() {
        var list = ArticleListTests.list(holding: 450..<550, at: 500)
        list.cursor.top = 490
        let renewed = ArticleListTests.renewed(list, around: 507)
        #expect(renewed.selected?.id == "n500")
        #expect(renewed.cursor == ListCursor(index: 507, top: 497))
    }

    @Test func `a list shown from its beginning shows what is new there`() {
        var list = ArticleListTests.list(holding: 0..<100, at: 3)
        list.cursor.top = 0
        let renewed = ArticleListTests.renewed(list, around: 50)
        #expect(renewed.selected?.id == "n3")
        #expect(renewed.cursor == ListCursor(index: 10, top: 0))
    }

    @Test func `where the selected article is gone its place stays`() {
        var list = ArticleListTests.list(holding: 450..<550, at: 500)
        list.cursor.top = 490
        let renewed = ArticleListTests.renewed(list, around: 800)
        #expect(renewed.cursor == ListCursor(index: 500, top: 490))
    }
}

// What the browser does with a list of a thousand.
extension ArticleListTests {
    /// The browser with the first rows held and the first article shown.
    private static func browser(rows: Int = 40) -> State {
        var state = State(
            size: Size(columns: 120, rows: rows),
            dossier: Dossier(id: "d", title: "D", contentHash: "1"))
        answer(update(&state, .started), in: &state)
        return state
    }

    /// Answers what asks for the list.
    private static func answer(_ effects: [Effect], in state: inout State) {
        for case .ask(.articles(let question), .articles, let generation, _) in effects {
            let window = question.window.clamped(to: 0..<1000)
            _ = update(
                &state,
                .answered(
                    .articles, generation: generation,
                    .articles(
                        ArticlesAnswer(
                            total: 1000, corpusTotal: 1000, passageTotal: 0, order: .newest,
                            window: window, rows: window.map(row), facets: Facets()))))
        }
    }

    private static func press(_ key: Key, _ times: Int, in state: inout State) -> [Effect] {
        (0..<times).flatMap { _ in update(&state, .key(key)) }
    }

    @Test func `of many keys the last place is asked for, and no text that was passed`() throws {
        var state = ArticleListTests.browser()
        let effects = ArticleListTests.press(.character("j"), 300, in: &state)
        let windows = effects.compactMap { effect -> Range<Int>? in
            guard case .ask(.articles(let question), .articles, _, _) = effect else { return nil }
            return question.window
        }
        let last = try #require(windows.last)
        #expect(last.contains(290) && last.contains(310))
        let texts = effects.compactMap { effect -> String? in
            switch effect {
            case .ask(.article(let id), .preview, _, _): "asks \(id)"
            case .cancel(.preview): "drops"
            default: nil
            }
        }
        #expect(texts.last == "drops")
        ArticleListTests.answer(effects, in: &state)
        #expect(state.place.browse.list.selected?.id == "n300")
    }

    @Test(arguments: [24, 40, 60])
    func `a page down shows what comes next`(rows: Int) {
        var state = ArticleListTests.browser(rows: rows)
        func shown(_ state: State) -> [String] {
            let text = view(state).canvas
            return (0..<rows).flatMap { row in
                text.text(row: row).matches(of: #/\bn(\d+)\b/#).map { String($0.1) }
            }
        }
        let before = shown(state)
        ArticleListTests.answer(
            ArticleListTests.press(.pageDown, 1, in: &state), in: &state)
        ArticleListTests.answer(
            ArticleListTests.press(.pageDown, 1, in: &state), in: &state)
        let after = shown(state)
        #expect(!before.isEmpty && before != after, "\(before) \(after)")
        // Nothing is skipped.
        #expect(Int(after.first ?? "") ?? 999 <= (Int(before.last ?? "") ?? 0) + 1)
    }
}
