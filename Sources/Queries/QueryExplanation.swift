import Intake

extension Query {
    /// How one term is read, in a few plain words: "published before 4 Dec 2025".
    package var explanation: String {
        switch self {
        case .everything: "every article"
        case .word(let word): "has “\(word)” or a form of it"
        case .prefix(let word): "has a word that begins with “\(word)”"
        case .begun(let word): "has a word that begins with “\(word)”, or a form of it"
        case .phrase(let words) where words.count == 1: "has exactly “\(words[0])”"
        case .phrase(let words): "has these words in a row: “\(words.joined(separator: " "))”"
        case .phrasePrefix(let words):
            "has these words in a row, the last going on: “\(words.joined(separator: " "))…”"
        case .pattern(let pattern): "has a match of \(pattern.explanation)"
        case .titlePattern(let pattern): "has a match in the title of \(pattern.explanation)"
        case .field(let field, let value): field.explanation(value)
        case .fieldPrefix(let field, let value): field.explanation(beginning: value)
        case .has(.quote): "quotes somebody"
        case .has(.clash): "differs from another article on a fact"
        case .state(.unread): "not read yet"
        case .state(.marked): "marked"
        case .state(.noted): "with a note of yours"
        case .state(.copy): "a near copy of another article"
        case .state(.edited): "edited since it was first held"
        case .before(let date): "published before \(date.words)"
        case .after(let date): "published after \(date.words)"
        case .on(let date):
            "published \(date.precision == .day ? "on" : "in") \(date.words)"
                + (date.isApproximate ? " or around it" : "")
        case .known(let date):
            "as known \(date.precision == .day ? "on" : "by the end of") \(date.words)"
        case .not(let inner): "leaves out: \(inner.explanation)"
        case .and(let parts): parts.map(\.explanation).joined(separator: ", and ")
        case .or(let parts): parts.map(\.explanation).joined(separator: ", or ")
        case .sentence(let inner): "in one and the same sentence: \(inner.explanation)"
        }
    }

    /// A field or a group of them: conditions between which "in one sentence" is a question.
    var isField: Bool {
        switch self {
        case .field, .fieldPrefix: true
        case .not(let inner): inner.isField
        default: false
        }
    }
}

extension Pattern {
    fileprivate var explanation: String {
        "/\(text)/" + (keepsCase ? ", capitals as typed" : "")
    }
}

extension Query.Field {
    fileprivate func explanation(_ value: String) -> String {
        switch self {
        case .source: "published by \(value)"
        case .cites: "cites \(value)"
        case .actor: "names \(value)"
        case .speaker: "quotes or reports \(value)"
        case .point: "speaks of \(value)"
        case .stance: "states a position: \(value)"
        case .draft: "speaks of the draft \(value)"
        case .title: "has “\(value)” in the title"
        case .lang: "is written in \(value)"
        case .saved: "fits your search “\(value)”"
        }
    }

    fileprivate func explanation(beginning value: String) -> String {
        switch self {
        case .source: "published by any outlet whose name begins with \(value)"
        case .cites: "cites any outlet whose name begins with \(value)"
        case .actor: "names anyone whose name begins with \(value)"
        case .speaker: "any speaker whose name begins with \(value)"
        case .point: "any point whose name begins with \(value)"
        case .stance: "any position that begins with \(value)"
        case .draft: "any draft whose name begins with \(value)"
        case .title: "has a word of the title that begins with “\(value)”"
        case .lang: "any language that begins with \(value)"
        case .saved: "fits any search of yours whose name begins with \(value)"
        }
    }
}
