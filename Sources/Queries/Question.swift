/// What a screen or a command asks of the archive. Answered by the `Answer` case of the same name.
package enum Question: Hashable, Sendable {
    /// The corpus in numbers, its dossier, and where its articles differ.
    case overview
    case articles(ArticlesQuestion)
    /// One article with its findings, by id or by a unique prefix of it.
    case article(String)
    /// What the corpus holds on one participant, source or point; `within` narrows the articles.
    case participant(String, within: Query)
    case source(String, within: Query)
    case point(String, within: Query)
    /// An article among the others, by id or by a unique prefix of it.
    case context(String)
    /// What was edited in an article since it was first held, by id or a unique prefix of it.
    case history(String)
    /// Two to four articles beside each other, by id, in this order.
    case comparison([String])
    /// What became of each point between two drafts; `pair` is the n-th pair that the dossier
    /// compares.
    case drafts(pair: Int, within: Query)
    /// What happened day by day, and which articles tell of it.
    case timeline(within: Query)
    /// Sentences of rows of a timeline of many articles, by the rows' keys: those of the newest.
    case tellings([TimelineKey], within: Query)
    /// Who has it from whom.
    case chains(within: Query)
    /// On which facts the articles differ.
    case clashes(ClashesQuestion)
    /// Who speaks of which points, of whom, or in which words.
    case matrix(MatrixQuestion)
    /// Sentences in which articles use a word in their own voice, by the id of a `WordForms.Form`.
    case wordUses(String, within: Query)
    /// Where a pattern matches in an article, by its id.
    case matches(Pattern, in: String)
    /// What the person has done with an article, by its id.
    case ownWork(String)
    /// Searches kept under a name, with what they find.
    case savedSearches
    /// Everything with a name that fits: articles, sources, participants, points.
    case names(String, limit: Int)
    /// Who is quoted or reported, by the beginning of a word of the name.
    case speakers(String, limit: Int)
    /// Words that are spelled almost like one that no article has, the nearest first.
    case nearWords(String, limit: Int)
    /// Names that no dossier knows, the most often named first.
    case proposals(limit: Int)
    /// The sentences that one of them rests on, by id.
    case proposal(String)
}

extension Question {
    /// The same asked of the articles that meet another query.
    package func replacingQuery(_ change: (Query) throws -> Query) rethrows -> Question {
        switch self {
        case .articles(var question):
            question.query = try change(question.query)
            return .articles(question)
        case .clashes(var question):
            question.query = try change(question.query)
            return .clashes(question)
        case .matrix(var question):
            question.query = try change(question.query)
            return .matrix(question)
        case .participant(let id, let query): return .participant(id, within: try change(query))
        case .source(let id, let query): return .source(id, within: try change(query))
        case .point(let id, let query): return .point(id, within: try change(query))
        case .drafts(let pair, let query):
            return .drafts(pair: pair, within: try change(query))
        case .timeline(let query): return .timeline(within: try change(query))
        case .tellings(let keys, let query): return .tellings(keys, within: try change(query))
        case .chains(let query): return .chains(within: try change(query))
        case .wordUses(let form, let query): return .wordUses(form, within: try change(query))
        case .overview, .article, .context, .history, .comparison, .matches, .ownWork,
            .savedSearches, .names, .speakers, .nearWords, .proposals, .proposal:
            return self
        }
    }
}

/// A window of the articles that meet a query, and the counts around it.
package struct ArticlesQuestion: Hashable, Sendable {
    package enum Order: String, CaseIterable, Sendable {
        case newest, oldest, best, outlet, title
    }

    package var query: Query
    package var order: Order
    /// Rows of the ordered result, from 0.
    package var window: Range<Int>
    /// An article in whose middle the window is to lie, as long as it is and inside of the list;
    /// where it is not in the list, the window counts.
    package var around: String?
    package var wantsFacets: Bool
    /// Of near copies only the first that meets the query is among the rows, and counted.
    package var foldsCopies = false
    /// All articles are among the rows, and those that do not meet the query say so.
    package var listsOthers = false
    /// How many matching sentences to give with each row of the window.
    package var passagesPerArticle: Int

    package init(
        query: Query, order: Order = .newest, window: Range<Int> = 0..<100,
        wantsFacets: Bool = true, passagesPerArticle: Int = 0
    ) {
        self.query = query
        self.order = order
        self.window = window
        self.wantsFacets = wantsFacets
        self.passagesPerArticle = passagesPerArticle
    }

    /// So many rows with `place` in their middle, moved as far as keeps them in the list.
    package static func window(of size: Int, around place: Int, in count: Int) -> Range<Int> {
        let start = max(0, min(place - size / 2, count - size))
        return start..<start + size
    }

    /// The same with an article in the middle of the window; nil changes nothing.
    package func around(_ id: String?) -> ArticlesQuestion {
        var question = self
        question.around = id
        return question
    }

    /// The same with the articles that do not meet the query among the rows, or not.
    package func listingOthers(_ listsOthers: Bool) -> ArticlesQuestion {
        var question = self
        question.listsOthers = listsOthers
        return question
    }

    /// The same with near copies folded or not.
    package func folding(_ foldsCopies: Bool) -> ArticlesQuestion {
        var question = self
        question.foldsCopies = foldsCopies
        return question
    }
}

/// The next facts on which the articles that meet a query differ. Facts that may differ come in
/// groups, the gravest kinds first and the newest days first within a kind.
package struct ClashesQuestion: Hashable, Sendable {
    package var query: Query
    /// The group to begin with: 0, else `ClashesAnswer.next`.
    package var start: Int
    /// Stops after the group with which so many facts are found, or so many groups compared.
    package var factLimit: Int
    package var groupLimit: Int

    package init(
        query: Query = .everything, start: Int = 0, factLimit: Int = 60, groupLimit: Int = 1000
    ) {
        self.query = query
        self.start = start
        self.factLimit = factLimit
        self.groupLimit = groupLimit
    }
}
