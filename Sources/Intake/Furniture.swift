/// Finds page furniture: lines that stand around an article and are no part of it, such as
/// subscription lines, comment counters, credits, newsletter boxes and links to other pieces.
///
/// The rules are general shapes of such lines, never the lines of one site. They look at short
/// blocks only (at most 60 words) and mostly at how a block begins; in doubt a block stays in
/// the body, for a lost sentence is worse than a kept "Read more".
struct Furniture {
    /// One shape of furniture.
    struct Rule {
        enum Close {
            /// Nothing more is asked.
            case any
            /// A colon, bar or dash directly behind the phrase.
            case colon
            /// Such a mark behind the phrase, or no full stop at the end of the block.
            case colonOrOpenEnd
            /// One of the words that go with subscriptions somewhere behind it.
            case channel
        }

        var why: String
        var most: Int
        var close = Close.any
        /// Whether the phrases may stand anywhere in the block, not only at its beginning.
        var isAnywhere = false
        var phrases: [[UInt64]]
        /// The longest word of each phrase, by which it is found inside a block.
        var marks: [UInt64]

        init(
            _ why: String, most: Int, when close: Close = .any, isAnywhere: Bool = false,
            _ phrases: String
        ) {
            self.why = why
            self.most = most
            self.close = close
            self.isAnywhere = isAnywhere
            let list = phrases.split { $0 == "|" || $0 == "\n" }.map(String.init)
            self.phrases = list.map { Words(phrase: $0).prints }
            marks = list.map(Words.longestWord)
        }
    }

    static let shared = Furniture()

    /// A longer block is never furniture.
    static let mostBytes = 720

    private struct Entry {
        var rule: Int
        var phrase: [UInt64]
    }
    private let rules = FurnitureRules.all
    /// By the first word of a phrase.
    private var openings: [UInt64: [Entry]] = [:]
    /// Phrases that may stand anywhere.
    private var inside: [Entry] = []
    private let marks = FurnitureRules.marks
    /// The first words of `openings`.
    private let firstWords: WordTable

    private init() {
        for (index, rule) in rules.enumerated() {
            for phrase in rule.phrases {
                if rule.isAnywhere {
                    inside.append(Entry(rule: index, phrase: phrase))
                } else {
                    openings[phrase[0], default: []].append(Entry(rule: index, phrase: phrase))
                }
            }
        }
        firstWords = WordTable(Array(openings.keys))
    }

    /// Why block `index` is furniture, or nil when it is not.
    func reason(_ blocks: Blocks, _ index: Int) -> String? {
        let block = blocks.list[index]
        guard block.range.count <= Furniture.mostBytes, isSuspect(block, blocks.bytes) else {
            return nil
        }
        return reason(block, blocks.words(index), in: blocks.bytes)
    }

    /// A quick look that lets nearly all paragraphs of a body pass: whole sentences of more than
    /// twelve words that neither begin like furniture nor hold a word that marks it.
    private func isSuspect(_ block: Block, _ bytes: [UInt8]) -> Bool {
        if !block.endsSentence || bytes[block.range.upperBound - 1] == UInt8(ascii: ")") {
            return true
        }
        var count = 0
        let hit = Words.any(bytes, block.range) { print, place in
            count = place + 1
            return marks.contains(print) || place == 0 && firstWords.contains(print)
        }
        return hit || count <= 12
    }

    private func reason(_ block: Block, _ words: Words, in bytes: [UInt8]) -> String? {
        if words.count == 0 { return "separator" }
        if words.count >= 60 { return nil }
        if bytes[block.range].starts(with: [UInt8(ascii: "!"), UInt8(ascii: "[")]) {
            return "picture"
        }
        for entry in openings[words.prints[0]] ?? [] where words.starts(with: entry.phrase) {
            if holds(entry, block, words, bytes) { return rules[entry.rule].why }
        }
        for entry in inside where words.contains(entry.phrase) {
            if holds(entry, block, words, bytes) { return rules[entry.rule].why }
        }
        if !block.endsSentence, FurnitureRules.linksOn(words) { return "read-also link" }
        if words.count <= 12, words.prints.allSatisfy(FurnitureRules.networks.contains) {
            return "share bar"
        }
        let isCaption =
            FurnitureRules.isCredited(words)
            || CaptionShape.endsWithCredit(block, words, in: bytes)
        return isCaption ? "caption" : nil
    }

    private func holds(
        _ entry: Entry, _ block: Block, _ words: Words, _ bytes: [UInt8]
    ) -> Bool {
        let rule = rules[entry.rule]
        guard words.count <= rule.most else { return false }
        switch rule.close {
        case .any: return true
        case .colon: return hasColon(entry, block, words, bytes)
        case .colonOrOpenEnd:
            return hasColon(entry, block, words, bytes) || !block.endsSentence
        case .channel:
            return words.prints.dropFirst(entry.phrase.count)
                .contains(where: FurnitureRules.channels.contains)
        }
    }

    /// Whether a colon, bar, dash or guillemet stands behind the phrase a block begins with, or
    /// nothing at all.
    private func hasColon(
        _ entry: Entry, _ block: Block, _ words: Words, _ bytes: [UInt8]
    ) -> Bool {
        var index = words.ranges[entry.phrase.count - 1].upperBound
        while index < block.range.upperBound,
            bytes[index] == 0x20 || bytes[index] == UInt8(ascii: ")")
        {
            index += 1
        }
        guard index < block.range.upperBound else { return true }
        switch bytes[index] {
        case UInt8(ascii: ":"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "/"): return true
        case 0xC2: return bytes[index + 1] == 0xBB
        case 0xE2: return bytes[index + 1] == 0x80 && (0x93...0x95).contains(bytes[index + 2])
        default: return false
        }
    }
}
