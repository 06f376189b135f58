import Intake

/// Whether a date in a sentence lies before or after the day the sentence was written, judged by
/// the verb it stands with.
enum Tense: Sendable { case past, future, unknown }

/// Verb forms that tell tense, compiled once.
struct TenseWords: Sendable {
    private var table = WordTable()

    /// will, may …: what follows lies ahead.
    private static let future = """
        will won't shall would may might could can should must
        begins starts opens meets ends closes takes expires runs flies returns arrives leaves speaks
        travels visits hosts votes goes holds resumes launches convenes gathers
        """
    /// Words after which "to" or "for" speaks of what is ahead: "set to", "scheduled for".
    private static let governors = """
        is are am be expected scheduled due set slated planned plans plan planning hopes hope
        agreed agrees wants want likely intends intend aims aim vowed promised pledged ready
        prepared invited asked urged decided meant supposed poised expects going ahead before
        """
    private static let past = """
        was were had did been said told met fell rose took gave went came began saw left won lost
        held sent struck ran spoke wrote made became got brought bought thought sold paid shot fled
        flew drew broke chose drove grew knew led sat stood swore threw wore heard found felt kept
        built dealt fought taught caught cut hit put set spent understood withdrew
        overthrew underwent arose awoke bore bound bled blew clung crept dug ate
        forbade forgot forgave froze hung hid laid lay lent lit meant rode rang sank shook shone
        shrank sang slept slid slung sprang stole stuck stung swam swung tore wept woke wound
        """
    /// Adjectives, adverbs and nouns in -ed, and participles of what is ahead.
    private static let noPast = """
        need indeed hundred speed feed seed breed united red bed deed shed wed sacred naked crowded
        exceed proceed succeed agreed expected scheduled planned supposed prepared
        """

    init() {
        for (code, words) in [
            (UInt64(1), Self.future), (2, Self.governors), (4, Self.past), (8, Self.noPast),
        ] {
            for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                table.insert(Word(String(word)), code)
            }
        }
        table.insert(Word("to"), 16)
        table.insert(Word("for"), 16)
    }

    /// The tense at `tokens`, a date inside `sentence`: of the nearest verb before it, else of the
    /// first after it.
    func tense(around tokens: Range<Int>, sentence: Range<Int>, in reading: Reading) -> Tense {
        if isDeadline(tokens.lowerBound - 1, from: sentence.lowerBound, in: reading) {
            return .future
        }
        var index = tokens.lowerBound - 1
        while index >= sentence.lowerBound {
            if let tense = verb(at: index, from: sentence.lowerBound, in: reading) { return tense }
            index -= 1
        }
        index = tokens.upperBound
        while index < sentence.upperBound {
            if let tense = verb(at: index, from: sentence.lowerBound, in: reading) { return tense }
            index += 1
        }
        return .unknown
    }

    /// "wants it changed by 1 March": what is to be done by a day lies ahead, whatever participle
    /// stands before it.
    private func isDeadline(_ index: Int, from start: Int, in reading: Reading) -> Bool {
        guard index > start, reading.word(index) == TenseWords.by else { return false }
        return (max(start, index - 6)..<index).contains { position in
            let token = reading.tokens[position]
            return table.value(of: token.word) & 2 != 0
                && !TenseWords.ofBeing.contains(token.word)
        }
    }

    private static let by = Word("by")
    private static let ofBeing = WordSet("is are am be going ahead before")

    /// The tense of a verb at `index`; nil when none stands there.
    private func verb(at index: Int, from start: Int, in reading: Reading) -> Tense? {
        let token = reading.tokens[index]
        guard token.isWord else { return nil }
        let code = table.value(of: token.word)
        if code & 1 != 0 {
            return token.isCapitalised && !token.flags.contains(.capitalExpected) ? nil : .future
        }
        if code & 16 != 0, index > start, governs(index - 1, in: reading) { return .future }
        let isPast = code & 4 != 0 || (code & 8 == 0 && endsInED(token, in: reading))
        guard isPast, !token.isCapitalised || token.flags.contains(.capitalExpected) else {
            return nil
        }
        return followsFuture(index, from: start, in: reading) ? .future : .past
    }

    /// Whether a governor stands at `index`, or before the weekday there: "agreed Monday to".
    private func governs(_ index: Int, in reading: Reading) -> Bool {
        let index = reading.classes(index).contains(.weekday) ? index - 1 : index
        return table.value(of: reading.word(index)) & 2 != 0
    }

    /// "will be held", "is to have been agreed": the participle belongs to what lies ahead.
    private func followsFuture(_ index: Int, from start: Int, in reading: Reading) -> Bool {
        var position = index - 1
        while position >= max(start, index - 3) {
            let code = table.value(of: reading.tokens[position].word)
            if code & 1 != 0 { return true }
            if code & 4 != 0 { return false }
            if code & 16 != 0, position > start, governs(position - 1, in: reading) { return true }
            position -= 1
        }
        return false
    }

    private func endsInED(_ token: Token, in reading: Reading) -> Bool {
        let bytes = reading.article.text.utf8
        let end = Int(token.end)
        return token.end - token.start >= 4 && bytes[end - 1] == UInt8(ascii: "d")
            && bytes[end - 2] == UInt8(ascii: "e")
    }
}
