import Foundation
import Testing

@testable import Intake

struct DecodedTextTests {
    private static let russian = """
        Паром не вышел в рейс из-за шторма, сообщили во вторник в управлении порта. Жители острова \
        ждут хлеба и почты уже третий день, и староста просит прислать вертолёт.
        """
    private static let polish = """
        Prom nie wypłynął z powodu sztormu, poinformował we wtorek zarząd portu. Mieszkańcy wyspy \
        czekają na chleb i pocztę już trzeci dzień, a sołtys prosi o śmigłowiec.
        """
    private static let greek = """
        Το πλοίο δεν απέπλευσε εξαιτίας της θύελλας, ανακοίνωσε την Τρίτη η διοίκηση του λιμανιού. \
        Οι κάτοικοι του νησιού περιμένουν ψωμί και ταχυδρομείο εδώ και τρεις ημέρες.
        """
    private static let french = """
        Le bac n’a pas quitté le port à cause de la tempête, a déclaré mardi la régie. « Nous \
        attendons le pain depuis trois jours », s’est plainte une habitante de l’île.
        """
    private static let japanese = "フェリーは嵐のため出航しなかったと、港の管理局が火曜日に発表した。島の住民は三日間パンを待っている。"

    private static func text(_ bytes: [UInt8], label: String? = nil) -> String {
        String(decoding: DecodedText(bytes, label: label).bytes, as: UTF8.self)
    }

    private static func bytes(_ text: String, _ encoding: String.Encoding) throws -> [UInt8] {
        try Array(#require(text.data(using: encoding)))
    }

    /// Maps each character through the table the other way round.
    private static func bytes(_ text: String, table name: String) throws -> [UInt8] {
        let table = try #require(SingleByteTables.all[name])
        return try text.unicodeScalars.map { scalar in
            if scalar.value < 0x80 { return UInt8(scalar.value) }
            return 0x80 + UInt8(try #require(table.firstIndex(of: Array(String(scalar).utf8))))
        }
    }

    @Test(arguments: [
        (russian, String.Encoding.windowsCP1251, "windows-1251"),
        (polish, .windowsCP1250, "windows-1250"), (polish, .isoLatin2, "iso-8859-2"),
        (greek, .windowsCP1253, "iso-8859-7"), (french, .windowsCP1252, "windows-1252"),
        (japanese, .shiftJIS, "Shift_JIS"),
    ])
    func `nothing declared, the letters tell`(
        text: String, encoding: String.Encoding, name: String
    ) throws {
        let decoded = DecodedText(try Self.bytes(text, encoding))
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
        #expect(decoded.encoding == name)
        #expect(decoded.warning?.message.contains(name) == true)
    }

    @Test(arguments: ["koi8-r", "iso-8859-5", "ibm866", "x-mac-cyrillic"])
    func `Russian is told in each of its encodings`(name: String) throws {
        #expect(Self.text(try Self.bytes(Self.russian, table: name)) == Self.russian)
    }

    @Test func `Ukrainian in KOI8 keeps its own letters`() throws {
        let text = "Пором не вийшов у рейс, повідомили у вівторок. Їхні діти ще чекають, є ґанок."
        #expect(Self.text(try Self.bytes(text, table: "koi8-u")) == text)
    }

    @Test func `the euro of ISO-8859-15 is no sign for any currency`() throws {
        let text = "Die Fähre kostet künftig 30 € für Gäste, für Bürger der Insel 5 €, sagte er."
        #expect(Self.text(try Self.bytes(text, table: "iso-8859-15")) == text)
    }

    @Test func `quotation marks alone are windows-1252`() {
        let bytes = Array("The mayor said ".utf8) + [0x93] + Array("no".utf8) + [0x94, 0x2E]
        #expect(Self.text(bytes) == "The mayor said “no”.")
    }

    @Test(arguments: [
        ("iso-8859-1", [0x93, 0xE9] as [UInt8], "“é"), ("US-ASCII", [0xE9], "é"),
        ("latin5", [0xFD, 0x92], "ı’"), (" Windows-1251 ", [0xE4, 0xE0], "да"),
        ("x-sjis", [0x87, 0x40], "①"), ("gb2312", [0x81, 0x30, 0x84, 0x36], "¥"),
        ("euc-jp", [0xC6, 0xFC], "日"), ("tis-620", [0xA1], "ก"), ("iso-8859-8-i", [0xE0], "א"),
        ("ks_c_5601-1987", [0xB3, 0xE2], "년"),
        ("ISO_8859-5:1988", [0xD4], "д"), ("big5", [0xA4, 0xA4], "中"),
    ])
    func `a label means what it means to a browser`(
        label: String, bytes: [UInt8], text: String
    ) {
        #expect(Self.text(bytes, label: label) == text)
    }

    @Test(arguments: [
        ("koi8-r", "да é 中"), ("utf-16", "да"), (nil, "é"), ("nonsense", "é"),
    ])
    func `what is UTF-8 is UTF-8 whatever the label says`(label: String?, text: String) {
        let decoded = DecodedText(Array(text.utf8), label: label)
        #expect(String(decoding: decoded.bytes, as: UTF8.self) == text)
        #expect(decoded.encoding == "UTF-8" && decoded.warning == nil)
    }

    @Test func `a label of UTF-8 is not believed against the bytes`() throws {
        let bytes = try Self.bytes(Self.russian, .windowsCP1251)
        #expect(Self.text(bytes, label: "utf-8") == Self.russian)
    }

    @Test func `one stray byte does not turn UTF-8 into another encoding`() {
        let bytes = Array("L’été à Nîmes fut très ".utf8) + [0xE9] + Array("trange, là-bas.".utf8)
        let decoded = DecodedText(bytes, label: "windows-1251")
        #expect(
            String(decoding: decoded.bytes, as: UTF8.self)
                == "L’été à Nîmes fut très \u{FFFD}trange, là-bas.")
        #expect(decoded.lost == 1)
        #expect(decoded.warning?.message.contains("1 place(s)") == true)
    }

    @Test func `UTF-8 that is cut off loses its last letter only`() {
        let bytes = Array("Жители ждут хлеба".utf8).dropLast()
        #expect(Self.text(Array(bytes)) == "Жители ждут хлеб\u{FFFD}")
    }

    @Test(arguments: [true, false])
    func `UTF-16 is read with a mark and without one`(isBigEndian: Bool) {
        let text = "The ferry – «паром» – stays."
        let bytes = text.utf16.flatMap { unit in
            isBigEndian
                ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        }
        let mark: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
        #expect(Self.text(bytes) == text)
        #expect(Self.text(mark + bytes, label: "utf-8") == text)
    }

    @Test func `UTF-32 is not taken for UTF-16`() {
        let bytes: [UInt8] = [0xFF, 0xFE, 0, 0, 0x44, 4, 0, 0, 0x00, 0xF6, 1, 0]
        #expect(Self.text(bytes) == "ф\u{1F600}")
    }

    @Test func `the escapes of ISO-2022-JP are Japanese`() {
        let bytes: [UInt8] = [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42, 0x2E]
        #expect(Self.text(bytes) == "日本.")
    }

    @Test(arguments: [[], [0xFF], [0xFE, 0xFF], [0xFF, 0xFE, 0x00], [0x80, 0x81], [0xC3]])
    func `nothing is too short or too odd`(bytes: [UInt8]) throws {
        let decoded = DecodedText(bytes)
        #expect(throws: Never.self) { _ = try UTF8Span(validating: decoded.bytes.span) }
    }

    @Test func `any bytes give valid UTF-8 under any label`() throws {
        var generator = SystemRandomNumberGenerator()
        for label in ["utf-8", "big5", "gbk", "euc-kr", "shift_jis", "iso-2022-jp", "koi8-r", "x"] {
            let bytes = (0..<500).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let decoded = DecodedText(bytes, label: label)
            #expect(throws: Never.self) { _ = try UTF8Span(validating: decoded.bytes.span) }
        }
    }

    @Test func `every table is whole`() {
        #expect(SingleByteTables.all.count == 27)
        for (name, table) in SingleByteTables.all {
            #expect(table.count == 128, "\(name)")
            #expect(TextEncoding(label: name)?.name == name)
        }
    }
}
