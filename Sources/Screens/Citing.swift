import Analysis
import Intake
import Queries

// Copying what is selected with its citation: outlet, title, date, sentence and address. Screens
// know their sentences by their place; the articles are fetched, so that a citation is whole
// wherever it is taken.

/// An article, or a sentence of it.
package struct SentencePlace: Hashable, Sendable {
    package var article: String
    /// From 0; nil for the article as a whole.
    package var sentence: Int?

    init(_ article: String, _ sentence: Int?) {
        self.article = article
        self.sentence = sentence
    }
}

/// Citations that are being made: one article is asked for after the other.
struct Citing: Equatable, Sendable {
    var places: [SentencePlace]
    /// Those of the places before.
    var lines: [String] = []

    /// What is asked for now.
    var next: String? { places[safe: lines.count]?.article }

    /// Cites as many of the next places as are of this article.
    mutating func take(_ article: Article) {
        while let place = places[safe: lines.count], place.article == article.id {
            lines.append(Wording.citation(article, sentence: place.sentence))
        }
    }

    /// "Copied: the citation", or how many there are of what.
    var words: String {
        guard let only = lines.first, lines.count > 1 else { return "Copied: \(lines.first ?? "")" }
        let isOfArticles = places.allSatisfy { $0.sentence == nil }
        let what = Wording.counted(lines.count, isOfArticles ? "citation" : "sentence")
        return "Copied \(what)\(isOfArticles ? "" : ", cited"): \(only) …"
    }
}

extension State {
    /// Copies the selected sentences with their citations, or cites what is picked.
    mutating func copySentence() -> [Effect] {
        let places = citablePlaces
        guard !places.isEmpty else {
            notice = Notice("There is no sentence to copy here.")
            return []
        }
        citing = Citing(places: places)
        return citeOn()
    }

    /// Takes an article that was asked for, and asks for the next or copies what there is.
    mutating func cite(_ analyzed: AnalyzedArticle) -> [Effect] {
        citing?.take(analyzed.article)
        return citeOn()
    }

    private mutating func citeOn() -> [Effect] {
        while let id = citing?.next {
            guard let known = known(id) else { return [ask(.article(id), for: .citation)] }
            citing?.take(known)
        }
        guard let done = citing else { return [] }
        citing = nil
        notice = Notice(done.words)
        return [.copy(done.lines.joined(separator: "\n"))]
    }

    /// An article that a screen holds anyway.
    private func known(_ id: String) -> Article? {
        let held = [place.reader.analyzed, place.browse.preview.analyzed] + place.compare.articles
        return held.compactMap { $0?.article }.first { $0.id == id }
    }

    /// The sentences that are selected, or the articles.
    package var citablePlaces: [SentencePlace] {
        switch place.screen {
        case .browse:
            picked.isEmpty
                ? [unseenPlace ?? place.browse.preview.selectedPlace].compactMap(\.self)
                : picked.map { SentencePlace($0.id, nil) }
        case .reader where place.reader.isInAside:
            [place.reader.aside?.selectedCitation].compactMap { citation in
                citation.map { SentencePlace($0.articleID, $0.sentence) }
            }
        case .reader: [place.reader.selectedPlace].compactMap(\.self)
        case .compare: place.compare.selectedPlaces
        case .overview: place.overview.selected(self).map { places(of: $0) } ?? []
        case .participant, .source, .point, .context, .history: pagePlaces
        case .matrix: place.matrix.cellSentences.map(\.place)
        case .timeline: [place.timeline.selectedCitation?.place].compactMap(\.self)
        case .chains: [place.chains.selectedCitation?.place].compactMap(\.self)
        case .drafts: [place.drafts.selectedCitation?.place].compactMap(\.self)
        case .proposals: [place.proposals.selectedCitation?.place].compactMap(\.self)
        case .help: []
        }
    }

    /// Where the selected article would be opened, while it is not held.
    private var unseenPlace: SentencePlace? {
        unseen.map { SentencePlace($0.id, place.browse.list.sentence(of: $0) ?? 0) }
    }

    private var pagePlaces: [SentencePlace] {
        switch place.page.selectedItem {
        case .citation(let citation)?, .again(let citation, _)?: [citation.place]
        case .article(let row)?: [SentencePlace(row.id, nil)]
        case .clash(let fact, _)?: places(of: fact)
        case .change(_, _, let article, let sentence)?: [SentencePlace(article, sentence)]
        case .coverage(_, let sentences)?: sentences.map(\.place)
        case .fact?, .silence?, .entry?, .spelling?, nil: []
        }
    }

    /// What each article says; of many that say the same the first.
    private func places(of fact: Disagreement) -> [SentencePlace] {
        let values = letters.isEmpty ? fact.tellingValues : fact.values
        var seen: Set<String> = []
        let telling =
            letters.isEmpty
            ? values.filter { seen.insert($0.text.lowercased()).inserted } : values
        return telling.map { SentencePlace($0.articleID, $0.sentence) }
    }
}

extension ReaderScreen {
    /// The sentence one is at.
    fileprivate var selectedPlace: SentencePlace? {
        guard let article = analyzed?.article, article.sentences.indices.contains(sentence) else {
            return nil
        }
        return SentencePlace(article.id, sentence)
    }
}

extension CitedSentence {
    fileprivate var place: SentencePlace { SentencePlace(articleID, sentence) }
}

extension Wording {
    /// A sentence with its source: the words (The Moscow Times, “Title”, 2 Dec 2025, sentence 8,
    /// retold, https://…); of an article “Title” (The Moscow Times, 2 Dec 2025, https://…).
    static func citation(_ article: Article, sentence: Int?) -> String {
        let date = Wording.date(article.published)
        let retold = article.kind == .digest ? "retold" : nil
        func cited(_ words: String, _ parts: [String?]) -> String {
            let all = [Wording.outlet(article.outlet)] + parts + [retold, article.url]
            return "\(words) (\(all.compactMap(\.self).joined(separator: ", ")))"
        }
        guard let sentence, article.sentences.indices.contains(sentence) else {
            return cited("“\(article.heading)”", [date])
        }
        return cited(
            article.sentenceText(sentence),
            [article.title.map { "“\($0)”" }, date, "sentence \(sentence + 1)"])
    }
}
