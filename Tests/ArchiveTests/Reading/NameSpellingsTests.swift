import Analysis
import Queries
import Testing

@testable import Archive

struct NameSpellingsTests {
    private static var dossier: Dossier {
        var dossier = Dossier(id: "d", title: "D", contentHash: "spellings")
        var person = Participant(id: "selnik", name: "Ivan Selnikov", kind: .person)
        person.aliases = [
            Alias("Selnikoff"), Alias("Zelnykov"), Alias("President Selnikov"), Alias("Сельников"),
            Alias("Ivan"), Alias("Sel", isWeak: true), Alias("Selnikow", isWeak: true),
        ]
        var place = Place(id: "kyrn", name: "Kyrn")
        place.aliases = [Alias("Kirn"), Alias("Київ"), Alias("Kyrn region"), Alias("Kyr")]
        var state = Participant(id: "arland", name: "Arland", kind: .state)
        state.aliases = [Alias("Arlands"), Alias("Арланд")]
        dossier.participants = [person, state]
        dossier.places = [place]
        return dossier
    }

    @Test(arguments: [
        ("selnikov", ["Selnikoff", "Zelnykov", "Сельников"]),
        ("сельников", ["Selnikov", "Selnikoff", "Zelnykov"]),
        ("kyrn", ["Kirn", "Київ"]), ("київ", ["Kyrn", "Kirn"]),
        // Another name, a weak one, one of several words, a state, too short, unknown.
        ("ivan", []), ("selnikow", []), ("president", []), ("region", []), ("arland", []),
        ("kyr", []), ("nobody", []), ("", []),
    ])
    func `a name is known by its spellings`(word: String, others: [String]) {
        let spellings = NameSpellings(Self.dossier)
        #expect(spellings.others(of: word).map(\.written) == others)
    }

    @Test(arguments: [
        (Query.word("Kyrn"), ["a", "b", "c"]), (.prefix("kirn"), ["a", "b", "c", "d"]),
        (.word("Київ"), ["a", "b", "c"]), (.phrase(["kyrn"]), ["a"]), (.prefix("kyr"), ["a", "e"]),
        (.and([.word("kirn"), .word("talks")]), ["b"]),
        (.sentence(.and([.word("kyrn"), .word("talks")])), ["b"]),
    ])
    func `whoever looks for one finds all`(query: Query, expected: [String]) async throws {
        let archive = try Archive(path: nil, dossier: Self.dossier)
        let texts = [
            "a": "Rain in Kyrn.", "b": "They held talks in Kirn.", "c": "Київ спить.",
            "d": "The Kirnish quota fell.", "e": "Kyrgyz weather.",
        ]
        try await archive.store(
            texts.sorted { $0.key < $1.key }.map {
                AnalyzedArticle(article: Sample.article($0.key, [$0.value]), findings: Findings())
            })
        let question = ArticlesQuestion(query: query, passagesPerArticle: 3)
        guard case .articles(let answer) = try await archive.answer(.articles(question))
        else { return }
        #expect(answer.rows.map(\.id).sorted() == expected)
        #expect(
            answer.rows.allSatisfy { !$0.passages.isEmpty && !$0.passages[0].highlights.isEmpty })
    }

    @Test func `an answer says how else a name is spelled in the corpus`() async throws {
        let archive = try Archive(path: nil, dossier: Self.dossier)
        try await archive.store([
            AnalyzedArticle(
                article: Sample.article("a", ["Kyrn and Kirn sleep."]), findings: Findings())
        ])
        let query = Query.and([.prefix("Kyrn"), .not(.word("selnikov"))])
        guard
            case .articles(let answer) = try await archive.answer(
                .articles(ArticlesQuestion(query: query)))
        else { return }
        #expect(answer.spellings == ["Kyrn": ["Kirn"]])
    }
}
