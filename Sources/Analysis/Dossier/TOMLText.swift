/// Texts of articles as they may stand in a dossier file: whatever they hold, they stay one value
/// or one line of a comment.
package enum TOMLText {
    /// A basic string. Control characters become blanks; marks that turn the direction of writing
    /// or cannot be seen are written as escapes, so that an editor shows what is there.
    package static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            default:
                if isControl(scalar) {
                    result += " "
                } else if isUnseen(scalar) {
                    result += escape(scalar)
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }

    /// One line behind `#`, cut after 200 scalars; what cannot be seen is left out.
    static func comment(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars.prefix(200) where !isUnseen(scalar) {
            result.append(isControl(scalar) ? " " : scalar)
        }
        return "# " + String(result)
    }

    /// "Ana O'Ortega" gives "ana-o-ortega"; nil for a name without ASCII letters or digits.
    static func slug(_ name: String) -> String? {
        let words = name.lowercased().utf8.split { byte in
            !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
        let slug = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
        return slug.isEmpty ? nil : slug
    }

    /// What TOML refuses in strings and comments, and line ends of every kind.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
            || scalar.value == 0x2028 || scalar.value == 0x2029
    }

    /// Format characters (Unicode category Cf: bidi marks, zero-width ones, tags) and those for
    /// private use.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .format, .privateUse, .unassigned: true
        default: false
        }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let width = digits.utf8.count > 4 ? 8 : 4
        let zeros = String(repeating: "0", count: width - digits.utf8.count)
        return (width == 8 ? "\\U" : "\\u") + zeros + digits
    }
}
