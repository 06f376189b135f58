import Screens
import Testing

@testable import Terminal

struct SurroundingsTests {
    @Test(arguments: [
        ([:], Settings.Colour.auto, 256, false, Palette.Depth.indexed),
        (["NO_COLOR": "1"], .auto, 256, false, .none),
        (["NO_COLOR": ""], .auto, 256, false, .indexed),
        (["NO_COLOR": "1"], .auto, 1 << 24, true, .none),
        (["NO_COLOR": "1"], .many, 256, false, .indexed),
        ([:], .none, 256, false, .none),
        ([:], .sixteen, 256, false, .sixteen),
        ([:], .many, 1 << 24, true, .indexed),
        ([:], .all, 8, false, .eight),
        ([:], .auto, 1 << 24, true, .direct),
        ([:], .auto, 88, false, .sixteen),
        ([:], .auto, 0, false, .none),
        ([:], .all, -1, false, .none),
    ])
    func `the depth is what the terminal has, unless less is wanted`(
        environment: [String: String], wanted: Settings.Colour, colours: Int, isDirect: Bool,
        depth: Palette.Depth
    ) {
        var settings = Settings()
        settings.colour = wanted
        let surroundings = Surroundings(environment: environment)
        #expect(surroundings.depth(settings, colours: colours, isDirect: isDirect) == depth)
    }

    @Test(arguments: [
        ("xterm-256color", Settings.Colour.all, ["xterm-direct", "xterm-256color"]),
        ("alacritty", .all, ["alacritty-direct", "alacritty"]),
        ("xterm-direct", .all, ["xterm-direct"]),
        ("xterm-256color", .auto, ["xterm-256color"]),
        ("", .all, [""]),
    ])
    func `all colours are asked for under another name`(
        type: String, wanted: Settings.Colour, types: [String]
    ) {
        var settings = Settings()
        settings.colour = wanted
        #expect(Surroundings(environment: ["TERM": type]).types(settings) == types)
    }

    @Test(arguments: [
        (nil, Ground.dark), ("0;15", .light), ("0;default;15", .light), ("15;0", .dark),
        ("nonsense", .dark),
    ])
    func `the ground is as hinted, else dark`(hint: String?, ground: Ground) {
        var environment: [String: String] = [:]
        environment["COLORFGBG"] = hint
        #expect(Surroundings(environment: environment).ground == ground)
    }
}
