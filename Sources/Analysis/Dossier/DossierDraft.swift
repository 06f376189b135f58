import Intake

/// Proposes a dossier from articles: a commented TOML file that `DossierReader` reads without a
/// mistake and that a person then mends.
///
/// The articles are best analysed with an empty dossier. What stands in one sentence only is
/// written as a comment.
package struct DossierDraft {
    private let articles: [AnalyzedArticle]
    private var lines: [String] = []
    /// Names and ids that are taken, so that no two entries share one.
    private var names: Set<String> = []
    private var ids: Set<String> = []

    /// The text of the proposal; `id` and `title` as in `[dossier]`.
    package static func toml(
        from articles: [AnalyzedArticle], id: String, title: String
    ) -> String {
        var draft = DossierDraft(articles: articles)
        draft.writeHead(id: id, title: title)
        draft.writePoints()
        draft.writeDrafts()
        draft.writeOutlets()
        draft.writeActors()
        return draft.lines.joined(separator: "\n") + "\n"
    }

    private init(articles: [AnalyzedArticle]) {
        self.articles = articles
    }

    // MARK: - Head

    private mutating func writeHead(id: String, title: String) {
        lines += [
            "# A proposal made by rules from \(articles.count) article\(articles.count == 1 ? "" : "s").",
            "# Go through it from top to bottom: correct names, add aliases and offices, remove what",
            "# takes no part. Behind # stands where a proposal comes from. docs/dossier.md explains",
            "# every key; `parley dossier check` names mistakes.",
            "",
            "[dossier]",
            "id = \(Self.quoted(Self.slug(id) ?? "my-dossier"))",
            "title = \(Self.quoted(title))",
            "",
        ]
    }

    // MARK: - Points

    private mutating func writePoints() {
        lines.append(
            "# What is at issue: phrases the articles repeat where they speak of what is to be.")
        heading("Group them by topic, give each a provision, and widen the cues.")
        lines += ["[[topic]]", "id = \"general\"", "name = \"General\"", ""]
        var taken: Set<String> = []
        for phrase in RepeatedPhrases.phrases(in: articles.map(\.article)).prefix(24) {
            guard let id = Self.slug(phrase.text), taken.insert(id).inserted else { continue }
            lines.append(
                "# \(Self.counted(phrase.sentences, "sentence")), "
                    + "\(Self.counted(phrase.articles, "article")):")
            lines += phrase.examples.map { "#   " + Self.comment($0) }
            lines += [
                "[[point]]",
                "id = \(Self.quoted(id))",
                "name = \(Self.quoted(Self.capitalised(phrase.text)))",
                "topic = \"general\"",
                "# provision = \"What the plan provides, in a clause\"",
                "cues = [\(Self.quoted(phrase.cue))]",
                "",
            ]
        }
    }

    /// A sentence on one line of a comment, cut where it is long.
    private static func comment(_ sentence: String) -> String {
        let words = sentence.split(whereSeparator: \.isWhitespace)
        let text = words.joined(separator: " ").filter { $0 != "\u{7F}" && $0 >= " " }
        return text.count > 160 ? text.prefix(160) + "…" : text
    }

    // MARK: - Drafts

    /// One draft for each number of points that articles give the plan.
    private mutating func writeDrafts() {
        var seen: [Int: (count: Int, first: PublicationDate?)] = [:]
        for item in articles {
            for figure in item.findings.figures
            where figure.unit == "point" && figure.about == "plan.points"
                && (2...500).contains(figure.value)
            {
                let known = seen[Int(figure.value)] ?? (0, nil)
                let first = [known.first, item.article.published].compactMap { $0 }
                    .min { $0.day < $1.day }
                seen[Int(figure.value)] = (known.count + 1, first)
            }
        }
        guard !seen.isEmpty else { return }
        heading("Versions of the plan, by the number of points articles give it.")
        for (size, evidence) in seen.sorted(by: { $0.key > $1.key }) {
            lines += [
                "# \(Self.counted(evidence.count, "mention"))"
                    + (evidence.first.map { ", first in an article of \($0.edtf)" } ?? ""),
                "[[draft]]",
                "id = \"points-\(size)\"",
                "title = \"Text of \(size) points\"",
                "points = \(size)",
                "points_certain = false",
                "aliases = [\"\(size)-point plan\"]",
                "",
            ]
        }
    }

    // MARK: - Outlets and actors

    private mutating func writeOutlets() {
        var order: [String] = []
        var tally: [String: Tally] = [:]
        for (index, item) in articles.enumerated() {
            if let own = item.article.outlet {
                if tally[own] == nil { order.append(own) }
                tally[own, default: Tally(name: own)].add(article: index, sentences: 0, isOwn: true)
            }
            for outlet in item.findings.citedOutlets {
                if tally[outlet.name] == nil { order.append(outlet.name) }
                tally[outlet.name, default: Tally(name: outlet.name)].add(
                    article: index, sentences: outlet.basis.sentences.count)
            }
        }
        guard !order.isEmpty else { return }
        heading("Outlets: those the articles come from, and those they cite.")
        for entry in order.compactMap({ tally[$0] }).sorted(by: { $0.weight > $1.weight }) {
            guard let id = take(entry.name) else { continue }
            lines += [
                "# " + entry.evidence, "[[outlet]]", "id = \(Self.quoted(id))",
                "name = \(Self.quoted(entry.name))",
                "# country = \"GB\", owner = \"private\", medium = \"site\", domains = [\"…\"]", "",
            ]
        }
    }

    private mutating func writeActors() {
        var order: [String] = []
        var tally: [String: Tally] = [:]
        for (name, state) in states() {
            order.append(name)
            tally[name] = state
        }
        for (index, item) in articles.enumerated() {
            for actor in item.findings.actors {
                if tally[actor.name] == nil { order.append(actor.name) }
                var entry = tally[actor.name] ?? Tally(name: actor.name)
                entry.kind = actor.kind
                if let office = actor.basis.cue, actor.kind == .person,
                    !entry.offices.contains(office), entry.offices.count < 3
                {
                    entry.offices.append(office)
                }
                entry.add(article: index, sentences: actor.basis.sentences.count)
                for form in actor.forms where !entry.forms.contains(form) && form != actor.name {
                    entry.forms.append(form)
                }
                tally[actor.name] = entry
            }
        }
        guard !order.isEmpty else { return }
        heading("Actors, the most often named first.")
        for entry in order.compactMap({ tally[$0] }).sorted(by: { $0.weight > $1.weight }) {
            guard let id = take(entry.name) else { continue }
            let aliases = entry.forms.filter { names.insert($0.lowercased()).inserted }
            var block = [
                "[[actor]]", "id = \(Self.quoted(id))", "name = \(Self.quoted(entry.name))",
                "kind = \"\(entry.kind.rawValue)\"",
            ]
            if !aliases.isEmpty {
                block.append("aliases = [\(aliases.map(Self.quoted).joined(separator: ", "))]")
            }
            let isRare = entry.weight < 2
            lines.append("# " + entry.evidence)
            if !entry.offices.isEmpty {
                let offices = entry.offices.map { "“\(Self.comment($0))”" }
                lines.append("# Called " + offices.joined(separator: ", ") + ".")
            }
            lines += block.map { isRare ? "# " + $0 : $0 } + [""]
        }
    }

    /// The states the articles name, by name: no rule knows them without a dossier.
    private func states() -> [(String, Tally)] {
        var drafted = DraftedStates()
        for (index, item) in articles.enumerated() { drafted.read(item.article, number: index) }
        return drafted.entries.values.sorted { $0.state.name < $1.state.name }.map { entry in
            var tally = Tally(name: entry.state.name)
            tally.kind = .state
            tally.forms = entry.forms
            for article in entry.articles.sorted() { tally.add(article: article, sentences: 0) }
            tally.add(sentences: entry.sentences)
            return (entry.state.name, tally)
        }
    }

    /// How often a name stands where.
    private struct Tally {
        var name: String
        var kind = Participant.Kind.person
        var forms: [String] = []
        /// What people are called in front of their names.
        var offices: [String] = []
        private var articles: Set<Int> = []
        private var sentences = 0
        private var isOwn = false

        init(name: String) {
            self.name = name
        }

        mutating func add(article: Int, sentences: Int, isOwn: Bool = false) {
            articles.insert(article)
            self.sentences += sentences
            if isOwn { self.isOwn = true }
        }

        mutating func add(sentences: Int) { self.sentences += sentences }

        var weight: Int { sentences + (isOwn ? 1 : 0) }

        var evidence: String {
            let source = isOwn ? ", the outlet of an article" : ""
            return "\(DossierDraft.counted(sentences, "sentence")), "
                + "\(DossierDraft.counted(articles.count, "article"))\(source)"
        }
    }

    // MARK: - Writing

    private mutating func heading(_ text: String) {
        lines += ["# \(text)", ""]
    }

    /// An id for a name that no entry has yet; nil when it is taken or nothing is left of it.
    private mutating func take(_ name: String) -> String? {
        guard names.insert(name.lowercased()).inserted else { return nil }
        let base = Self.slug(name) ?? "entry-\(ids.count + 1)"
        var id = base
        var number = 2
        while !ids.insert(id).inserted {
            id = "\(base)-\(number)"
            number += 1
        }
        return id
    }

    private static func slug(_ name: String) -> String? { TOMLText.slug(name) }
    private static func quoted(_ text: String) -> String { TOMLText.quoted(text) }

    private static func capitalised(_ text: String) -> String {
        text.prefix(1).uppercased() + text.dropFirst()
    }

    fileprivate static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }
}
