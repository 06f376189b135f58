import CUchardet

/// Guesses an encoding from the bytes beyond ASCII: uchardet's answer, put right where it is known
/// to mislead.
enum EncodingGuess {
    /// How much is looked at, from shortly before the first byte beyond ASCII.
    private static let sample = 256 << 10

    /// windows-1252 when nothing is known.
    static func encoding(of raw: [UInt8]) -> TextEncoding {
        guard let first = raw.firstIndex(where: { $0 >= 0x80 }) else { return .windows1252 }
        let start = max(0, first - 1024)
        let bytes = raw[start..<min(raw.count, start + sample)]
        if isOnlyMarks(bytes) { return .windows1252 }
        let name = detectorsName(bytes)
        guard let guess = TextEncoding(label: corrected(name, bytes)), isPossible(guess, bytes),
            let text = Transcoding(bytes, from: guess),
            text.lost * 50 <= bytes.count(where: { $0 >= 0x80 })
        else { return .windows1252 }
        return guess
    }

    private static func detectorsName(_ bytes: ArraySlice<UInt8>) -> String {
        let name = [CChar](unsafeUninitializedCapacity: 64) { buffer, used in
            bytes.withUnsafeBufferPointer { input in
                cuchardet_guess(input.baseAddress, input.count, buffer.baseAddress, 64)
            }
            used = buffer.firstIndex(of: 0) ?? 0
        }
        return String(decoding: name.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// What the answer should have been. Texts in KOI8-U are called KOI8-R: a letter that only the
    /// first has stands among letters there, a box in the second. The sign for any currency, which
    /// nobody writes, is the euro of ISO-8859-15.
    private static func corrected(_ name: String, _ bytes: ArraySlice<UInt8>) -> String {
        switch name {
        case "KOI8-R": return "koi8-u"
        case "ISO-8859-1", "ISO-8859-15", "WINDOWS-1252":
            let isWindows = bytes.contains { (0x80...0x9F).contains($0) }
            return !isWindows && bytes.contains(0xA4) ? "iso-8859-15" : "windows-1252"
        default: return name
        }
    }

    /// Bytes that are a quotation mark, dash, ellipsis, sign or blank in windows-1252 and in no
    /// word, so that any detector is left without letters.
    private static func isOnlyMarks(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.allSatisfy { $0 < 0x80 || marks.contains($0) }
    }

    private static let marks: Set<UInt8> = [
        0x80, 0x82, 0x84, 0x85, 0x8B, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9B, 0xA0,
        0xA3, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB7, 0xBB, 0xBD,
    ]

    /// A word of Cyrillic, Greek, Arabic, Hebrew or Chinese letters has two of them side by side;
    /// where each stands alone among Latin ones the text is Western.
    private static func isPossible(_ guess: TextEncoding, _ bytes: ArraySlice<UInt8>) -> Bool {
        if latin.contains(guess.name) { return true }
        var wasHigh = false
        for byte in bytes {
            let isHigh = byte >= 0x80 && !marks.contains(byte)
            if isHigh && wasHigh { return true }
            wasHigh = byte >= 0x80
        }
        return false
    }

    private static let latin: Set<String> = [
        "windows-1250", "windows-1252", "windows-1254", "windows-1257", "windows-1258",
        "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-10", "iso-8859-13", "iso-8859-14",
        "iso-8859-15", "iso-8859-16", "macintosh",
    ]
}
