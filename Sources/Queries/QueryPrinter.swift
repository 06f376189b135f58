import Intake

/// Writes a query as a person would type it, so that `parse(print(query)) == query` for every
/// query in normal form; `everything` is the empty text.
package enum QueryPrinter {
    package static func text(of query: Query) -> String {
        write(query.normalized)
    }

    private static func write(_ query: Query) -> String {
        switch query {
        case .everything: ""
        case .word(let word), .begun(let word): word
        case .prefix(let word): value(word) + "*"
        case .phrase(let words): quoted(words.joined(separator: " "))
        case .phrasePrefix(let words): quoted(words.joined(separator: " ")) + "*"
        case .pattern(let pattern): "/" + pattern.text + "/"
        case .titlePattern(let pattern): "title:/" + pattern.text + "/"
        case .field(let field, let value): field.rawValue + ":" + self.value(value)
        case .fieldPrefix(let field, let value): field.rawValue + ":" + self.value(value) + "*"
        case .has(let trait): "has:" + trait.rawValue
        case .state(let mark): "is:" + mark.rawValue
        case .before(let date): "before:" + date.edtf
        case .known(let date): "known:" + date.edtf
        case .after(let date): "after:" + date.edtf
        case .on(let date): "on:" + date.edtf
        case .not(let inner): "-" + operand(inner)
        case .and(let parts): parts.map(write).joined(separator: " ")
        case .or(let parts): parts.map(operand).joined(separator: " OR ")
        case .sentence(let inner): "{" + write(inner) + "}"
        }
    }

    /// OR binds its neighbours more tightly than standing side by side does.
    private static func operand(_ query: Query) -> String {
        switch query {
        case .and, .or: "(" + write(query) + ")"
        default: write(query)
        }
    }

    private static func quoted(_ text: String) -> String { "\"" + text + "\"" }

    /// A value of a field as it must be typed: quoted where blanks or signs ask for it.
    package static func value(_ value: String) -> String {
        let isBare = value.unicodeScalars.allSatisfy { !isDelimiter($0) && $0 != "*" }
        return isBare && Query.isBareWord(value) ? value : quoted(value)
    }
}
