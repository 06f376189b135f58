import Analysis
import Intake
import Queries

// What the page of an article among the others says, section by section.

extension State {
    func sections(of page: ArticleContext) -> [PageScreen.Section] {
        let read = page.others.count
        let scope =
            page.otherCount > read
            ? "\(read) of \(Wording.number(page.otherCount))"
            : Wording.counted(read, "article")
        let narrow = [
            PageScreen.Section(
                title: "What this is", scope: "", items: [.fact(about(page))], isWide: false),
            PageScreen.Section(
                title: "Near copies of it", scope: Wording.counted(page.copies.count, "article"),
                items: page.copies.map { .article($0) }, isWide: false),
            PageScreen.Section(
                title: page.othersTitle,
                scope: scope,
                items: page.others.map { .article($0) }, isWide: false),
        ]
        func section(_ missing: ArticleContext.Missing, _ words: String) -> PageScreen.Section {
            PageScreen.Section(
                title: "\(missing.kind.words): \(name(of: missing))",
                scope: "\(words), in \(missing.sentences.count) of \(read)",
                items: missing.sentences.map { .citation($0) }, isWide: true)
        }
        // What only later articles have is none of its omissions, and comes last.
        let later = page.missing.filter(page.isLater)
        return narrow
            + page.missing.filter { !page.isLater($0) }.map { section($0, "not here") }
            + later.map { section($0, "told later") }
    }

    func name(of missing: ArticleContext.Missing) -> String {
        missing.kind == .point ? labels.point(missing.id) : missing.name
    }

    func about(_ page: ArticleContext) -> StyledText {
        let lead = page.others.isEmpty ? "" : "What follows is what others have and it lacks. "
        return StyledText(lead + page.reach)
    }
}

extension ArticleContext {
    /// Only articles have it that appeared after this one, on whatever day that was.
    func isLater(_ missing: Missing) -> Bool {
        guard let last = article.published?.lastDay else { return false }
        return missing.sentences.allSatisfy { sentence in
            sentence.published.map { $0.day > last } ?? false
        }
    }

    package var othersTitle: String { isOfAnyDay ? "Others of any day" : "Others of these days" }

    /// Which articles are its others, in a sentence.
    package var reach: String {
        let days = "published at most \(ArticleContext.days) days before or after it"
        if !isOfAnyDay {
            return "Others are those \(days) that share a point, a draft or two people with it."
        }
        let reason =
            article.published == nil
            ? "It states no date" : "No article \(days) is on the same matter"
        return others.isEmpty
            ? "\(reason), and none of any day shares several points or people with it."
            : "\(reason): others are those of any day that share several points or people with it."
    }

    /// What it could have had and does not, in numbers.
    var facts: [String] {
        let counted = [
            (Comparison.Omission.Kind.point, "point", "points"),
            (.actor, "person or body", "people and bodies"),
            (.outlet, "cited source", "cited sources"),
        ].compactMap { kind, one, many -> String? in
            let count = missing(kind).count { !isLater($0) }
            return count == 0 ? nil : Wording.counted(count, one, many)
        }
        let lacks =
            others.isEmpty
            ? "held against no others"
            : counted.isEmpty
                ? "lacks nothing others have" : "lacks " + counted.joined(separator: ", ")
        return [lacks]
            + (copies.isEmpty ? [] : [Wording.counted(copies.count, "near copy", "near copies")])
    }
}

extension Comparison.Omission.Kind {
    /// What the kind is called at the head of a section.
    var words: String {
        switch self {
        case .point: "Point"
        case .actor: "Named"
        case .outlet: "Cited"
        }
    }
}
