import Analysis
import Intake

// How `name:value` is read.

extension QueryReading {
    mutating func readKey(_ name: String, _ value: QueryToken.Text?, _ range: Range<Int>) {
        guard let key = QueryKey(typed: name) else { return readUnknown(name, value, range) }
        if let value, value.isPattern { return readPattern(value, of: key, range) }
        if let value, value.isOpen, !isBeingTyped(value) {
            noteUnclosed(value.range.lowerBound - 1)
        }
        let text = value.map { Query.value($0.content, of: key.field ?? .source) } ?? ""
        guard let value, !text.isEmpty else {
            let isBegun = isTyping && range.upperBound == scalarCount
            if !isBegun { noteEmpty(key, range) }
            return lose()
        }
        let isBegun = isBeingTyped(value)
        switch key {
        case .is: readFixed(key, text, isBegun, range) { Query.Mark(rawValue: $0).map(Query.state) }
        case .has: readFixed(key, text, isBegun, range) { Query.Trait(rawValue: $0).map(Query.has) }
        case .stance: readStance(text, hasStar: value.hasStar, isBegun, range)
        case .before: readDate(text, value, range) { .before($0.exact) }
        case .after: readDate(text, value, range) { .after($0.exact) }
        case .on: readDate(text, value, range, countsInPart: true, Query.on)
        case .known: readDate(text, value, range) { .known($0.exact) }
        default:
            guard let field = key.field else { return }
            let goesOn: Query = .fieldPrefix(field, text)
            let whole: Query = .field(field, text)
            // A word of a title finds its other forms, which need not begin as it does.
            let begun: Query = field == .title ? .or([goesOn, whole]) : goesOn
            add(value.hasStar ? goesOn : isBegun ? begun : whole, range)
        }
    }

    private mutating func readPattern(
        _ value: QueryToken.Text, of key: QueryKey, _ range: Range<Int>
    ) {
        if key == .title { return readPattern(value, range, Query.titlePattern) }
        note(
            range,
            "\(place(range)): a pattern stands alone or after `title:`; quoted, it is a value.")
        lose()
    }

    /// `Ukraine:` before a blank is a word; anything else before a colon is a mistyped key.
    private mutating func readUnknown(
        _ name: String, _ value: QueryToken.Text?, _ range: Range<Int>
    ) {
        let key = nearest(to: name, among: QueryKey.allCases.map(\.rawValue))
        if value == nil, key == nil { return add(Query.word(of: [name]), range) }
        let hint = key.map { "; `\($0):`?" } ?? "; quoted, it is read as words."
        note(range, "`\(name):` at \(range.lowerBound + 1) is no field\(hint)")
        lose()
    }

    private mutating func noteEmpty(_ key: QueryKey, _ range: Range<Int>) {
        let example =
            switch key {
            case .is, .has, .stance: key.fixedValues?.first ?? ""
            case .before, .after, .on, .known: "2025-12-02"
            case .lang: "en"
            default: "name"
            }
        note(
            range,
            "\(place(range)) has no value; put one right after the colon: "
                + "`\(key.rawValue):\(example)`."
        )
    }

    private mutating func readFixed(
        _ key: QueryKey, _ text: String, _ isBegun: Bool, _ range: Range<Int>,
        _ query: (String) -> Query?
    ) {
        if let query = query(text.lowercased()) { return add(query, range) }
        noteUnknownValue(key, text, isBegun, range)
    }

    private mutating func readStance(
        _ text: String, hasStar: Bool, _ isBegun: Bool, _ range: Range<Int>
    ) {
        if !hasStar, StanceFinding.Label(rawValue: text) != nil {
            return add(.field(.stance, text), range)
        }
        if hasStar || isBegun,
            QueryKey.stance.fixedValues?.contains(where: { $0.hasPrefix(text) }) == true
        {
            return add(.fieldPrefix(.stance, text), range)
        }
        noteUnknownValue(.stance, text, isBegun, range)
    }

    private mutating func noteUnknownValue(
        _ key: QueryKey, _ text: String, _ isBegun: Bool, _ range: Range<Int>
    ) {
        let values = key.fixedValues ?? []
        let couldBecomeOne = isBegun && values.contains { $0.hasPrefix(text.lowercased()) }
        if !couldBecomeOne {
            let hint = nearest(to: text, among: values).map { "; `\(key.rawValue):\($0)`?" } ?? "."
            note(
                range,
                "\(place(range)): `\(key.rawValue):` takes \(values.joined(separator: ", "))\(hint)"
            )
        }
        lose()
    }

    /// What has only begun waits, or counts as far as it is complete where the whole lies within
    /// its part: before and after a part of it would leave out what is still meant.
    private mutating func readDate(
        _ text: String, _ value: QueryToken.Text, _ range: Range<Int>, countsInPart: Bool = false,
        _ query: (PublicationDate) -> Query
    ) {
        if let date = PublicationDate(queried: text) { return add(query(date), range) }
        if isBeingTyped(value), let part = completePart(ofDate: text) {
            let date = countsInPart ? PublicationDate(queried: part) : nil
            return date.map { add(query($0), range) } ?? lose()
        }
        note(
            range,
            "\(place(range)) holds no date; write 2025, 2025-12 or 2025-12-02."
        )
        lose()
    }

    /// What is complete of a date that has only begun: `2025` of `2025-1`, nothing of `20`; nil
    /// when it is a date, or no letter more could make it one.
    private func completePart(ofDate text: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count <= 3, let last = parts.last, last.utf8.allSatisfy(isDigit),
            last.utf8.count < (parts.count == 1 ? 4 : 2)
        else { return nil }
        let complete = parts.dropLast().joined(separator: "-")
        return complete.isEmpty || PublicationDate(queried: complete) != nil ? complete : nil
    }
}

private func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

extension PublicationDate {
    /// `2025`, `2025-12`, `2025-12-02`, each with an optional `~`, and nothing else.
    init?(queried text: String) {
        guard text.utf8.allSatisfy({ isDigit($0) || $0 == 45 || $0 == 126 }) else { return nil }
        self.init(edtf: text)
    }
}
