extension Chance {
    /// Words that are likely to go wrong on a screen, and names and figures that are found in them.
    mutating func words(_ count: Int) -> String {
        (0..<count).map { _ in word() }.joined(separator: " ")
    }

    private mutating func word() -> String {
        isOne(in: 3) ? one(of: Self.hostile) : one(of: Self.plain)
    }

    /// Any scalar, controls and unassigned ones as likely as letters.
    mutating func scalar() -> Character {
        let kinds: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x20...0x7E, 0x300...0x36F, 0x200B...0x200F, 0x2028...0x202E,
            0x2060...0x206F, 0x4E00...0x4E20, 0x1F466...0x1F469, 0x1F1E6...0x1F1FF,
            0x0627...0x0640, 0x05D0...0x05EA, 0x0900...0x0980, 0xA0...0x10FFFF,
        ]
        while true {
            let kind = one(of: kinds)
            let value = kind.lowerBound + UInt32(below(Int(kind.upperBound - kind.lowerBound) + 1))
            if let scalar = Unicode.Scalar(value) { return Character(scalar) }
        }
    }

    private static let plain = [
        "Steve Witkoff", "Zelensky", "the Kremlin said", "Donbas", "600,000 troops", "NATO",
        "Ukraine rejects", "on 2 December", "28 points", "the plan", "“We will not sign,”",
        "he said.", "Axios reported", "a ceasefire", "talks.", "Rustem Umerov", "Moscow", "of the",
        "five hours", "agreed to", "frozen assets", "Geneva.",
    ]

    private static let hostile = [
        "日本語の記事", "한국어", "e\u{301}\u{327}\u{332}\u{333}\u{334}\u{335}", "👩‍👩‍👧‍👦", "🇺🇦🇷🇺",
        "שלום עולם", "مرحبا بالعالم", "\u{202E}reversed\u{202C}", "\u{2066}isolate\u{2069}",
        "\u{1B}[31mred\u{1B}[0m", "\u{9B}2J", "bell\u{7}", "nul\u{0}l", "\u{200B}", "\u{FEFF}",
        "tab\there", "line\nend", "\u{2028}", "\r", "ﷺ", "𒐫", "क्षि", "\u{1F468}\u{1F3FF}", "½", "…",
        "\u{FFFF}", "\u{E0041}", "\u{AD}soft", String(repeating: "long", count: 60), "'", "\"", "{",
        "\\", "<b>", "Ω≈ç√", "\u{300}", "Ａ", "ｱ", "⁧", "▸", "▌",
    ]
}
