import Analysis
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
                title: page.article.published == nil ? "Others of any day" : "Others of these days",
                scope: scope,
                items: page.others.map { .article($0) }, isWide: false),
        ]
        return narrow
            + page.missing.map { missing in
                PageScreen.Section(
                    title: "\(missing.kind.words): \(name(of: missing))",
                    scope: "not here, in \(missing.sentences.count) of \(read)",
                    items: missing.sentences.map { .citation($0) }, isWide: true)
            }
    }

    func name(of missing: ArticleContext.Missing) -> String {
        missing.kind == .point ? labels.point(missing.id) : missing.name
    }

    func about(_ page: ArticleContext) -> StyledText {
        let days = ArticleContext.days
        guard page.article.published != nil else {
            return StyledText(
                page.others.isEmpty
                    ? "It states no date, and no other article shares several points or people with "
                        + "it."
                    : "What follows is what others have and it lacks. It states no date, so others "
                        + "are those of any day that share several points or people with it.")
        }
        if page.others.isEmpty {
            return StyledText(
                "No other article of the \(days) days before or after it shares a point or two "
                    + "people with it.")
        }
        return [
            (
                "What follows is what others have and it lacks. Others are those published at "
                    + "most \(days) days before or after it that share a point, a draft or two people "
                    + "with it.", .text
            )
        ]
    }
}

extension ArticleContext {
    /// What is missing, in numbers.
    var facts: [String] {
        let counted = [
            (Comparison.Omission.Kind.point, "point", "points"),
            (.actor, "person or body", "people and bodies"),
            (.outlet, "cited source", "cited sources"),
        ].compactMap { kind, one, many -> String? in
            let count = missing(kind).count
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
