/// The text of some bytes, and which encoding they were read in.
///
/// What the bytes show wins over what is declared, and both over guessing: a byte order mark;
/// zero bytes at every other place (UTF-16); the escapes of ISO-2022-JP; bytes that are UTF-8, or
/// nearly, whatever the label says; the label, meaning what it means to a browser, if the bytes
/// decode; a guess from the letters; windows-1252. Pure and linear; never fails.
struct DecodedText {
    /// Valid UTF-8 without a byte order mark. Zero bytes and control characters may stand in it.
    private(set) var bytes: [UInt8]
    /// As the WHATWG Encoding Standard names it.
    let encoding: String
    /// Places that could not be read; U+FFFD stands there.
    private(set) var lost = 0
    /// Whether nothing but the letters themselves told the encoding.
    private(set) var isGuessed = false

    /// `label` is what the document or a protocol declares, such as `windows-1251`.
    init(_ raw: [UInt8], label: @autoclosure () -> String? = nil) {
        if let (encoding, length) = ByteOrderMark.find(in: raw) {
            self.init(raw[length...], encoding)
        } else if let encoding = WideText.encoding(of: raw) {
            self.init(raw[...], encoding)
        } else if DecodedText.hasJapaneseEscapes(raw) {
            self.init(raw[...], .iso2022JP)
        } else if DecodedText.isUTF8(raw) {
            self.init(validUTF8: raw)
        } else {
            self.init(bytesOf: raw, label())
        }
    }

    /// The text of HTML or XML, by what a protocol or it itself declares.
    init(markup document: RawDocument) {
        self.init(
            document.bytes, label: document.charset ?? DeclaredEncoding.label(in: document.bytes))
    }

    private init(bytesOf raw: [UInt8], _ label: String?) {
        let evidence = UTF8Evidence(raw)
        if evidence.isNearly {
            self.init(raw[...], .utf8)
        } else if let text = DecodedText.declared(raw, label, marks: evidence.high) {
            self = text
        } else {
            self.init(raw[...], EncodingGuess.encoding(of: raw))
            isGuessed = true
        }
    }

    private static func isUTF8(_ raw: [UInt8]) -> Bool {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: raw.span)
            return true
        } catch {
            return false
        }
    }

    private init(validUTF8 raw: [UInt8]) {
        bytes = raw
        encoding = TextEncoding.utf8.name
    }

    /// With windows-1252 in place of an encoding that this machine does not know.
    private init(_ raw: ArraySlice<UInt8>, _ encoding: TextEncoding) {
        if let text = Transcoding(raw, from: encoding) {
            bytes = text.bytes
            lost = text.lost
            self.encoding = encoding.name
        } else {
            let text = Transcoding(raw, from: .windows1252)
            bytes = text?.bytes ?? []
            lost = raw.count { $0 >= 0x80 }
            self.encoding = TextEncoding.windows1252.name
        }
    }

    /// By the label, when at most one in a hundred of the bytes beyond ASCII does not fit it. A
    /// label of UTF-8 or UTF-16 has been refuted before.
    private static func declared(_ raw: [UInt8], _ label: String?, marks: Int) -> DecodedText? {
        guard let label, let encoding = TextEncoding(label: label) else { return nil }
        switch encoding.method {
        case .utf8, .utf16, .utf32: return nil
        case .table, .library: break
        }
        let text = DecodedText(raw[...], encoding)
        return text.encoding == encoding.name && text.lost * 100 <= marks ? text : nil
    }

    /// `ESC $ @`, `ESC $ B` and their like, with nothing beyond ASCII.
    private static func hasJapaneseEscapes(_ raw: [UInt8]) -> Bool {
        guard raw.contains(0x1B) else { return false }
        var isFound = false
        var previous: UInt8 = 0
        var beforeThat: UInt8 = 0
        for byte in raw {
            if byte >= 0x80 { return false }
            if beforeThat == 0x1B, previous == UInt8(ascii: "$") {
                isFound = isFound || byte == UInt8(ascii: "B") || byte == UInt8(ascii: "@")
            }
            (beforeThat, previous) = (previous, byte)
        }
        return isFound
    }

    /// One sentence for the reader when the encoding was guessed or something is lost.
    var warning: IntakeWarning? {
        if lost > 0 {
            return IntakeWarning("\(lost) place(s) could not be read as \(encoding).")
        }
        return isGuessed
            ? IntakeWarning("No encoding is stated; read as \(encoding) by its letters.") : nil
    }
}

/// How far bytes are UTF-8.
struct UTF8Evidence {
    /// Sequences of two to four bytes that hold, and bytes that belong to none.
    private(set) var valid = 0
    private(set) var broken = 0
    /// Bytes beyond ASCII.
    private(set) var high = 0

    init(_ bytes: [UInt8]) {
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index += 1
                continue
            }
            let length = UTF8Sequence.length(in: bytes[...], at: index)
            high += max(1, length)
            if length > 0 {
                valid += 1
                index += length
            } else if UTF8Sequence.isCutOff(bytes[...], at: index) {
                broken += 1
                high += bytes.count - index - 1
                return
            } else {
                broken += 1
                index += 1
            }
        }
    }

    /// At most one broken byte for each four whole characters: in another encoding hardly any
    /// would look whole.
    var isNearly: Bool { broken * 4 <= valid }
}

/// The marks at the head of a document that tell its encoding.
enum ByteOrderMark {
    /// The encoding and how many bytes its mark takes.
    static func find(in bytes: [UInt8]) -> (TextEncoding, Int)? {
        for (mark, encoding) in marks where bytes.starts(with: mark) {
            return (encoding, mark.count)
        }
        return nil
    }

    /// UTF-32 first: its mark begins like that of UTF-16.
    private static let marks: [([UInt8], TextEncoding)] = [
        ([0xEF, 0xBB, 0xBF], .utf8),
        ([0xFF, 0xFE, 0, 0], .utf32(isBigEndian: false)),
        ([0, 0, 0xFE, 0xFF], .utf32(isBigEndian: true)),
        ([0xFF, 0xFE], .utf16(isBigEndian: false)),
        ([0xFE, 0xFF], .utf16(isBigEndian: true)),
    ]
}

/// Text with two or four bytes to a character, which no rule for single bytes can read.
enum WideText {
    /// By its mark, else by zero bytes that stand at even or at odd places only, at least one in
    /// twenty of them zero. Nil for everything else, such as a picture.
    static func encoding(of bytes: [UInt8]) -> TextEncoding? {
        if let (encoding, _) = ByteOrderMark.find(in: bytes) {
            return encoding == .utf8 ? nil : encoding
        }
        let head = bytes.prefix(4096)
        guard head.count >= 4, head.contains(0) else { return nil }
        var zeros = (even: 0, odd: 0)
        for (index, byte) in head.enumerated() where byte == 0 {
            if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        guard zeros.even == 0 || zeros.odd == 0, (zeros.even + zeros.odd) * 40 >= head.count
        else { return nil }
        let encoding = TextEncoding.utf16(isBigEndian: zeros.even > 0)
        guard let text = Transcoding(head.prefix(head.count & ~1), from: encoding),
            text.lost <= 1, !text.bytes.contains(where: { $0 < 0x09 })
        else { return nil }
        return encoding
    }
}
