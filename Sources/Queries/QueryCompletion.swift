/// What is being typed at the cursor and could be completed. Offsets count scalars of the text.
package struct QueryCompletion: Equatable, Sendable {
    package enum Kind: Equatable, Sendable {
        /// A key, or a plain word that has only begun.
        case key
        case value(QueryKey)
    }

    package var kind: Kind
    /// What stands between the beginning of the key or value and the cursor.
    package var typed: String
    /// What a choice replaces: the whole key with its colon, or the whole value with its marks.
    package var range: Range<Int>

    /// What `text` asks for at `cursor` (clamped to the text); nil inside a quoted phrase, an
    /// operator, or a key that is none, and beyond what is read of a query.
    package init?(text: String, cursor: Int) {
        let scalars = Array(text.unicodeScalars.prefix(QueryParser.lengthLimit + 1))
        let cursor = max(0, min(cursor, scalars.count))
        guard cursor <= QueryParser.lengthLimit else { return nil }
        let tokens = QueryLexer.tokens(of: scalars)
        guard let token = tokens.last(where: { $0.touches(cursor) }) else {
            self.init(kind: .key, typed: "", range: cursor..<cursor)
            return
        }
        switch token.kind {
        case .open, .not, .close:
            guard token.range.upperBound == cursor, token.kind != .not || scalars[cursor - 1] == "-"
            else { return nil }
            self.init(kind: .key, typed: "", range: cursor..<cursor)
        case .text(let text):
            guard !text.isQuoted, !text.isPattern, !text.hasStar,
                text.content.unicodeScalars.allSatisfy(isKeyLetter)
            else { return nil }
            let typed = slice(scalars, token.range.lowerBound..<cursor)
            self.init(kind: .key, typed: typed, range: token.range)
        case .key(let name, let value):
            self.init(key: name, value: value, token.range, scalars, cursor)
        case .and, .or:
            return nil
        }
    }

    private init(kind: Kind, typed: String, range: Range<Int>) {
        self.kind = kind
        self.typed = typed
        self.range = range
    }

    private init?(
        key name: String, value: QueryToken.Text?, _ range: Range<Int>,
        _ scalars: [Unicode.Scalar], _ cursor: Int
    ) {
        let afterColon = range.lowerBound + name.unicodeScalars.count + 1
        if cursor < afterColon {
            let typed = slice(scalars, range.lowerBound..<cursor)
            self.init(kind: .key, typed: typed, range: range.lowerBound..<afterColon)
            return
        }
        guard let key = QueryKey(typed: name), value?.isPattern != true else { return nil }
        let start = min(value?.range.lowerBound ?? afterColon, cursor)
        let end = max(start, min(cursor, value?.range.upperBound ?? cursor))
        self.init(
            kind: .value(key), typed: slice(scalars, start..<end),
            range: afterColon..<range.upperBound)
    }

    /// Keys that begin with what was typed, in the order of the help; empty for a value.
    package var keys: [QueryKey] {
        guard kind == .key else { return [] }
        let typed = self.typed.lowercased()
        return QueryKey.allCases.filter { $0.rawValue.hasPrefix(typed) }
    }

    /// Values that begin with what was typed where the language has a fixed list (`is:`, `has:`,
    /// `stance:`); nil where they are the caller's to find.
    package var fixedValues: [String]? {
        guard case .value(let key) = kind, let values = key.fixedValues else { return nil }
        let typed = self.typed.lowercased()
        return values.filter { $0.hasPrefix(typed) }
    }

    /// `text` with `choice` in place of what was typed, and the cursor behind it: after the colon
    /// of a key, after the blank that parts a value from what comes next. Values are quoted where
    /// they must be.
    package func applied(_ choice: String, to text: String) -> (text: String, cursor: Int) {
        let scalars = Array(text.unicodeScalars)
        let range = range.clamped(to: 0..<scalars.count)
        let rest = Array(scalars[range.upperBound...])
        var inserted: String
        if kind == .key {
            inserted = choice + ":"
        } else {
            inserted = QueryPrinter.value(choice)
            if rest.first.map({ !isBlank($0) && $0 != ")" && $0 != "}" }) ?? true {
                inserted += " "
            }
        }
        let head = slice(scalars, 0..<range.lowerBound) + inserted
        let skipped = kind != .key && !inserted.hasSuffix(" ") && rest.first.map(isBlank) == true
        return (
            head + slice(scalars, range.upperBound..<scalars.count),
            head.unicodeScalars.count + (skipped ? 1 : 0)
        )
    }
}

extension QueryToken {
    fileprivate func touches(_ cursor: Int) -> Bool {
        range.lowerBound < cursor && cursor <= range.upperBound
    }
}

private func slice(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
}
