import Intake

/// An article as `parley extract` prints it.
func extractJSON(_ article: Article) -> JSON {
    .object([
        ("title", .optional(article.title)),
        ("author", authorJSON(article.authors)),
        ("published", .optional(article.published?.edtf)),
        ("outlet", .optional(article.outlet)),
        ("language", .optional(article.language)),
        ("url", .optional(article.url)),
        ("kind", .string(article.kind.rawValue)),
        ("text", .string(textWithSections(of: article))),
        ("removed", removedJSON(article.removed)),
        ("warnings", .strings(article.warnings.map(\.message))),
    ])
}

/// The body with its subheadings where they stood, all parted by two line ends.
private func textWithSections(of article: Article) -> String {
    var parts: [String] = []
    var sections = article.sections[...]
    for (index, paragraph) in article.paragraphs.enumerated() {
        while let section = sections.first, section.paragraph <= index {
            parts.append(section.text)
            sections.removeFirst()
        }
        parts.append(article.text[scalars: paragraph])
    }
    return (parts + sections.map(\.text)).joined(separator: "\n\n")
}

/// Null, one name, or a list of names.
func authorJSON(_ authors: [String]) -> JSON {
    switch authors.count {
    case 0: .null
    case 1: .string(authors[0])
    default: .strings(authors)
    }
}

func removedJSON(_ removed: [RemovedText]) -> JSON {
    .array(
        removed.map { .object([("text", .string($0.text)), ("why", .string($0.why))]) })
}

func sectionsJSON(_ sections: [Section]) -> JSON {
    .array(
        sections.map {
            .object([("text", .string($0.text)), ("paragraph", .integer($0.paragraph))])
        })
}
