/// Keys that are pressed one after the other: `gg`, `<C-p>`, `'a`.
package struct KeySequence: Hashable, Sendable {
    /// At least one, each with a notation.
    package let keys: [Key]

    /// Why a text is no key sequence; positions are characters from 0.
    package enum Mistake: Error, Equatable, Sendable {
        case empty
        case unknownName(String, at: Int)
        case unclosed(at: Int)

        /// What is wrong, for the person who wrote it.
        package var message: String {
            switch self {
            case .empty: "no key is named"
            case .unknownName(let name, let place): "<\(name)> at \(place + 1) is no key"
            case .unclosed(let place): "the < at \(place + 1) has no >; a < itself is <lt>"
            }
        }
    }

    /// Keys that were pressed; nil when there is none, or one that cannot be bound.
    package init?(_ keys: [Key]) {
        guard !keys.isEmpty, keys.allSatisfy(\.isBindable) else { return nil }
        self.keys = keys
    }

    /// Reads `gg` or `<C-w>j`. Blanks between keys count for nothing; the space bar is `<Space>`.
    package init(_ text: String) throws(Mistake) {
        let characters = Array(text)
        var keys: [Key] = []
        var at = 0
        while at < characters.count {
            let character = characters[at]
            if character == "<" {
                guard let close = characters[at...].dropFirst(2).firstIndex(of: ">") else {
                    throw .unclosed(at: at)
                }
                let name = String(characters[at + 1..<close])
                guard let key = Key(name: name) else { throw .unknownName(name, at: at) }
                keys.append(key)
                at = close + 1
            } else {
                if !character.isWhitespace { keys.append(.character(character)) }
                at += 1
            }
        }
        guard !keys.isEmpty else { throw .empty }
        self.keys = keys
    }

    /// The sequence as it is written; reading it gives the sequence again.
    package var notation: String {
        keys.compactMap(\.notation).joined()
    }
}
