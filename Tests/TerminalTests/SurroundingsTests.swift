import Testing

@testable import Terminal

struct SurroundingsTests {
    @Test(arguments: [
        ([:], 256, false, Palette.Depth.indexed),
        (["NO_COLOR": "1"], 256, false, .none),
        (["NO_COLOR": ""], 256, false, .indexed),
        (["NO_COLOR": "1"], 1 << 24, true, .none),
        ([:], 1 << 24, true, .direct),
        ([:], 88, false, .sixteen),
        ([:], 16, false, .sixteen),
        ([:], 8, false, .eight),
        ([:], 0, false, .none),
        ([:], -1, false, .none),
    ])
    func `the depth is what the terminal has, unless colour is refused`(
        environment: [String: String], colors: Int, isDirect: Bool, depth: Palette.Depth
    ) {
        let surroundings = Surroundings(environment: environment)
        #expect(surroundings.depth(colors: colors, isDirect: isDirect) == depth)
    }

    @Test(arguments: [
        (nil, Surroundings.GroundSetting.automatic, Palette.Ground.dark),
        ("0;15", .automatic, .light), ("0;default;15", .automatic, .light),
        ("15;0", .automatic, .dark), ("nonsense", .automatic, .dark), ("0;15", .dark, .dark),
        ("15;0", .light, .light),
    ])
    func `the ground is as set, else as hinted, else dark`(
        hint: String?, setting: Surroundings.GroundSetting, ground: Palette.Ground
    ) {
        var environment: [String: String] = [:]
        environment["COLORFGBG"] = hint
        let surroundings = Surroundings(environment: environment, groundSetting: setting)
        #expect(surroundings.ground == ground)
    }
}

struct GroundAnswerTests {
    @Test(arguments: [
        ("11;rgb:0000/0000/0000", Palette.Ground.dark), ("11;rgb:ff/ff/ff", .light),
        ("11;rgb:1/1/1", .dark), ("11;rgba:ffff/ffff/f7f7/ffff", .light),
        ("11;rgb:0000/ffff/0000", .light), ("11;rgb:ffff/0000/ffff", .dark),
        ("11;rgb:zz/00/00", nil), ("11;rgb:00/00", nil), ("10;rgb:ff/ff/ff", nil), ("", nil),
        ("11;rgb:12345/0/0", nil),
    ])
    func `an answer tells dark from light by its luminance`(
        answer: String, ground: Palette.Ground?
    ) {
        #expect(GroundAnswer.ground(in: answer) == ground)
    }
}

struct ModesTests {
    @Test func `a title cannot carry a sequence to the terminal`() {
        let bytes = Modes.title("Plan\u{7}\u{1B}]52;c;x\u{1B}\\ \u{9C}end")
        #expect(bytes.filter { $0 < 0x20 } == [0x1B, 0x07])
        #expect(!String(decoding: bytes, as: UTF8.self).contains("\u{9C}"))
    }

    @Test func `every mode that is set is reset`() {
        let on = String(decoding: Modes.on(usesMouse: true, asksGround: true), as: UTF8.self)
        for mode in on.split(separator: "\u{1B}").filter({ $0.hasPrefix("[?") }) {
            #expect(Modes.off.contains(mode.dropLast() + "l"))
        }
    }
}
