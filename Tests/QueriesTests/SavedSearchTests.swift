import Testing

@testable import Queries

struct SavedSearchTests {
    @Test(arguments: [
        ("red lines", "red lines"), ("  a\tb ", "a b"), ("say \"red\" lines", "say red lines"),
        ("n\nl\u{1B}[31mx", "n l [31mx"), ("\u{202E}x", "x"), ("«»", nil), (" ", nil), ("", nil),
        (String(repeating: "й", count: 90), String(repeating: "й", count: 80)),
    ])
    func `a name can be asked for as it is kept`(typed: String, name: String?) {
        #expect(SavedSearch.name(typed: typed) == name)
        if let name {
            let query = Query.field(.saved, name)
            #expect(QueryParser().parse(QueryPrinter.text(of: query)).query == query)
        }
    }

    @Test(arguments: [
        ("saved:a", "a", true), ("-saved:A talk", "a", true), ("saved:b", "a", true),
        ("saved:b", "c", false), ("talk", "talk", false), ("{saved:round}", "round", true),
        ("saved:lost", "a", false),
    ])
    func `what a search rests on is found through others, also in a circle`(
        typed: String, name: String, rests: Bool
    ) {
        let searches = [
            SavedSearch(name: "a", query: "talk"), SavedSearch(name: "b", query: "saved:a"),
            SavedSearch(name: "round", query: "saved:about"),
            SavedSearch(name: "about", query: "saved:round"),
        ]
        let query = QueryParser().parse(typed).query
        #expect(query.rests(on: name, among: searches) == rests)
    }
}
