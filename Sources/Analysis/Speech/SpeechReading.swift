import Algorithms
import Intake

/// A reading prepared for rules about speech: what each token can do there, which quotation it
/// stands in, which name it is part of. A class, as `Reading` is: every rule keeps it.
final class SpeechReading: Sendable {
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
    let classes: [SpeechClass]
    /// Index into `quotations` for tokens inside and for the marks themselves, else -1.
    let quotation: [Int32]
    let names: [Name]
    /// Index into `names`, else -1.
    let name: [Int32]

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
        var layout = SpeechLayout(reading: reading, cast: cast, dossier: dossier)
        layout.place(quotations)
        layout.gatherNames()
        classes = reading.speech
        quotation = layout.quotation
        names = layout.names
        name = layout.name
    }

    var count: Int { reading.tokens.count }

    // MARK: One token, safe at both ends

    func isWord(_ index: Int) -> Bool {
        index >= 0 && index < count
            && (!classes[index].contains(.stop) || reading.endsTitle(index))
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
        cast.target(at: index).map(isOutlet) ?? false
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
        (0..<count).partitioningIndex { Int(reading.tokens[$0].scalarStart) >= offset }
    }

    /// How many names begin before token `index`.
    func nameCount(before index: Int) -> Int {
        names.partitioningIndex { $0.tokens.lowerBound >= index }
    }
}
