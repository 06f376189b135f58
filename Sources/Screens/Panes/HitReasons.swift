import Intake
import Queries

/// Why an article is among the results: each word that was hit, and what of the query hit it.
enum HitReasons {
    /// "“quotas”, a form of “quota”", "“Ada Holm”, actor:holm", "published before 4 Dec 2025"; empty
    /// where nothing is asked for.
    /// `spellings` are those of names of the query, by what was typed.
    static func of(
        _ row: ArticleRow, _ query: Query, spellings: [String: [String]] = [:]
    ) -> [String] {
        let terms = terms(query)
        var reasons: [String] = []
        func add(_ reason: String) { if !reasons.contains(reason) { reasons.append(reason) } }
        for word in words(of: row.passages) {
            if let reason = reason(for: word, terms, spellings) { add("“\(word)”, \(reason)") }
        }
        let title = row.title.map(folded) ?? ""
        for term in terms {
            switch term {
            case .word(let word) where title.contains(folded(word)):
                add("“\(word)” in the title")
            case .pattern(let pattern) where row.title.map { pattern.occurs(in: $0) } == true:
                add("\(QueryPrinter.text(of: term)) in the title")
            case .word, .prefix, .begun, .phrase, .phrasePrefix, .pattern: break
            case .field, .fieldPrefix:
                if !reasons.contains(where: { $0.hasSuffix(", " + QueryPrinter.text(of: term)) }) {
                    add(term.explanation)
                }
            default: add(term.explanation)
            }
        }
        return reasons
    }

    /// The conditions of a query that something must meet, without those that leave out.
    private static func terms(_ query: Query) -> [Query] {
        switch query {
        case .everything, .not: []
        case .and(let parts), .or(let parts): parts.flatMap(terms)
        case .sentence(let inner): terms(inner)
        default: [query]
        }
    }

    /// The words that are marked in the passages, each once, at most six.
    private static func words(of passages: [Passage]) -> [String] {
        var words: [String] = []
        for passage in passages {
            let scalars = Array(passage.text.unicodeScalars)
            for range in passage.highlights {
                let word = String(
                    String.UnicodeScalarView(scalars[range.clamped(to: 0..<scalars.count)]))
                let isNew = !words.contains { folded($0) == folded(word) }
                if !word.isEmpty, isNew { words.append(word) }
            }
        }
        return Array(words.prefix(6))
    }

    /// What of the query a marked word was hit by, the closest first.
    private static func reason(
        for word: String, _ terms: [Query], _ spellings: [String: [String]]
    ) -> String? {
        let hit = folded(word)
        for term in terms {
            switch term {
            case .word(let typed) where folded(typed) == hit,
                .begun(let typed) where folded(typed) == hit:
                return "as typed"
            case .phrase(let typed) where folded(typed.joined(separator: " ")) == hit:
                return typed.count == 1 ? "exactly as typed" : "these words in a row"
            case .pattern(let pattern) where pattern.occurs(in: word):
                return "a match of \(QueryPrinter.text(of: term))"
            default: break
            }
        }
        for term in terms {
            switch term {
            case .prefix(let start) where hit.hasPrefix(folded(start)),
                .begun(let start) where hit.hasPrefix(folded(start)):
                return "begins with “\(start)”"
            case .phrasePrefix(let typed)
            where hit.hasPrefix(folded(typed.joined(separator: " "))):
                return "begins with “\(typed.joined(separator: " "))”"
            default: break
            }
        }
        for case let typed? in terms.map(\.typedWord) {
            let others = spellings[typed] ?? []
            if others.contains(where: { folded($0) == hit }) {
                return "another spelling of “\(typed)”"
            }
        }
        for case let typed? in terms.map(\.typedWord)
        where folded(typed).commonPrefix(with: hit) >= min(3, typed.unicodeScalars.count) {
            return "a form of “\(typed)”"
        }
        for term in terms {
            switch term {
            case .field, .fieldPrefix: return QueryPrinter.text(of: term)
            default: break
            }
        }
        return nil
    }

    private static func folded(_ text: String) -> String { text.lowercased() }
}

extension Pattern {
    /// Whether it matches anywhere in a few words.
    fileprivate func occurs(in words: String) -> Bool {
        !matches(in: ArticleText(words), limit: 1).ranges.isEmpty
    }
}

extension String {
    /// How many scalars both begin with.
    fileprivate func commonPrefix(with other: String) -> Int {
        zip(unicodeScalars, other.unicodeScalars).prefix { $0 == $1 }.count
    }
}

extension State {
    /// Why the selected article is listed; nil where nothing is asked for.
    var hitWords: String? {
        guard !place.browse.narrowing.isEmpty, let row = place.browse.list.selected else {
            return nil
        }
        guard row.isMet else { return "It does not fit: f hides what does not." }
        let reasons = HitReasons.of(
            row, place.browse.query(isTyping: false).query,
            spellings: place.browse.list.spellings)
        if reasons.isEmpty { return nil }
        // Words are what it was found by; that it was published then is a fact.
        let isByWords = reasons.allSatisfy { $0.hasPrefix("“") }
        return (isByWords ? "Found by " : "Found: ") + reasons.joined(separator: "; ") + "."
    }
}
