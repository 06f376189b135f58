/// What stands for a glyph where the terminal has only ASCII, and perhaps some `letters` beside it,
/// cell for cell.
package enum ASCIIFallback {
    /// One character that looks alike; `?` where nothing does. A wide glyph needs it twice.
    package static func glyph(
        for glyph: Glyph, besides letters: Set<Unicode.Scalar> = []
    ) -> Glyph {
        let base = glyph.base
        if base < 0x7F { return Glyph(Unicode.Scalar(UInt8(base))) }
        if let letter = Unicode.Scalar(base), letters.contains(letter) { return Glyph(letter) }
        return Glyph(character(for: base))
    }

    /// The text so: marks without a width are left out, the rest by what looks alike.
    package static func text(
        for text: String, besides letters: Set<Unicode.Scalar> = []
    ) -> String {
        var result = ""
        for scalar in text.unicodeScalars where TextWidth.columns(of: scalar) > 0 {
            let isKept = scalar.value < 0x7F || letters.contains(scalar)
            result.unicodeScalars.append(isKept ? scalar : character(for: scalar.value))
        }
        return result
    }

    private static func character(for value: UInt32) -> Unicode.Scalar {
        switch value {
        case 0xC0...0x17F: letters[Int(value - 0xC0)]
        case 0x400...0x45F: cyrillic[Int(value - 0x400)]
        case 0x2500, 0x2574, 0x2576, 0x2010...0x2015, 0x2212: "-"
        case 0x2501, 0x2578, 0x257A: "="
        case 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D: "."
        case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x258C: "|"
        case 0x2575, 0x2577, 0x2579, 0x257B: "|"
        case 0x250C...0x254B: "+"
        case 0x258F: "_"
        case 0x25B8, 0x2192: ">"
        default: symbols[value] ?? "?"
        }
    }

    private static let symbols: [UInt32: Unicode.Scalar] = [
        0x2260: "!", 0x2248: "~", 0x2039: "(", 0x203A: ")", 0xF7: "/", 0xD7: "x", 0x25E6: "o",
        0x25CF: "*", 0x25CB: "-", 0x25C9: "@", 0x2205: "%", 0x2591: ".", 0xB7: ".", 0x2587: "#",
        0x2581: "_", 0x2582: ".", 0x2583: ":", 0x2584: "i", 0x2585: "i", 0x2586: "I", 0x2588: "@",
        0x25AA: "#", 0xA7: "s", 0x2191: "^", 0x2193: "v", 0x2190: "<", 0x2713: "+", 0x2018: "'",
        0x2019: "'", 0x201A: "'", 0x201C: "\"", 0x201D: "\"", 0x201E: "\"", 0xAB: "\"",
        0xBB: "\"", 0x2026: ".", 0x2022: "*", 0xA0: " ", 0xB0: "o", 0x2032: "'", 0x2033: "\"",
        0x490: "G", 0x491: "g", 0x2116: "N",
    ]

    /// U+0400 to U+045F, a letter for a letter: names and words can be made out.
    private static let cyrillic: [Unicode.Scalar] = Array(
        ("EEDGESIIJLNCKIUD" + "ABVGDEZZIYKLMNOPRSTUFHCCSS'Y'EUA"
            + "abvgdezziyklmnoprstufhccss'y'eua" + "eedgesiijlnckiud").unicodeScalars)

    /// U+00C0 to U+017F without their marks.
    private static let letters: [Unicode.Scalar] = Array(
        ("AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
            + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNn"
            + "OoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs").unicodeScalars)
}
