import Intake

/// A reading prepared for rules about speech: what each token can do there, which quotation it
/// stands in, which name it is part of.
struct SpeechReading: Sendable {
    /// Words that name somebody: a mention, or a run of capitals that no mention covers.
    struct Name: Sendable {
        var tokens: Range<Int>
        /// Index into the cast's mentions; -1 for a mere run of capitals.
        var mention: Int32
    }

    let reading: Reading
    let cast: Cast
    let dossier: Dossier
    let quotations: [Quotation]
    private(set) var classes: [SpeechClass] = []
    /// Index into `quotations` for tokens inside and for the marks themselves, else -1.
    private(set) var quotation: [Int32] = []
    private(set) var names: [Name] = []
    /// Index into `names`, else -1.
    private(set) var name: [Int32] = []

    init(_ reading: Reading, cast: Cast, dossier: Dossier) {
        self.reading = reading
        self.cast = cast
        self.dossier = dossier
        let text = reading.article.text
        var scanner = QuotationScanner(bytes: text.utf8)
        for (number, paragraph) in reading.article.paragraphs.enumerated() {
            scanner.scan(text.byteRange(ofScalars: paragraph), number: number)
        }
        quotations = scanner.quotations
        classify()
        placeQuotations()
        gatherNames()
    }

    var count: Int { reading.tokens.count }

    // MARK: One token, safe at both ends

    func isWord(_ index: Int) -> Bool {
        index >= 0 && index < count && !classes[index].contains(.stop)
    }

    func has(_ index: Int, _ class: SpeechClass) -> Bool {
        index >= 0 && index < count && !classes[index].isDisjoint(with: `class`)
    }

    func word(_ index: Int) -> Word { reading.word(index) }

    func isCapitalised(_ index: Int) -> Bool { reading.flags(index).contains(.capitalised) }

    func isPossessive(_ index: Int) -> Bool { reading.flags(index).contains(.possessive) }

    func isQuoted(_ index: Int) -> Bool {
        index >= 0 && index < count && quotation[index] >= 0
    }

    /// The name that token `index` is part of, nil when none.
    func name(at index: Int) -> Name? {
        guard index >= 0, index < count, name[index] >= 0 else { return nil }
        return names[Int(name[index])]
    }

    func paragraph(of index: Int) -> Int {
        reading.paragraph(ofSentence: Int(reading.tokens[index].sentence))
    }

    func sentence(of index: Int) -> Int { Int(reading.tokens[index].sentence) }

    func mention(of name: Name) -> Mention? {
        name.mention < 0 ? nil : cast.mentions[Int(name.mention)]
    }

    /// Whether the name that token `index` is part of is an outlet's.
    func isOutlet(_ index: Int) -> Bool {
        cast.mention(at: index).map { isOutlet($0.target) } ?? false
    }

    func isOutlet(_ target: Mention.Target) -> Bool {
        switch target {
        case .outlet: true
        case .newcomer(let index): cast.newcomers[index].isOutlet
        case .participant, .place: false
        }
    }

    /// Ends in s.
    func isPlural(_ index: Int) -> Bool {
        guard isWord(index) else { return false }
        let end = Int(reading.tokens[index].end)
        return reading.article.text.utf8[end - 1] | 0x20 == UInt8(ascii: "s")
    }

    // MARK: Near a token

    /// How far rules look from a token; a longer sentence is read in parts.
    static let reach = 200

    /// The tokens of the sentence around a token, within reach.
    func window(around index: Int) -> Range<Int> {
        let sentence = reading.sentence(around: index)
        return max(
            sentence.lowerBound, index - SpeechReading.reach)..<min(
                sentence.upperBound, index + SpeechReading.reach)
    }

    /// The tokens that begin inside a range of scalars.
    func tokens(inScalars range: Range<Int>) -> Range<Int> {
        let first = firstToken(atScalar: range.lowerBound)
        return first..<max(first, firstToken(atScalar: range.upperBound))
    }

    private func firstToken(atScalar offset: Int) -> Int {
        partition(count) { Int(reading.tokens[$0].scalarStart) >= offset }
    }

    /// How many names begin before token `index`.
    func nameCount(before index: Int) -> Int {
        partition(names.count) { names[$0].tokens.lowerBound >= index }
    }

    /// The first of `count` indices that fulfils a condition all later ones fulfil, too.
    private func partition(_ count: Int, _ isBehind: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isBehind(middle) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    // MARK: Making

    private mutating func classify() {
        let lexicon = SpeechLexicon.english
        let bytes = reading.article.text.utf8
        classes.reserveCapacity(count)
        for token in reading.tokens {
            var found = lexicon.classes(of: token.word)
            if token.isHyphen, isDash(token, bytes) { found.formUnion(.stop) }
            if token.isWord, token.end - token.start > 4 {
                found.formUnion(SpeechReading.ending(of: token, bytes))
            }
            classes.append(found)
        }
    }

    /// A dash parts phrases; a hyphen inside a word does not.
    private func isDash(_ token: Token, _ bytes: [UInt8]) -> Bool {
        guard token.isGlued else { return true }
        guard token.end - token.start == 3 else { return false }
        return (0x93...0x95).contains(bytes[Int(token.end) - 1])
    }

    private static func ending(of token: Token, _ bytes: [UInt8]) -> SpeechClass {
        let end = Int(token.end)
        switch (bytes[end - 2], bytes[end - 1]) {
        case (UInt8(ascii: "l"), UInt8(ascii: "y")): return token.isCapitalised ? [] : .adverb
        case (UInt8(ascii: "n"), UInt8(ascii: "g")):
            return bytes[end - 3] == UInt8(ascii: "i") ? .ing : []
        case (UInt8(ascii: "e"), UInt8(ascii: "d")): return .ed
        default: return []
        }
    }

    private mutating func placeQuotations() {
        quotation = Array(repeating: -1, count: count)
        var token = 0
        for (index, quote) in quotations.enumerated() {
            while token < count, Int(reading.tokens[token].end) < quote.bytes.lowerBound {
                token += 1
            }
            var inside = token
            while inside < count, Int(reading.tokens[inside].start) <= quote.bytes.upperBound {
                quotation[inside] = Int32(index)
                inside += 1
            }
        }
    }

    /// Joins neighbouring mentions and capitals: "US Secretary of War" ends before "of".
    private mutating func gatherNames() {
        name = Array(repeating: -1, count: count)
        var index = 0
        while index < count {
            guard beginsName(index) else {
                index += 1
                continue
            }
            var end = index + 1
            while end < count, continuesName(end) { end += 1 }
            let last = cast.mentionOfToken[end - 1]
            for token in index..<end { name[token] = Int32(names.count) }
            names.append(Name(tokens: index..<end, mention: last))
            index = end
        }
    }

    private func beginsName(_ index: Int) -> Bool {
        if cast.mentionOfToken[index] >= 0 { return true }
        let token = reading.tokens[index]
        let found = classes[index]
        guard token.isWord, token.isCapitalised, !found.contains(.notName) else { return false }
        guard token.flags.contains(.sentenceStart) else { return true }
        if !found.isDisjoint(with: [.saying, .position, .showing, .adverb, .ing, .preposition]) {
            return false
        }
        return !found.contains(.role) || isCapitalised(index + 1)
    }

    private func continuesName(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        guard token.sentence == reading.tokens[index - 1].sentence else { return false }
        let mention = cast.mentionOfToken[index]
        if mention >= 0, mention == cast.mentionOfToken[index - 1] { return true }
        if isPossessive(index - 1) || quotation[index] != quotation[index - 1] { return false }
        if mention >= 0 { return true }
        if token.isHyphen || reading.tokens[index - 1].isHyphen {
            return token.isGlued && !classes[index].contains(.stop)
        }
        return token.isWord && token.isCapitalised && !classes[index].contains(.notName)
    }
}
