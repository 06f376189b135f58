import Analysis
import Intake
import Queries
import Screens

/// The screens as plain text, for pipes and for people who read by ear: one item a line or
/// paragraph, nothing cut, every number with the sentences it counts.
enum TextPages {
    /// `? outlet not stated`, `The Moscow Times`.
    static func outletName(_ outlet: String?) -> String { outlet ?? "outlet not stated" }

    /// The overview: the corpus in numbers, its articles, and where they differ.
    static func overview(_ overview: Overview, articles: [ArticleRow]) -> [String] {
        var lines = [overview.dossierTitle, counts(overview), ""]
        lines += articles.map(articleLine)
        guard !overview.disagreements.isEmpty else { return lines }
        lines += ["", "Where they differ (a clash says that texts differ, not who is right)"]
        let letters = Dictionary(
            overview.letters.map { ($0.articleID, $0) }, uniquingKeysWith: { first, _ in first })
        for clash in overview.disagreements {
            lines += ["", "\(clash.relation.words): \(clash.explanation)"]
            for value in clash.values {
                let name = outletName(letters[value.articleID]?.outlet)
                let text = bracketed(value.sentenceText, [value.range])
                lines.append("  \(name) §\(value.sentence + 1): \(text)")
            }
        }
        return lines
    }

    private static func counts(_ overview: Overview) -> String {
        var parts = [
            counted(overview.articleCount, "article"), counted(overview.sentenceCount, "sentence"),
            counted(overview.actorCount, "actor"), counted(overview.pointCount, "point"),
        ]
        if let first = overview.firstPublished, let last = overview.lastPublished {
            parts.append("\(first.edtf) to \(last.edtf)")
        }
        if overview.digestCount > 0 {
            parts.append(
                overview.digestCount == overview.articleCount
                    ? "all retold by us" : "\(overview.digestCount) retold by us")
        }
        return parts.joined(separator: " · ")
    }

    /// Id, date, outlet, title; and "retold" where the words are ours.
    static func articleLine(_ row: ArticleRow) -> String {
        let date = row.published?.edtf ?? "no date"
        let retold = row.kind == .digest ? " (retold)" : ""
        let title = row.heading
        return "\(row.id.prefix(8))  \(padded(date, 11))  "
            + "\(outletName(row.outlet)): \(title)\(retold)"
    }

    /// One article: what is known of it, its sentences by number, and what was found in each.
    static func article(_ analyzed: AnalyzedArticle) -> [String] {
        let article = analyzed.article
        var lines = [
            article.heading,
            [
                outletName(article.outlet), article.published?.edtf ?? "no date stated",
                article.authors.isEmpty
                    ? "author not stated" : article.authors.joined(separator: ", "),
                article.kind == .digest ? "retold by us" : nil, article.url,
            ].compactMap { $0 }.joined(separator: " · "),
        ]
        lines += analyzed.findings.notes.map { "Note: \($0)" }
        let notes = FindingLabels(analyzed).bySentence
        var paragraph = -1
        for (index, sentence) in article.sentences.enumerated() {
            if sentence.paragraph != paragraph {
                paragraph = sentence.paragraph
                lines.append("")
                let headings = article.sections.filter { $0.paragraph == paragraph }
                lines += headings.map { "## \($0.text)" }
            }
            lines.append("§\(index + 1) \(article.sentenceText(index))")
            lines += notes[index, default: []].map { "     ◦ \($0)" }
        }
        if !article.removed.isEmpty {
            lines += ["", "Taken out of the body:"]
            lines += article.removed.map { "  \($0.text) (\($0.why))" }
        }
        return lines
    }

    /// Ranked articles with the passages that matched.
    static func search(_ answer: ArticlesAnswer) -> [String] {
        var lines: [String] = []
        for row in answer.rows {
            lines.append(articleLine(row))
            lines += row.passages.map {
                "     §\($0.sentence + 1) \(bracketed($0.text, $0.highlights))"
            }
        }
        let shown =
            answer.rows.count < answer.total ? ", \(answer.rows.count) shown" : ""
        lines.append("\(answer.total) of \(counted(answer.corpusTotal, "article"))\(shown)")
        return lines
    }

    static func participant(_ page: ParticipantPage) -> [String] {
        let participant = page.participant
        var lines = [participant.name]
        lines += participant.roles.map {
            "● " + words(of: $0) + (participant.rolesChecked ? "" : " (not checked)")
        }
        lines.append("named in \(counted(page.articleCount, "article"))")
        lines += values("Spelled", page.spellings) + values("Named beside", page.namedBeside)
        lines += cited("Named with another office than the dossier's", page.offices.map(labelled))
        for history in page.stances {
            let turns = history.turnCount
            lines += cited(
                "On \(history.point), by day" + (turns > 0 ? ", \(counted(turns, "turn"))" : ""),
                history.entries.map(labelled))
        }
        lines += cited("Quoted", page.quotesBy)
        return lines + cited("Named", page.mentions)
    }

    /// "Minister of Defence since 2023-09-06 until 2025-07-17".
    static func words(of role: Participant.Role) -> String {
        let from = role.from.map { " since \($0.iso)" } ?? ""
        let until = role.until.map { " until \($0.iso)" } ?? ""
        return role.title + from + until
    }

    /// An office as an article words it, and what the dossier has instead.
    static func words(of office: OfficeFinding) -> String {
        let held = office.roles.map { words(of: $0) }.joined(separator: "; ")
        let checked = office.isChecked ? "checked" : "not checked"
        return "“\(office.office)” for \(office.name); the dossier has \(held) (\(checked))"
    }

    private static func labelled(_ office: CitedOffice) -> CitedSentence {
        var citation = office.citation
        citation.label = words(of: office.finding)
        return citation
    }

    /// The position with its draft, its source and how it stands to what was reported before.
    private static func labelled(_ entry: StanceHistory.Entry) -> CitedSentence {
        var parts = [entry.label.rawValue]
        if let draft = entry.draft { parts.append("draft \(draft)") }
        if let condition = entry.condition { parts.append(condition) }
        if let source = entry.accordingTo { parts.append("according to \(source)") }
        switch entry.turn {
        case .change(let label)?: parts.append("≠ \(label.rawValue) reported before")
        case .contradiction(let label)?: parts.append("≠ \(label.rawValue) in the same article")
        case nil: break
        }
        var citation = entry.citation
        citation.label = parts.joined(separator: ", ")
        return citation
    }

    static func source(_ page: SourcePage) -> [String] {
        let outlet = page.outlet
        let facts = [outlet.medium, outlet.owner.map { "\($0) owner" }, outlet.country]
            .compactMap { $0 }.joined(separator: ", ")
        var lines = [outlet.name, facts.isEmpty ? "not in the dossier" : "● \(facts)"]
        if let note = outlet.note { lines.append("● \(note)") }
        if !page.published.isEmpty { lines += ["", "Published"] + page.published.map(articleLine) }
        return lines + values("Cites", page.cites) + cited("Cited by", page.citedBy)
    }

    static func point(_ page: PointPage) -> [String] {
        var lines = [
            page.isOfTopic ? page.topic.name : "\(page.topic.name) › \(page.point.name)",
            "reported in \(counted(page.articleCount, "article"))",
        ]
        let titles = Dictionary(
            page.drafts.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        lines += page.provisions.map {
            "● \(titles[$0.draft] ?? $0.draft), no. \($0.number) \($0.title): \($0.text)"
        }
        return lines + cited("Positions", page.positions) + cited("Sentences", page.sentences)
    }

    private static func values(_ title: String, _ values: [FacetValue]) -> [String] {
        guard !values.isEmpty else { return [] }
        let listed = values.map { "\($0.name) \($0.count)" }.joined(separator: ", ")
        return ["", "\(title): \(listed)"]
    }

    private static func cited(_ title: String, _ sentences: [CitedSentence]) -> [String] {
        guard !sentences.isEmpty else { return [] }
        return ["", title]
            + sentences.map { item in
                let date = item.published?.edtf ?? "no date"
                let retold = item.kind == .digest ? ", retold" : ""
                let text = bracketed(item.text, item.highlights)
                let label = item.label.isEmpty ? "" : "\(item.label): "
                return "  \(outletName(item.outlet)), \(date)\(retold), §\(item.sentence + 1) "
                    + "\(label)\(text)"
            }
    }

    /// `1 article`, `3 articles`.
    static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    /// The words a finding rests on, in `[ ]`. Ranges are scalars of `text`, ascending.
    static func bracketed(_ text: String, _ ranges: [Range<Int>]) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var position = 0
        for range in ranges
        where !range.isEmpty && range.lowerBound >= position
            && range.upperBound <= scalars.count
        {
            result.append(contentsOf: scalars[position..<range.lowerBound])
            result.append("[")
            result.append(contentsOf: scalars[range])
            result.append("]")
            position = range.upperBound
        }
        result.append(contentsOf: scalars[position...])
        return String(result)
    }

    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
    }
}

extension Comparison.Clash.Relation {
    /// As screens and exports name it.
    var words: String {
        switch self {
        case .contradiction: "Contradiction"
        case .laterVersion: "Other version"
        case .otherTime: "Other time"
        case .spelling: "Spelling"
        }
    }
}
