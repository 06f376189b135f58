package import Intake

// The normal form of a query: the one spelling among those that mean the same, so that
// `parse(print(query)) == query` can hold. A query is in normal form when
//  - `everything` stands alone, never inside another query;
//  - `and` and `or` hold two parts or more, none of their own kind; order and repeats are kept;
//  - `not` holds no `not`, and `sentence` no `sentence` as its whole content;
//  - words begin and end with a letter or digit and hold no blank, bracket, star or quotation mark;
//    a word that would be read as a key or as OR, AND, NOT is a phrase of one word;
//  - `phrasePrefix` holds two words or more (one is a `prefix`);
//  - in patterns every slash stands behind a backslash, and so does a blank they begin with;
//  - values hold single blanks and no quotation marks, and are not empty;
//    languages and stances are in lower case, stances are known; only `on` has about dates.

extension Query {
    /// The same condition in normal form; parts without a word or value are left out.
    package var normalized: Query {
        switch self {
        case .everything, .has, .state, .on: self
        case .word(let text): Query.word(of: Query.words(in: text))
        case .begun(let text): Query.begun(Query.words(in: text))
        case .prefix(let text): Query.phrasePrefix(of: Query.words(in: text))
        case .phrase(let words):
            Query.nonempty(words.flatMap(Query.words), Query.phrase)
        case .phrasePrefix(let words): Query.phrasePrefix(of: words.flatMap(Query.words))
        case .pattern(let pattern): Query.nonempty(pattern.text) { _ in .pattern(pattern.escaped) }
        case .titlePattern(let pattern):
            Query.nonempty(pattern.text) { _ in .titlePattern(pattern.escaped) }
        case .field(let field, let value):
            Query.nonempty(Query.value(value, of: field)) { value in
                Query.accepts(field) { $0 == value } ? .field(field, value) : .everything
            }
        case .fieldPrefix(let field, let value):
            Query.nonempty(Query.value(value, of: field)) { value in
                Query.accepts(field) { $0.hasPrefix(value) }
                    ? .fieldPrefix(field, value) : .everything
            }
        case .before(let date): .before(date.exact)
        case .after(let date): .after(date.exact)
        case .known(let date): .known(date.exact)
        case .not(let inner): inner.normalized.negated
        case .and(let parts): Query.all(parts.map(\.normalized))
        case .or(let parts): Query.any(parts.map(\.normalized))
        case .sentence(let inner): inner.normalized.inOneSentence
        }
    }

    /// The query with `change` made to each condition in it that holds no other; in normal form.
    package func replacing(_ change: (Query) throws -> Query) rethrows -> Query {
        switch self {
        case .not(let inner): try inner.replacing(change).negated
        case .and(let parts): Query.all(try parts.map { try $0.replacing(change) })
        case .or(let parts): Query.any(try parts.map { try $0.replacing(change) })
        case .sentence(let inner): try inner.replacing(change).inOneSentence
        default: try change(self).normalized
        }
    }

    /// Both conditions at once, in normal form: a typed query narrowed by chosen facets. What must
    /// hold already is not said again.
    package func narrowed(by other: Query) -> Query {
        let conditions = normalized.conditions
        let more = other.normalized.conditions.filter { !conditions.contains($0) }
        return Query.all(conditions + more)
    }

    /// The query without a condition that must hold for all of it.
    package func without(_ condition: Query) -> Query {
        Query.all(normalized.conditions.filter { $0 != condition.normalized })
    }

    /// What must hold, each for itself; of a query in normal form.
    private var conditions: [Query] {
        if case .and(let parts) = self { return parts }
        return [self]
    }

    // What follows takes parts in normal form and returns the normal form.

    var negated: Query {
        switch self {
        case .everything: .everything
        case .not(let inner): inner
        default: .not(self)
        }
    }

    var inOneSentence: Query {
        switch self {
        case .everything, .sentence: self
        default: .sentence(self)
        }
    }

    static func all(_ parts: [Query]) -> Query {
        let flat = parts.flatMap { part -> [Query] in
            if case .and(let inner) = part { return inner }
            return part == .everything ? [] : [part]
        }
        return flat.count > 1 ? .and(flat) : flat.first ?? .everything
    }

    static func any(_ parts: [Query]) -> Query {
        let flat = parts.flatMap { part -> [Query] in
            if case .or(let inner) = part { return inner }
            return part == .everything ? [] : [part]
        }
        return flat.count > 1 ? .or(flat) : flat.first ?? .everything
    }

    static func word(of words: [String]) -> Query {
        guard words.count == 1, let word = words.first else { return nonempty(words, phrase) }
        return isBareWord(word) ? .word(word) : .phrase([word])
    }

    /// What is being typed: one word alone may be a form of others.
    static func begun(_ words: [String]) -> Query {
        guard words.count == 1, let word = words.first, isBareWord(word) else {
            return phrasePrefix(of: words)
        }
        return .begun(word)
    }

    static func phrasePrefix(of words: [String]) -> Query {
        guard words.count == 1, let word = words.first else {
            return nonempty(words, phrasePrefix)
        }
        return .prefix(word)
    }

    /// The words of a text as a search index would keep them, punctuation around them left off.
    static func words(in text: String) -> [String] {
        text.unicodeScalars.split { isDelimiter($0) || $0 == "*" }.compactMap { piece in
            guard let first = piece.firstIndex(where: isWordScalar),
                let last = piece.lastIndex(where: isWordScalar)
            else { return nil }
            return String(String.UnicodeScalarView(piece[first...last]))
        }
    }

    /// Whether a word is read as itself when it stands bare: no key, no pattern, no OR, AND, NOT.
    static func isBareWord(_ word: String) -> Bool {
        let scalars = Array(word.unicodeScalars)
        let tokens = QueryLexer.tokens(of: scalars)
        guard tokens.count == 1, case .text(let text) = tokens[0].kind else { return false }
        return !text.isPattern
    }

    static func value(_ text: String, of field: Field) -> String {
        let cleaned = text.unicodeScalars.split { isBlank($0) || isQuotationMark($0) }
            .map { String(String.UnicodeScalarView($0)) }.joined(separator: " ")
        return field == .lang || field == .stance ? cleaned.lowercased() : cleaned
    }

    /// Whether a field's list of values, if the language fixes one, has a value of this kind.
    private static func accepts(_ field: Field, _ isMeant: (String) -> Bool) -> Bool {
        QueryKey(rawValue: field.rawValue)?.fixedValues?.contains(where: isMeant) ?? true
    }

    private static func nonempty<T: Collection>(_ value: T, _ make: (T) -> Query) -> Query {
        value.isEmpty ? .everything : make(value)
    }
}

extension PublicationDate {
    /// The days that `on:` takes in: the span of the date; an about date reaches three days
    /// further on both sides, an about month fifteen, an about year half a year.
    package var queriedDays: ClosedRange<Day> {
        guard isApproximate else { return day...lastDay }
        let reach =
            switch precision {
            case .day: 3
            case .month: 15
            case .year: 183
            }
        return day - reach...lastDay + reach
    }

    var exact: PublicationDate { PublicationDate(day: day, precision: precision) }
}
