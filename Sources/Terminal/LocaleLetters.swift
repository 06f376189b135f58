import CNcurses
import Glibc

/// The letters of a locale whose characters are one byte each, such as KOI8-R or Windows-1251: what
/// such a terminal shows and sends beside ASCII.
struct LocaleLetters {
    /// By byte, from 0x80 on.
    private let scalars: [Unicode.Scalar?]
    /// Bytes by letter.
    private let bytes: [Unicode.Scalar: UInt8]

    /// Those of the locale that was set; nil in UTF-8, and where there are none.
    init?() {
        let name = String(cString: nl_langinfo(CInt(CODESET)))
        guard name != "UTF-8", name != "ANSI_X3.4-1968" else { return nil }
        self.init { Unicode.Scalar(parley_character($0)) }
    }

    /// With what stands for each byte from 0x80 on; nil where none is a letter.
    init?(of scalar: (UInt8) -> Unicode.Scalar?) {
        scalars = (0x80...0xFF).map { byte in
            scalar(UInt8(byte)).flatMap {
                $0.value >= 0x80 && $0.properties.isAlphabetic ? $0 : nil
            }
        }
        var bytes: [Unicode.Scalar: UInt8] = [:]
        for (index, scalar) in scalars.enumerated() {
            if let scalar { bytes[scalar] = UInt8(0x80 + index) }
        }
        self.bytes = bytes
        if bytes.isEmpty { return nil }
    }

    var all: Set<Unicode.Scalar> { Set(bytes.keys) }

    /// Nil for a byte that is no letter; ASCII stands for itself.
    func scalar(of byte: UInt8) -> Unicode.Scalar? {
        byte < 0x80 ? Unicode.Scalar(byte) : scalars[Int(byte) - 0x80]
    }

    /// Text that came from the terminal; what is no letter is left out.
    func text(of bytes: [UInt8]) -> String {
        String(String.UnicodeScalarView(bytes.compactMap(scalar)))
    }

    /// Text of ASCII and these letters as the terminal expects it; anything else is left out.
    func bytes(of text: String) -> [UInt8] {
        text.unicodeScalars.compactMap { $0.value < 0x80 ? UInt8($0.value) : bytes[$0] }
    }
}
