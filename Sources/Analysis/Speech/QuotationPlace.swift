/// What surrounds a quotation in its sentences.
struct QuotationPlace: Sendable {
    var firstSentence: Int
    var lastSentence: Int
    /// The sentence `end` lies in: one later than `lastSentence` when that goes on in small letters.
    var endSentence: Int
    /// First token of the first sentence.
    var low: Int
    /// First token behind the closing mark.
    var close: Int
    /// Behind the last token that can belong to the attribution.
    var end: Int
    var hasLead = false
    var hasTrail = false
    /// The quotation ends in a comma, a question mark, an exclamation mark or a dash.
    var endsOpen = false

    /// No word follows at once behind the marks.
    var isFollowedByStop = false

    /// No word of its sentences stands outside the marks.
    var isWhole: Bool { !hasLead && !hasTrail }

    init(_ tokens: Range<Int>, in speech: SpeechReading) {
        firstSentence = speech.sentence(of: tokens.lowerBound)
        lastSentence = speech.sentence(of: tokens.upperBound - 1)
        endSentence = lastSentence
        low = speech.window(around: tokens.lowerBound).lowerBound
        end = speech.window(around: tokens.upperBound - 1).upperBound
        let quotation = speech.quotation[tokens.lowerBound]
        close = tokens.upperBound
        while close < speech.count, !speech.isWord(close), speech.quotation[close] == quotation {
            close += 1
        }
        if end < speech.count, close >= end, !speech.isCapitalised(end), speech.isWord(end),
            speech.paragraph(of: end) == speech.paragraph(of: tokens.upperBound - 1)
        {
            endSentence = lastSentence + 1
            end = speech.window(around: end).upperBound
        }
        hasLead = (low..<tokens.lowerBound).contains { QuotationPlace.isOutside($0, speech) }
        hasTrail =
            close < end && (close..<end).contains { QuotationPlace.isOutside($0, speech) }
        endsOpen = QuotationPlace.endsOpen(tokens, speech)
        isFollowedByStop = close >= end || !speech.isWord(close) || endsOpen
    }

    private static func isOutside(_ index: Int, _ speech: SpeechReading) -> Bool {
        speech.quotation[index] < 0 && speech.isWord(index)
    }

    private static let openEnds = WordSet(", ? ! …")

    private static func endsOpen(_ tokens: Range<Int>, _ speech: SpeechReading) -> Bool {
        var last = tokens.upperBound - 1
        while last > tokens.lowerBound, isQuoteMark(speech.reading.tokens[last]) { last -= 1 }
        return openEnds.contains(speech.word(last))
            || speech.reading.flags(last).contains(.hyphen)
    }

    private static func isQuoteMark(_ token: Token) -> Bool {
        token.opensQuote || token.closesQuote
    }
}
