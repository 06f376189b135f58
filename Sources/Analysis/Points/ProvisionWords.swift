/// The words by which the provisions of a plan can be told from each other.
///
/// Several provisions stand under one point of the tree, so a sentence on the point need not be on
/// each of them; one that has a provision's own words most likely is. Read by hand on three small
/// corpora, 72 of the 80 sentences that it gives a provision speak of it.
package struct ProvisionWords: Equatable, Sendable {
    /// How much a stem tells, by its hash: up to 1 for one of a single provision, a quarter of it for
    /// one of two, and less the more common it is in the news.
    private let weights: [UInt64: Double]

    /// Each provision that is to be told from the others, in all its wordings.
    package init(_ provisions: [[Provision]] = []) {
        var holders: [UInt64: Double] = [:]
        for wordings in provisions {
            let stems = wordings.map(ProvisionWords.stems).reduce(Set()) { $0.union($1) }
            for stem in stems { holders[stem, default: 0] += 1 }
        }
        weights = holders.reduce(into: [:]) { weights, held in
            let commonness = CommonWords.share(ofStem: held.key)
            weights[held.key] = (1 - commonness) / (held.value * held.value)
        }
    }

    /// How much of what tells a provision from all others a sentence has, by the nearer of its
    /// wordings: 0 where it has but one word, and that not of the title; from `own` on enough to be
    /// about it.
    package func likeness(_ sentence: String, to wordings: [Provision]) -> Double {
        let words = ProvisionWords.stems(of: sentence)
        let likenesses = wordings.map { provision in
            let shared = ProvisionWords.stems(of: provision).intersection(words)
            let isNamed = !ProvisionWords.stems(of: provision.title).isDisjoint(with: words)
            return shared.count < 2 && !isNamed ? 0 : shared.reduce(0) { $0 + (weights[$1] ?? 0) }
        }
        return likenesses.max() ?? 0
    }

    /// About as much as one word that no other provision has.
    package static let own = 0.9

    private static func stems(of provision: Provision) -> Set<UInt64> {
        stems(of: provision.title + ". " + provision.text)
    }

    private static func stems(of text: String) -> Set<UInt64> {
        let utf8 = Array(text.utf8)
        let content = Tokeniser.tokens(of: text, lexicon: .english).filter(FeatureList.isContent)
        return Set(
            content.map { $0.isNumber ? $0.word.hash : WordStem.stem(of: $0, in: utf8).hash })
    }
}
