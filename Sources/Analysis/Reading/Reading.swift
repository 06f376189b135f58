import Intake

/// An article tokenised once, for every layer. Tokens are numbered through the article and never
/// cross a sentence; layers compare `Word`s and `WordClass`es, not strings. A class, though it
/// never changes: every layer keeps it, and copying an article's twenty fields costs as much as
/// reading it.
final class Reading: Sendable {
    let article: Article
    let tokens: [Token]
    /// For each token what it can do where somebody speaks.
    let speech: [SpeechClass]
    /// False only where the article is known to be in another language.
    let isEnglish: Bool
    /// The first token of each sentence, and `tokens.count` at the end.
    private let sentenceStarts: [Int32]
    private let kindsOfSentence: [Token.Kinds]

    init(_ article: Article, lexicon: Lexicon = .english) {
        self.article = article
        isEnglish = Analyzer.languageNote(article.language) == nil
        var tokeniser = Tokeniser(bytes: article.text.utf8, lexicon: lexicon)
        var starts: [Int32] = []
        starts.reserveCapacity(article.sentences.count + 1)
        var kinds: [Token.Kinds] = []
        kinds.reserveCapacity(article.sentences.count)
        for (index, sentence) in article.sentences.enumerated() {
            starts.append(Int32(tokeniser.tokens.count))
            tokeniser.read(
                article.text.byteRange(ofScalars: sentence.range),
                firstScalar: sentence.range.lowerBound, sentence: index)
            kinds.append(tokeniser.kinds)
        }
        starts.append(Int32(tokeniser.tokens.count))
        tokens = tokeniser.tokens
        speech = tokeniser.speech
        sentenceStarts = starts
        kindsOfSentence = kinds
    }

    var sentenceCount: Int { sentenceStarts.count - 1 }

    /// The tokens of sentence `index`.
    func tokens(ofSentence index: Int) -> Range<Int> {
        Int(sentenceStarts[index])..<Int(sentenceStarts[index + 1])
    }

    /// What there is among the tokens of sentence `index`.
    func kinds(ofSentence index: Int) -> Token.Kinds { kindsOfSentence[index] }

    /// The tokens of the sentence that token `index` stands in.
    func sentence(around index: Int) -> Range<Int> {
        tokens(ofSentence: Int(tokens[index].sentence))
    }

    /// The tokens that `isWanted` says yes to, ascending. Of a text nobody can guess which come next,
    /// so each is written down, and overwritten where it was not wanted: no branch is taken.
    @inline(__always)
    func tokens(where isWanted: (Int, Token) -> Bool) -> [Int32] {
        var found = [Int32](repeating: 0, count: tokens.count + 1)
        var count = 0
        for index in tokens.indices {
            found[count] = Int32(truncatingIfNeeded: index)
            count &+= isWanted(index, tokens[index]) ? 1 : 0
        }
        found.removeLast(found.count - count)
        return found
    }

    func paragraph(ofSentence index: Int) -> Int { article.sentences[index].paragraph }

    // MARK: Neighbours, safe at both ends

    /// The word at `index`, or `.none` outside the article.
    func word(_ index: Int) -> Word {
        index >= 0 && index < tokens.count ? tokens[index].word : .none
    }

    /// The classes at `index`, none outside the article.
    func classes(_ index: Int) -> WordClass {
        index >= 0 && index < tokens.count ? tokens[index].classes : []
    }

    func flags(_ index: Int) -> Token.Flags {
        index >= 0 && index < tokens.count ? tokens[index].flags : []
    }

    /// Whether a token's bytes end with ASCII `suffix`, which is given in small letters.
    func token(_ index: Int, endsWith suffix: StaticString) -> Bool {
        let length = suffix.utf8CodeUnitCount
        let token = tokens[index]
        guard token.isWord, Int(token.end - token.start) > length else { return false }
        let bytes = article.text.utf8
        return suffix.withUTF8Buffer { wanted in
            let start = Int(token.end) - length
            for offset in 0..<length where bytes[start + offset] | 0x20 != wanted[offset] {
                return false
            }
            return true
        }
    }

    // MARK: What is shown

    /// The text of tokens as it stands, without the last one's possessive ending.
    func text(of range: Range<Int>) -> String {
        guard let bytes = byteRange(of: range) else { return "" }
        return article.text[bytes: bytes]
    }

    func byteRange(of range: Range<Int>) -> Range<Int>? {
        guard let first = range.first, let last = range.last else { return nil }
        return Int(tokens[first].start)..<Int(tokens[last].end)
    }

    /// Unicode scalars of the article's text; empty for no tokens.
    func scalarRange(of range: Range<Int>) -> Range<Int> {
        guard let first = range.first, let last = range.last else { return 0..<0 }
        return Int(tokens[first].scalarStart)..<Int(tokens[last].scalarEnd)
    }

    /// Tokens as evidence; they must lie in one sentence and be at least one.
    func evidence(_ range: Range<Int>) -> Evidence {
        Evidence(
            sentence: Int(tokens[range.lowerBound].sentence), range: scalarRange(of: range))
    }

    /// A range of scalars that begins in `sentence` as evidence: a piece for each sentence it runs
    /// through.
    func evidence(inScalars range: Range<Int>, from sentence: Int) -> [Evidence] {
        let sentences = article.sentences
        var pieces: [Evidence] = []
        // Most run through one; who says it and by which word come behind.
        pieces.reserveCapacity(3)
        var index = sentence
        while index < sentences.count, sentences[index].range.lowerBound < range.upperBound {
            let piece = range.clamped(to: sentences[index].range)
            if !piece.isEmpty { pieces.append(Evidence(sentence: index, range: piece)) }
            index += 1
        }
        return pieces
    }
}

extension Reading {
    /// The dot of "Ms. Holm": it ends a title before a name, and no sentence.
    func endsTitle(_ index: Int) -> Bool {
        guard index > 0, index + 1 < tokens.count, tokens[index].word == Reading.dot else {
            return false
        }
        let title = tokens[index - 1]
        return title.classes.contains(.title) && title.isCapitalised && title.end - title.start <= 4
            && tokens[index + 1].isCapitalised
    }

    private static let dot = Word(".")
}
