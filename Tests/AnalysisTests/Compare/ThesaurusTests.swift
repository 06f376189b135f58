import Intake
import Testing

@testable import Analysis

struct ThesaurusTests {
    private func meaning(_ word: String) -> Int? {
        Thesaurus.meaning(ofStem: WordStem.stem(of: Array(word.utf8)).hash)
    }

    @Test(arguments: [
        ("proposal", "draft"), ("arrived", "visits"), ("updated", "revised"),
        ("constructive", "productive"), ("shortened", "reduced"),
    ])
    func `words of one line mean the same in every ending`(a: String, b: String) {
        #expect(meaning(a) != nil)
        #expect(meaning(a) == meaning(b))
    }

    @Test func `words of different lines and of none mean nothing in common`() {
        #expect(meaning("plan") != meaning("troops"))
        #expect(meaning("harbour") == nil)
    }

    private func similarity(_ columns: [[String]]) -> Similarity {
        let features = columns.map { sentences in
            let article = sample(sentences)
            let reading = Reading(article.article)
            let cast = NameFinder(dossier: .empty).cast(in: reading)
            return FeatureList(article, reading: reading, cast: cast, dossier: .empty)
        }
        return Similarity(features, weights: WordWeights())
    }

    @Test func `sentences without a word in common are near when their words mean the same`() {
        let found = similarity([
            ["The revised proposal was rejected.", "Rain fell."],
            ["Cats slept.", "Critics opposed an updated draft."],
        ])
        #expect(found.neighbours.map { $0.map(\.node) } == [[3], [], [], [0]])
    }

    @Test func `two words in common are a chance, three are not`() {
        let left = ["Umer spoke of boats and long nets.", "Rain fell."]
        let two = similarity([left, ["The long road led to boats.", "Cats slept."]])
        #expect(two.neighbours[0].isEmpty)
        let three = similarity([left, ["The long nets lay by boats.", "Cats slept."]])
        #expect(three.neighbours[0].map(\.node) == [2])
    }

    @Test func `openings stand together sooner than the same words further down`() {
        let filler = ["Rain fell.", "Cats slept.", "Trains ran late.", "Olsen sang."]
        let (a, b) = ("Umer spoke of boats and long nets.", "The long nets lay by boats and hills.")
        func best(_ left: [String], _ right: [String]) -> Double {
            let found = similarity([left, right])
            let start = left.firstIndex(of: a) ?? 0
            return found.neighbours[start].map(\.value).max() ?? 0
        }
        let opening = best([a] + filler, [b] + filler.reversed())
        let later = best(filler + [a], filler.reversed() + [b])
        #expect(abs(opening - later - 0.05) < 1e-9)
    }
}
