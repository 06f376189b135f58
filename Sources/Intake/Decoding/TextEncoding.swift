/// An encoding that documents are met in, under its name in the WHATWG Encoding Standard.
struct TextEncoding: Hashable, Sendable {
    enum Method: Hashable, Sendable {
        case utf8
        case utf16(isBigEndian: Bool)
        case utf32(isBigEndian: Bool)
        /// One byte a character, by `SingleByteTables`.
        case table
        /// By the C library, under this name.
        case library(String)
    }

    let name: String
    let method: Method

    static let utf8 = TextEncoding(name: "UTF-8", method: .utf8)
    static let windows1252 = TextEncoding(name: "windows-1252", method: .table)
    static let iso2022JP = TextEncoding(name: "ISO-2022-JP", method: .library("ISO-2022-JP"))

    static func utf16(isBigEndian: Bool) -> TextEncoding {
        TextEncoding(
            name: isBigEndian ? "UTF-16BE" : "UTF-16LE", method: .utf16(isBigEndian: isBigEndian))
    }

    static func utf32(isBigEndian: Bool) -> TextEncoding {
        TextEncoding(
            name: isBigEndian ? "UTF-32BE" : "UTF-32LE", method: .utf32(isBigEndian: isBigEndian))
    }

    private init(name: String, method: Method) {
        self.name = name
        self.method = method
    }

    /// What a label such as `iso-8859-1` or `x-sjis` means to a browser: the first is
    /// windows-1252. Case, blanks, hyphens and the like make no difference; nil when it is none.
    init?(label: String) {
        let key = label.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard let name = TextEncoding.name(ofKey: key) else { return nil }
        if let method = TextEncoding.methods[name] {
            self.init(name: name, method: method)
        } else if SingleByteTables.all[name] != nil {
            self.init(name: name, method: .table)
        } else {
            return nil
        }
    }

    private static let methods: [String: Method] = [
        "UTF-8": .utf8, "UTF-16LE": .utf16(isBigEndian: false),
        "UTF-16BE": .utf16(isBigEndian: true), "Shift_JIS": .library("CP932"),
        "EUC-JP": .library("EUC-JP-MS"), "ISO-2022-JP": .library("ISO-2022-JP"),
        "gb18030": .library("GB18030"), "Big5": .library("BIG5-HKSCS"),
        "EUC-KR": .library("UHC"),
    ]

    private static func name(ofKey key: String) -> String? {
        if let name = names[key] { return name }
        if key.hasPrefix("iso8859") {
            let part = key.dropFirst(7).prefix { $0.isNumber }
            return "iso-8859-" + part.prefix(2)
        }
        for prefix in ["windows", "xcp", "cp"] where key.hasPrefix(prefix) {
            return "windows-" + key.dropFirst(prefix.count)
        }
        return nil
    }

    /// By label without marks; the numbered families are read off their numbers. gbk and gb2312
    /// are decoded as gb18030, which holds them.
    private static let names: [String: String] = [
        "utf8": "UTF-8", "unicode11utf8": "UTF-8", "unicode20utf8": "UTF-8",
        "xunicode20utf8": "UTF-8",
        "utf16": "UTF-16LE", "utf16le": "UTF-16LE", "unicode": "UTF-16LE", "ucs2": "UTF-16LE",
        "iso10646ucs2": "UTF-16LE", "csunicode": "UTF-16LE", "utf16be": "UTF-16BE",
        "unicodefffe": "UTF-16BE",
        "ascii": "windows-1252", "usascii": "windows-1252", "ansix341968": "windows-1252",
        "latin1": "windows-1252", "l1": "windows-1252", "csisolatin1": "windows-1252",
        "ibm819": "windows-1252", "cp819": "windows-1252", "isoir100": "windows-1252",
        "iso88591": "windows-1252", "iso885911987": "windows-1252",
        "iso88599": "windows-1254", "iso885991989": "windows-1254",
        "latin5": "windows-1254", "l5": "windows-1254", "csisolatin5": "windows-1254",
        "isoir148": "windows-1254", "iso885911": "windows-874", "tis620": "windows-874",
        "dos874": "windows-874",
        "latin2": "iso-8859-2", "l2": "iso-8859-2", "csisolatin2": "iso-8859-2",
        "iso885921987": "iso-8859-2", "latin3": "iso-8859-3", "l3": "iso-8859-3",
        "iso885931988": "iso-8859-3", "latin4": "iso-8859-4", "l4": "iso-8859-4",
        "iso885941988": "iso-8859-4", "cyrillic": "iso-8859-5",
        "csisolatincyrillic": "iso-8859-5", "iso885951988": "iso-8859-5",
        "arabic": "iso-8859-6", "asmo708": "iso-8859-6", "ecma114": "iso-8859-6",
        "iso885961987": "iso-8859-6", "greek": "iso-8859-7", "greek8": "iso-8859-7",
        "elot928": "iso-8859-7", "ecma118": "iso-8859-7", "suneugreek": "iso-8859-7",
        "iso885971987": "iso-8859-7", "hebrew": "iso-8859-8", "visual": "iso-8859-8",
        "logical": "iso-8859-8", "iso885981988": "iso-8859-8", "latin6": "iso-8859-10",
        "l6": "iso-8859-10", "l9": "iso-8859-15", "latin9": "iso-8859-15",
        "csisolatin9": "iso-8859-15",
        "koi": "koi8-r", "koi8": "koi8-r", "koi8r": "koi8-r", "cskoi8r": "koi8-r",
        "koi8u": "koi8-u", "koi8ru": "koi8-u",
        "866": "ibm866", "cp866": "ibm866", "ibm866": "ibm866", "csibm866": "ibm866",
        "mac": "macintosh", "macintosh": "macintosh", "xmacroman": "macintosh",
        "macroman": "macintosh", "xmaccyrillic": "x-mac-cyrillic",
        "maccyrillic": "x-mac-cyrillic", "xmacukrainian": "x-mac-cyrillic",
        "sjis": "Shift_JIS", "shiftjis": "Shift_JIS", "xsjis": "Shift_JIS",
        "csshiftjis": "Shift_JIS", "mskanji": "Shift_JIS", "ms932": "Shift_JIS",
        "windows31j": "Shift_JIS", "cp932": "Shift_JIS",
        "eucjp": "EUC-JP", "xeucjp": "EUC-JP", "cseucpkdfmtjapanese": "EUC-JP",
        "iso2022jp": "ISO-2022-JP", "csiso2022jp": "ISO-2022-JP",
        "gb18030": "gb18030", "gbk": "gb18030", "xgbk": "gb18030", "gb2312": "gb18030",
        "gb231280": "gb18030", "csgb2312": "gb18030", "chinese": "gb18030",
        "cp936": "gb18030", "windows936": "gb18030",
        "big5": "Big5", "big5hkscs": "Big5", "cnbig5": "Big5", "xxbig5": "Big5",
        "csbig5": "Big5", "cp950": "Big5",
        "euckr": "EUC-KR", "cseuckr": "EUC-KR", "ksc56011987": "EUC-KR", "ksc5601": "EUC-KR",
        "korean": "EUC-KR", "uhc": "EUC-KR", "windows949": "EUC-KR", "cp949": "EUC-KR",
    ]
}
