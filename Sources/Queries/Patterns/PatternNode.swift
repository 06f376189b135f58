/// What a pattern consists of.
indirect enum PatternNode: Equatable {
    /// Something that no text has to be there for.
    case empty
    case scalar(UInt32)
    case any
    case set(ScalarSet)
    case assertion(PatternAssertion)
    case sequence([PatternNode])
    /// The first that leads to a match counts.
    case choice([PatternNode])
    /// At least and at most so often; `most` is nil without an end.
    case repetition(PatternNode, least: Int, most: Int?, isLazy: Bool)
}

/// What must hold between two scalars.
enum PatternAssertion: UInt8, Equatable {
    case start, end, wordBorder, noWordBorder

    func holds(between before: UInt32?, and after: UInt32?) -> Bool {
        switch self {
        case .start: before == nil || before == ScalarFold.lineEnd
        case .end: after == nil || after == ScalarFold.lineEnd
        case .wordBorder: ScalarFold.isWord(before) != ScalarFold.isWord(after)
        case .noWordBorder: ScalarFold.isWord(before) == ScalarFold.isWord(after)
        }
    }
}

/// Some of all scalars: ranges, classes, or all but those.
struct ScalarSet: Equatable, Sendable {
    enum Class: UInt8, Equatable, Sendable {
        case digit, word, blank

        func contains(_ scalar: UInt32) -> Bool {
            switch self {
            case .digit: ScalarFold.isDigit(scalar)
            case .word: ScalarFold.isWord(scalar)
            case .blank: ScalarFold.isBlank(scalar)
            }
        }
    }

    struct Part: Equatable, Sendable {
        var `class`: Class
        var isNegated: Bool
    }

    var ranges: [ClosedRange<UInt32>] = []
    var parts: [Part] = []
    var isNegated = false

    /// Whether a scalar, or what it is compared as, belongs to the set.
    func contains(_ scalar: UInt32, folded: UInt32) -> Bool {
        holds(folded) || scalar != folded && holds(scalar) ? !isNegated : isNegated
    }

    private func holds(_ scalar: UInt32) -> Bool {
        for range in ranges where range.contains(scalar) { return true }
        for part in parts where part.class.contains(scalar) != part.isNegated { return true }
        return false
    }
}
