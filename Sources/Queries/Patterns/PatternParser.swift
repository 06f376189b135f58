/// Reads a pattern into what it consists of.
struct PatternParser {
    /// Groups within groups; deeper ones are refused.
    private static let depthLimit = 50
    /// The most a `{…}` may count to.
    private static let countLimit = 1000

    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var depth = 0
    /// Some letter of the pattern is a capital: then case counts.
    private(set) var hasCapital = false

    /// What stands before the pattern in what was typed: messages count it.
    private let offset: Int

    init(_ text: String, at offset: Int = 0) {
        scalars = Array(text.unicodeScalars)
        self.offset = offset
    }

    /// The number of a scalar as a person counts.
    private func place(_ index: Int) -> Int { offset + index + 1 }

    mutating func parse() throws(PatternProblem) -> PatternNode {
        let node = try choice()
        guard index == scalars.count else {
            throw PatternProblem("`)` at \(place(index)) closes nothing", at: index..<index + 1)
        }
        return node
    }

    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        index += 1
        return true
    }

    private mutating func choice() throws(PatternProblem) -> PatternNode {
        var ways = [try sequence()]
        while take("|") { ways.append(try sequence()) }
        return ways.count == 1 ? ways[0] : .choice(ways)
    }

    private mutating func sequence() throws(PatternProblem) -> PatternNode {
        var nodes: [PatternNode] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            let start = index
            let node = try atom(scalar)
            nodes.append(try repeated(node, from: start))
        }
        return nodes.isEmpty ? .empty : nodes.count == 1 ? nodes[0] : .sequence(nodes)
    }

    private mutating func atom(_ scalar: Unicode.Scalar) throws(PatternProblem) -> PatternNode {
        let start = index
        index += 1
        switch scalar {
        case "(": return try group(from: start)
        case "[": return .set(try set(from: start))
        case ".": return .any
        case "^": return .assertion(.start)
        case "$": return .assertion(.end)
        case "\\": return try escaped(from: start)
        case "*", "+", "?":
            throw PatternProblem(
                "`\(scalar)` at \(place(start)) has nothing before it to repeat", at: start..<index)
        default: return literal(scalar)
        }
    }

    /// A letter that stands for itself, folded like the text; one that is passed over is nothing.
    private mutating func literal(_ scalar: Unicode.Scalar) -> PatternNode {
        if scalar.properties.isUppercase { hasCapital = true }
        return .scalar(scalar.value)
    }

    private mutating func group(from start: Int) throws(PatternProblem) -> PatternNode {
        if take("?"), !take(":") {
            throw PatternProblem(
                "`(?` at \(place(start)) can only be `(?:` here", at: start..<index,
                isUnfinished: index == scalars.count)
        }
        depth += 1
        defer { depth -= 1 }
        guard depth <= PatternParser.depthLimit else {
            throw PatternProblem(
                "`(` at \(place(start)) is too deep inside others", at: start..<index)
        }
        let node = try choice()
        guard take(")") else {
            throw PatternProblem(
                "`(` at \(place(start)) is not closed", at: start..<start + 1, missing: ")")
        }
        return node
    }

    private mutating func escaped(from start: Int) throws(PatternProblem) -> PatternNode {
        guard let scalar = next else {
            throw PatternProblem(
                "`\\` at \(place(start)) must be followed by a character", at: start..<index,
                isUnfinished: true)
        }
        if let part = PatternParser.part(scalar) {
            index += 1
            return .set(ScalarSet(parts: [part]))
        }
        switch scalar {
        case "b", "B":
            index += 1
            return .assertion(scalar == "b" ? .wordBorder : .noWordBorder)
        case "t":
            index += 1
            return .scalar(0x09)
        default:
            try refuseUnknown(scalar, from: start)
            index += 1
            return literal(scalar)
        }
    }

    /// A letter or figure after `\` that means nothing here: what looks known is not guessed at.
    private func refuseUnknown(
        _ scalar: Unicode.Scalar, from start: Int
    ) throws(PatternProblem) {
        guard scalar.isASCII, scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        else { return }
        throw PatternProblem(
            "`\\\(scalar)` at \(place(start)) is not known; \\d \\w \\s \\b and their capitals are",
            at: start..<start + 2)
    }

    private static func part(_ scalar: Unicode.Scalar) -> ScalarSet.Part? {
        switch scalar {
        case "d", "D": .init(class: .digit, isNegated: scalar == "D")
        case "w", "W": .init(class: .word, isNegated: scalar == "W")
        case "s", "S": .init(class: .blank, isNegated: scalar == "S")
        default: nil
        }
    }

    // MARK: Sets

    private mutating func set(from start: Int) throws(PatternProblem) -> ScalarSet {
        var set = ScalarSet()
        set.isNegated = take("^")
        var isFirst = true
        while let scalar = next, scalar != "]" || isFirst {
            isFirst = false
            let at = index
            index += 1
            if scalar == "\\", let escaped = next, let part = PatternParser.part(escaped) {
                index += 1
                set.parts.append(part)
                continue
            }
            let low = try member(scalar, from: at)
            guard next == "-", let high = scalars[safe: index + 1], high != "]" else {
                set.ranges.append(low...low)
                continue
            }
            index += 2
            let end = try member(high, from: index - 1)
            guard low <= end else {
                throw PatternProblem(
                    "the range at \(place(at)) runs backwards", at: at..<index)
            }
            set.ranges.append(low...end)
        }
        guard take("]") else {
            throw PatternProblem(
                "`[` at \(place(start)) is not closed", at: start..<start + 1, missing: "]")
        }
        return set
    }

    private mutating func member(
        _ scalar: Unicode.Scalar, from start: Int
    ) throws(PatternProblem) -> UInt32 {
        var scalar = scalar
        if scalar == "\\" {
            guard let escaped = next else {
                throw PatternProblem(
                    "`[` is not closed", at: start..<start + 1, isUnfinished: true)
            }
            if escaped == "t" {
                index += 1
                return 0x09
            }
            try refuseUnknown(escaped, from: start)
            index += 1
            scalar = escaped
        }
        if scalar.properties.isUppercase { hasCapital = true }
        return scalar.value
    }

    // MARK: Repetition

    private mutating func repeated(
        _ node: PatternNode, from start: Int
    ) throws(PatternProblem) -> PatternNode {
        var node = node
        var count = 0
        while let (least, most) = try times() {
            count += 1
            guard count < PatternParser.depthLimit else {
                throw PatternProblem("too many repetitions of one thing", at: start..<index)
            }
            node = .repetition(node, least: least, most: most, isLazy: take("?"))
        }
        return node
    }

    /// What `*`, `+`, `?` or `{…}` asks for; nil where none stands. A `{` that begins no count is
    /// a letter.
    private mutating func times() throws(PatternProblem) -> (least: Int, most: Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        guard next == "{" else { return nil }
        let start = index
        index += 1
        guard let least = number() else {
            index = start
            return nil
        }
        var most: Int? = least
        if take(",") { most = next == "}" ? nil : number() ?? -1 }
        guard take("}"), most != -1 else {
            if index == scalars.count {
                throw PatternProblem(
                    "`{` at \(place(start)) is not closed", at: start..<start + 1,
                    isUnfinished: true)
            }
            index = start
            return nil
        }
        guard least <= most ?? least else {
            throw PatternProblem("the count at \(place(start)) runs backwards", at: start..<index)
        }
        guard max(least, most ?? 0) <= PatternParser.countLimit else {
            throw PatternProblem(
                "the count at \(place(start)) is above \(PatternParser.countLimit)",
                at: start..<index)
        }
        return (least, most)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let digit = next, digit.isASCII, let figure = Int(String(digit)) {
            index += 1
            value = min(PatternParser.countLimit + 1, (value ?? 0) * 10 + figure)
        }
        return value
    }
}

extension Array {
    /// The element at an index, or nil outside.
    fileprivate subscript(safe index: Int) -> Element? {
        indices.contains(index) ? self[index] : nil
    }
}
