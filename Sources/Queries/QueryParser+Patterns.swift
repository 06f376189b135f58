// How `/pattern/` is read.

extension QueryReading {
    /// Takes a pattern in, or says what is wrong with it where it stands in the query.
    mutating func readPattern(
        _ text: QueryToken.Text, _ range: Range<Int>, _ query: (Pattern) -> Query
    ) {
        let isBegun = isTyping && text.isOpen
        if isBegun {
            let pattern = isNegated ? nil : Pattern.begun(text.content)
            if let pattern { return add(query(pattern), range) }
        }
        guard !text.content.isEmpty else {
            if !isBegun { note(range, "\(place(range)) begins a pattern without anything in it.") }
            return lose()
        }
        do throws(PatternProblem) {
            let pattern = try Pattern(text.content, at: text.range.lowerBound)
            if isBegun { return lose() }
            if text.isOpen { noteUnclosed(text.range.lowerBound - 1) }
            add(query(pattern), range)
        } catch {
            if !(isBegun && error.isUnfinished) {
                let start = text.range.lowerBound
                note(
                    start + error.range.lowerBound..<start + error.range.upperBound,
                    "\(error.message); the pattern is left out.")
            }
            lose()
        }
    }
}

extension Pattern {
    private static let mostTries = 64

    /// The pattern as far as it can be read while it is being typed, open brackets closed:
    /// `(cease|` is read as `(cease|)`, `a{2,` as `a`. Nil where it is empty, or no letter more
    /// could make it one.
    static func begun(_ text: String) -> Pattern? {
        var typed = Array(text.unicodeScalars)
        var closing = ""
        for _ in 0..<mostTries where !typed.isEmpty {
            // Alone it would mean itself.
            if typed.last == "{", typed.dropLast().last != "\\" { typed.removeLast() }
            if typed.isEmpty { return nil }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: typed)
            do throws(PatternProblem) {
                return try Pattern(String(view) + closing)
            } catch {
                guard error.isUnfinished else { return nil }
                let isEmpty =
                    typed.last == "[" || typed.last == "("
                    || typed.suffix(2).elementsEqual(["[", "^"])
                if let bracket = error.missing, !isEmpty {
                    closing.append(bracket)
                } else {
                    typed.removeLast()
                    closing = ""
                }
            }
        }
        return nil
    }
}

extension Pattern {
    /// The same pattern as it can stand between slashes.
    var escaped: Pattern {
        var view = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in text.unicodeScalars {
            let isMeant = !isEscaped && (scalar == "/" || view.isEmpty && isBlank(scalar))
            if isMeant { view.append("\\") }
            view.append(scalar)
            isEscaped = !isEscaped && scalar == "\\"
        }
        let escaped = String(view)
        return escaped == text ? self : (try? Pattern(escaped)) ?? self
    }
}

extension QueryParser {
    /// The text with a slash at its end where a pattern is open that needs no more: what is kept of
    /// it is then not typed on by accident.
    package static func closed(_ text: String) -> String {
        guard let pattern = QueryLexer.tokens(of: Array(text.unicodeScalars)).last?.pattern,
            pattern.isOpen, (try? Pattern(pattern.content)) != nil, !pattern.content.isEmpty
        else { return text }
        return text + "/"
    }

    /// Whether the cursor stands within a pattern.
    package static func isInPattern(_ text: String, cursor: Int) -> Bool {
        let tokens = QueryLexer.tokens(of: Array(text.unicodeScalars.prefix(lengthLimit)))
        return tokens.contains { token in
            guard let pattern = token.pattern else { return false }
            return pattern.range.lowerBound <= cursor && cursor <= pattern.range.upperBound
        }
    }
}

extension QueryToken {
    /// What stands between slashes, alone or behind a key.
    fileprivate var pattern: Text? {
        switch kind {
        case .text(let text) where text.isPattern: text
        case .key(_, let text?) where text.isPattern: text
        default: nil
        }
    }
}
