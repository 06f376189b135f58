/// Finds the outlet where a document states it: in a line that asks to follow its channels,
/// "Subscribe to The Example Telegram channel", "Follow The Example on YouTube"; in a dateline,
/// "PORTBY (Example Press) — ".
enum OutletLine {
    /// Nil when no removed line names one. Newsletters are no evidence: they have names of
    /// their own.
    static func outlet(in removed: [RemovedText]) -> String? {
        for line in removed where line.why == "subscription line" {
            let bytes = Array(line.text.utf8)
            if let name = name(Words(bytes, 0..<bytes.count), in: bytes) { return name }
        }
        return nil
    }

    /// The agency in the dateline that `text` begins with: a place in capitals, the agency in
    /// brackets, a dash. Nil when it begins otherwise.
    static func agency(ofDateline text: Range<Int>, in bytes: [UInt8]) -> String? {
        let head = text.prefix(80)
        guard let open = head.firstIndex(where: { bytes[$0] == UInt8(ascii: "(") }),
            let close = head[open...].firstIndex(where: { bytes[$0] == UInt8(ascii: ")") }),
            isDash(behind: close + 1, before: text.upperBound, in: bytes)
        else { return nil }
        let place = Words(bytes, text.lowerBound..<open).ranges
        let name = Words(bytes, open + 1..<close).ranges
        guard let first = place.first, first.count > 2, place.count <= 6,
            bytes[first].allSatisfy({ (0x41...0x5A).contains($0) }), (1...4).contains(name.count),
            (place + name).allSatisfy({ HeadingShape.beginsLarge(bytes, $0) })
        else { return nil }
        return String(decoding: bytes[open + 1..<close], as: UTF8.self)
    }

    private static func isDash(behind start: Int, before end: Int, in bytes: [UInt8]) -> Bool {
        var index = start
        while index < end, bytes[index] == 0x20 { index += 1 }
        guard index < end else { return false }
        if bytes[index] == UInt8(ascii: "-") { return true }
        return index + 2 < end && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
            && (0x90...0x95).contains(bytes[index + 2])
    }

    private static func name(_ words: Words, in bytes: [UInt8]) -> String? {
        guard let verb = words.prints.first else { return nil }
        var start = 1
        var isFollow = false
        if verb == subscribe, words.count > 2, words.prints[1] == to {
            start = 2
        } else if verb == follow || verb == join {
            isFollow = true
        } else {
            return nil
        }
        var end = start
        while end < words.count, isNamePart(words, end, in: bytes) { end += 1 }
        guard end > start, end < words.count, end - start <= 6 else { return nil }
        let goesOn = isFollow ? isOnChannel(words, end) : channels.contains(words.prints[end])
        guard goesOn else { return nil }
        return spelt(words.ranges[start].lowerBound..<words.ranges[end - 1].upperBound, bytes)
    }

    /// "on Telegram": a network that outlets have channels on. Twitter and Facebook are none, for
    /// most lines that name them ask to follow the author.
    private static func isOnChannel(_ words: Words, _ index: Int) -> Bool {
        words.prints[index] == on && index + 1 < words.count
            && broadcasts.contains(words.prints[index + 1])
    }

    /// A word that begins large and is no channel; "and", "of", "the" only inside.
    private static func isNamePart(_ words: Words, _ index: Int, in bytes: [UInt8]) -> Bool {
        if channels.contains(words.prints[index]) { return false }
        let range = words.ranges[index]
        if HeadingShape.beginsLarge(bytes, range) { return true }
        return inside.contains(words.prints[index])
    }

    /// Without a possessive at the end.
    private static func spelt(_ range: Range<Int>, _ bytes: [UInt8]) -> String? {
        var name = String(decoding: bytes[range], as: UTF8.self)
        for ending in ["’s", "'s"] where name.hasSuffix(ending) { name.removeLast(2) }
        let isOwn = name.lowercased() == "our" || name.lowercased() == "us"
        return isOwn || name.isEmpty ? nil : name
    }

    private static let subscribe = Fingerprint.of("subscribe")
    private static let follow = Fingerprint.of("follow")
    private static let join = Fingerprint.of("join")
    private static let to = Fingerprint.of("to")
    private static let on = Fingerprint.of("on")
    private static let broadcasts = WordTable("telegram youtube whatsapp viber")
    private static let inside = WordTable("the of and")
    private static let channels = WordTable(
        """
        telegram youtube whatsapp facebook rss twitter instagram viber tiktok channel channels x
        linkedin
        """)
}
