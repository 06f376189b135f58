import Analysis
import Queries

// What other articles have, beside the one that is read: on what they differ from it, what they say
// and it does not. Every line leads to its sentence.

extension State {
    /// Asks for what stands beside the text, where there is room for it.
    mutating func askAside(_ layout: ScreenLayout) -> [Effect] {
        guard ReaderScreen.asideArea(layout) != nil, let id = place.reader.articleID,
            place.reader.asideOf != id
        else { return [] }
        place.reader.asideOf = id
        return [ask(.context(id), for: .aside, priority: .later)]
    }

    /// Takes in what was asked for, if that article is still read.
    mutating func showAside(_ page: ArticleContext) {
        guard place.reader.articleID == page.article.id else { return }
        let aside = PageScreen(
            .context(page), within: .everything, sections: asideSections(of: page))
        place.reader.aside = aside
        place.reader.isInAside = place.reader.isInAside && aside.selectedItem?.isOpenable == true
    }

    /// Goes to what stands beside the text and back; where there is no room for it to its page.
    mutating func focusAside() -> [Effect] {
        guard ReaderScreen.asideArea(screenLayout) != nil else {
            return place.reader.articleID.map { showContext(of: $0) } ?? []
        }
        guard place.reader.aside?.selectedItem?.isOpenable == true else {
            notice = Notice("Nothing beside the text leads to another article.")
            return []
        }
        place.reader.isInAside.toggle()
        return []
    }

    private func asideSections(of page: ArticleContext) -> [PageScreen.Section] {
        let facts = clashes.facts.filter { fact in
            fact.values.contains { $0.articleID == page.article.id }
        }
        let grave = facts.filter { $0.relation != .spelling }
        let spelled = facts.filter { $0.relation == .spelling }
        return [
            section("Differs from others", counted(grave.count, "fact"), grave.map(clash)),
            unsaid("Others say, this one does not", .point, "point", of: page),
            unsaid("Others cite, this one does not", .outlet, "source", of: page),
            unsaid("Others name, this one does not", .actor, "name", of: page),
            section(
                "Spells otherwise", counted(spelled.count, "name"), spelled.map(clash)),
            section(
                "Near copies of it", counted(page.copies.count, "article"),
                page.copies.map { .article($0) }),
            section(
                page.othersTitle, counted(page.others.count, "article"),
                page.others.isEmpty ? [.fact(about(page))] : page.others.map { .article($0) }),
        ]
    }

    /// What others have and the article lacks, by the sentences that say it: one that says several
    /// things stands once.
    private func unsaid(
        _ title: String, _ kind: Comparison.Omission.Kind, _ noun: String, of page: ArticleContext
    ) -> PageScreen.Section {
        let missing = page.missing(kind)
        var sentences: [(citation: CitedSentence, names: [String])] = []
        for thing in missing {
            guard let first = thing.sentences.first else { continue }
            let name = name(of: thing) + sayers(of: thing)
            let place = sentences.firstIndex {
                $0.citation.articleID == first.articleID && $0.citation.sentence == first.sentence
            }
            if let place {
                sentences[place].names.append(name)
            } else {
                sentences.append((first, [name]))
            }
        }
        // Article by article, so that each is named once; in it in the order of its text.
        let articles = sentences.map(\.citation.articleID)
        sentences.sort {
            let first = articles.firstIndex(of: $0.citation.articleID) ?? 0
            let second = articles.firstIndex(of: $1.citation.articleID) ?? 0
            return (first, $0.citation.sentence) < (second, $1.citation.sentence)
        }
        let items = sentences.map { sentence -> PageScreen.Item in
            var citation = sentence.citation
            citation.label = sentence.names.joined(separator: ", ")
            return .citation(citation)
        }
        return section(title, counted(missing.count, noun), items)
    }

    /// Who has it, where more than one does: " P R", or " in 3 articles".
    private func sayers(of thing: ArticleContext.Missing) -> String {
        let ids = thing.sentences.map(\.articleID)
        guard ids.count > 1 else { return "" }
        let own = letters.filter { ids.contains($0.articleID) }.map(\.letter)
        return own.count == ids.count
            ? " " + own.joined(separator: " ") : " in \(counted(ids.count, "article"))"
    }

    /// A fact on which articles differ, under its name.
    func clash(_ fact: Disagreement) -> PageScreen.Item {
        .clash(fact, name: FactName.words(fact, labels: labels))
    }

    private func section(
        _ title: String, _ scope: String, _ items: [PageScreen.Item]
    ) -> PageScreen.Section {
        PageScreen.Section(title: title, scope: scope, items: items, isWide: false)
    }

    private func counted(_ count: Int, _ noun: String) -> String { Wording.counted(count, noun) }
}
