package import Analysis
package import Intake

/// What a matrix is to show.
package struct MatrixQuestion: Hashable, Sendable {
    /// What stands in its rows.
    package enum Subject: String, CaseIterable, Sendable { case points, people, words }

    package var subject: Subject
    /// Only articles that meet it.
    package var query: Query

    package init(_ subject: Subject, within query: Query = .everything) {
        self.subject = subject
        self.query = query
    }
}

/// Who speaks of what, and calls it what: points, people or words by articles, or by sources where
/// there are many articles. A cell of 0 is an omission.
package struct Matrix: Equatable, Sendable {
    /// An article, or a source.
    package struct Column: Hashable, Sendable {
        package var id: String
        /// Of an article, as in `Overview.letters`; nil of a source.
        package var letter: String?
        /// The outlet; nil where none is stated.
        package var outlet: String?
        package var published: PublicationDate?
        /// Articles of the result that stand in it.
        package var articleCount: Int

        package init(
            id: String, letter: String? = nil, outlet: String?,
            published: PublicationDate? = nil, articleCount: Int = 1
        ) {
            self.id = id
            self.letter = letter
            self.outlet = outlet
            self.published = published
            self.articleCount = articleCount
        }
    }

    package struct Row: Hashable, Sendable {
        package var id: String
        package var name: String
        /// The topic of a point, the kind of a participant, what words are chosen for.
        package var group: String
        /// One a column: sentences of an article, or articles of a source.
        package var counts: [Int]

        package init(id: String, name: String, group: String, counts: [Int]) {
            self.id = id
            self.name = name
            self.group = group
            self.counts = counts
        }

        /// Columns that speak of it.
        package var speakingCount: Int { counts.count { $0 > 0 } }
        package var total: Int { counts.reduce(0, +) }
    }

    package var subject: MatrixQuestion.Subject
    /// Columns are articles and cells count sentences; else sources, and cells count articles.
    package var isByArticle: Bool
    package var columns: [Column]
    /// Points in the order of the dossier, people by how often they are named, words where two at
    /// least are used for one thing; each in at least one column.
    package var rows: [Row]
    /// Names of the dossier's points that none of the articles speaks of, in its order.
    package var unreported: [String]
    package var articleCount: Int
    /// Sources of the result that have no column, since only the largest have one.
    package var leftOutSources: Int

    package init(
        subject: MatrixQuestion.Subject, isByArticle: Bool, columns: [Column], rows: [Row],
        unreported: [String], articleCount: Int, leftOutSources: Int = 0
    ) {
        self.subject = subject
        self.isByArticle = isByArticle
        self.columns = columns
        self.rows = rows
        self.unreported = unreported
        self.articleCount = articleCount
        self.leftOutSources = leftOutSources
    }

    /// More articles are shown by their sources.
    package static let articleLimit = Overview.letterLimit
    /// Sources that have a column.
    package static let sourceLimit = 12
}

extension Matrix {
    /// One column an article, in their order; `letters` and `uses`, of words, are theirs.
    package init(
        of subject: MatrixQuestion.Subject, articles: [AnalyzedArticle], letters: [String],
        uses: [[WordUse]] = [], dossier: Dossier
    ) {
        var counts: [String: [Int]] = [:]
        for (column, article) in articles.enumerated() {
            let said = column < uses.count ? uses[column].map(\.told) : []
            for (id, count) in article.findings.named(subject) + said {
                var row = counts[id] ?? Array(repeating: 0, count: articles.count)
                row[column] += count
                counts[id] = row
            }
        }
        let columns = zip(articles, letters).map { analyzed, letter in
            Column(
                id: analyzed.article.id, letter: letter, outlet: analyzed.article.outlet,
                published: analyzed.article.published)
        }
        self.init(
            of: subject, counts: counts, columns: columns, isByArticle: true,
            articleCount: articles.count, dossier: dossier)
    }

    /// From the counts of each id, one a column.
    package init(
        of subject: MatrixQuestion.Subject, counts: [String: [Int]], columns: [Column],
        isByArticle: Bool, articleCount: Int, leftOutSources: Int = 0, dossier: Dossier
    ) {
        var rows: [Row] = []
        var unreported: [String] = []
        switch subject {
        case .points:
            let points = Dictionary(grouping: dossier.points) { $0.topic }
            for topic in dossier.topics {
                for point in points[topic.id] ?? [] {
                    if let counts = counts[point.id], counts.contains(where: { $0 > 0 }) {
                        rows.append(
                            Row(
                                id: point.id, name: point.name, group: topic.name, counts: counts))
                    } else {
                        unreported.append(point.name)
                    }
                }
            }
        case .people:
            for participant in dossier.participants {
                guard let counts = counts[participant.id], counts.contains(where: { $0 > 0 })
                else { continue }
                rows.append(
                    Row(
                        id: participant.id, name: participant.name,
                        group: participant.kind.rawValue, counts: counts))
            }
            rows.sort {
                ($1.speakingCount, $1.total, $0.name) < ($0.speakingCount, $0.total, $1.name)
            }
        case .words: rows = Matrix.choices(counts, WordForms(dossier: dossier).all)
        }
        self.init(
            subject: subject, isByArticle: isByArticle, columns: columns, rows: rows,
            unreported: unreported, articleCount: articleCount, leftOutSources: leftOutSources)
    }

    /// The forms of which another one of the same thing is used, too; the commonest first.
    private static func choices(_ counts: [String: [Int]], _ forms: [WordForms.Form]) -> [Row] {
        let used = forms.compactMap { form in
            counts[form.id].map {
                Row(id: form.id, name: form.text, group: form.about, counts: $0)
            }
        }.filter { $0.total > 0 }
        let groups = Dictionary(grouping: used, by: \.group)
        var seen: Set<String> = []
        return used.filter { seen.insert($0.group).inserted }.flatMap { first in
            let choices = groups[first.group] ?? []
            return choices.count < 2 ? [] : choices.sorted { $0.total > $1.total }
        }
    }
}

extension Findings {
    /// What a matrix of `subject` counts, and in how many sentences: only what the dossier has.
    fileprivate func named(_ subject: MatrixQuestion.Subject) -> [(String, Int)] {
        switch subject {
        case .points: points.map { ($0.id, $0.basis.sentences.count) }
        case .people: actors.filter(\.isKnown).map { ($0.id, $0.basis.sentences.count) }
        case .words: []
        }
    }
}

extension WordUse {
    /// The form, and in how many sentences the article uses it in its own voice.
    fileprivate var told: (String, Int) { (form.id, Set(own.map(\.sentence)).count) }
}
