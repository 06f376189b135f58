import Testing

@testable import Queries

struct QueryCompletionTests {
    /// `|` marks the cursor.
    private func completion(at marked: String) -> (QueryCompletion?, String) {
        let scalars = Array(marked.unicodeScalars)
        let cursor = scalars.firstIndex(of: "|") ?? scalars.count
        let text = marked.replacing("|", with: "")
        return (QueryCompletion(text: text, cursor: cursor), text)
    }

    @Test(arguments: [
        ("|", "", 0..<0), ("sp|", "sp", 0..<2), ("nato sp|", "sp", 5..<7),
        ("s|ource", "s", 0..<6), ("sou|rce:tass", "sou", 0..<7), ("-sp|", "sp", 1..<3),
        ("(|", "", 1..<1), ("nato |", "", 5..<5), ("{sp|}", "sp", 1..<3),
    ])
    func `a bare word may become a key`(marked: String, typed: String, range: Range<Int>) {
        let (completion, _) = completion(at: marked)
        #expect(completion?.kind == .key)
        #expect(completion?.typed == typed)
        #expect(completion?.range == range)
    }

    @Test func `nothing is completed where nothing is read any more`() {
        let text = String(repeating: "a ", count: QueryParser.lengthLimit / 2) + "sp"
        #expect(QueryCompletion(text: text, cursor: QueryParser.lengthLimit + 2) == nil)
        #expect(QueryCompletion(text: text, cursor: 1)?.typed == "a")
    }

    @Test(arguments: [
        ("speaker:u|", QueryKey.speaker, "u", 8..<9), ("speaker:|", .speaker, "", 8..<8),
        ("SOURCE:\"globe a|nd\"", .source, "globe a", 7..<18),
        ("{is:un|}", .is, "un", 4..<6), ("source:ta|ss nato", .source, "ta", 7..<11),
        ("before:2025-|", .before, "2025-", 7..<12),
    ])
    func `after a colon the value is completed`(
        marked: String, key: QueryKey, typed: String, range: Range<Int>
    ) {
        let (completion, _) = completion(at: marked)
        #expect(completion?.kind == .value(key))
        #expect(completion?.typed == typed)
        #expect(completion?.range == range)
    }

    @Test(arguments: ["\"red li|", "a OR|", "befor:x|", "28-poi|", "/sp|", "/s|p/", "title:/sp|"])
    func `elsewhere there is nothing to complete`(marked: String) {
        #expect(completion(at: marked).0 == nil)
    }

    @Test func `keys and fixed values are filtered by what was typed`() throws {
        let key = try #require(completion(at: "s|").0)
        #expect(key.keys == [.source, .speaker, .stance, .saved])
        let stance = try #require(completion(at: "stance:re|").0)
        #expect(stance.fixedValues == ["rejects", "removed"])
        let source = try #require(completion(at: "source:re|").0)
        #expect(source.fixedValues == nil)
    }

    @Test(arguments: [
        ("sp|", "speaker", "speaker:", 8),
        ("sp| nato", "speaker", "speaker: nato", 8),
        ("speaker:u|", "umerov", "speaker:umerov ", 15),
        ("{speaker:u| x}", "umerov", "{speaker:umerov x}", 16),
        ("{speaker:u|}", "umerov", "{speaker:umerov}", 15),
        ("source:g|", "Globe and Atlas", "source:\"Globe and Atlas\" ", 25),
    ])
    func `a choice replaces what was typed`(
        marked: String, choice: String, result: String, cursor: Int
    ) throws {
        let (completion, text) = completion(at: marked)
        let applied = try #require(completion).applied(choice, to: text)
        #expect(applied.text == result)
        #expect(applied.cursor == cursor)
    }

    @Test func `what a field is has room beside its name`() {
        for key in QueryKey.allCases {
            #expect(key.summary.count <= 20, "\(key.rawValue)")
        }
    }
}
