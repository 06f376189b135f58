import Testing

@testable import Screens

struct ThemeTests {
    @Test(arguments: Theme.ours, Role.allCases)
    func `every role can be read on its ground and in the selected row`(theme: Theme, role: Role) {
        let needed = Theme.neededContrast(of: role)
        #expect(theme.contrast(of: role) >= needed)
        #expect(theme.contrast(of: role, isSelected: true) >= needed)
    }

    @Test(arguments: Theme.ours, Role.allCases)
    func `it can be read in 256 colours too`(theme: Theme, role: Role) {
        let palette = Palette(depth: .indexed, theme: theme)
        for isSelected in [false, true] {
            let look = palette.look(for: Style(role, isSelected: isSelected))
            let text = look.foreground < 0 ? theme[role].foreground.indexed : look.foreground
            let ground =
                look.background < 0
                ? theme.paper : Theme.Colour.direct(indexed: look.background)
            let ratio = Contrast.ratio(Theme.Colour.direct(indexed: text), ground)
            #expect(ratio >= Theme.neededContrast(of: role), "selected: \(isSelected)")
        }
    }

    @Test(arguments: [Theme.contrastDark, .contrastLight], Role.allCases)
    func `strong contrast is 7 for everything`(theme: Theme, role: Role) {
        #expect(theme.contrast(of: role) >= 7)
        #expect(theme.contrast(of: role, isSelected: true) >= 7)
    }

    @Test(arguments: [Theme.dark, .light])
    func `words are brighter than what steps back, and that brighter than rules`(theme: Theme) {
        let steps = [Role.text, .quiet, .rule].map { theme.contrast(of: $0) }
        #expect(steps[0] > steps[1] + 3)
        #expect(steps[1] > steps[2] + 1)
    }

    @Test(arguments: Theme.ours)
    func `the selected row and the evidence stand out from the ground`(theme: Theme) {
        let evidence = theme.colours(of: Style(.evidence)).background
        #expect(Contrast.ratio(evidence, theme.paper) > 1.2)
        #expect(Contrast.ratio(evidence, theme.colours(of: Style(.selected)).background) > 1.02)
    }

    @Test(arguments: Theme.ours, [Palette.Depth.none, .eight, .sixteen, .indexed, .direct])
    func `the selection is seen in however many colours`(theme: Theme, depth: Palette.Depth) {
        let look = Palette(depth: depth, theme: theme).look(for: Style(.text, isSelected: true))
        guard depth >= .indexed else {
            #expect(look.isReversed)
            return
        }
        let ground =
            depth == .direct ? look.background : Theme.Colour.direct(indexed: look.background)
        #expect(Contrast.ratio(ground, theme.paper) >= 1.4)
    }

    @Test(arguments: [
        ("auto", Ground.dark, "dark"), ("auto", .light, "light"), ("light", .dark, "light"),
        ("dark", .light, "dark"), ("contrast", .dark, "contrast"), ("contrast", .light, "contrast"),
    ])
    func `a theme is shown as set, else by the terminal's ground`(
        name: String, ground: Ground, shown: String
    ) {
        var settings = Settings()
        #expect(settings.set("theme", to: name) == nil)
        let theme = settings.theme(on: ground)
        #expect(theme.name == shown)
        if name == "auto" || name == "contrast" { #expect(theme.ground == ground) }
    }
}

struct ContrastTests {
    @Test(arguments: [
        (Int32(0xFFFFFF), Int32(0x000000), 21.0), (0x777777, 0xFFFFFF, 4.48),
        (0xFF0000, 0xFFFFFF, 4.0), (0x0000FF, 0xFFFFFF, 8.59), (0x123456, 0x123456, 1),
    ])
    func `the ratio is WCAG's, in either order`(left: Int32, right: Int32, ratio: Double) {
        #expect(abs(Contrast.ratio(left, right) - ratio) < 0.005)
        #expect(Contrast.ratio(left, right) == Contrast.ratio(right, left))
    }

    @Test(arguments: [
        (Int32(0x000000), Int32(16)), (0xFFFFFF, 231), (0x5F87AF, 67), (0x080808, 232),
        (0x8A8A8A, 245), (0xFF0102, 196),
    ])
    func `of the 256 the nearest is taken`(direct: Int32, indexed: Int32) {
        #expect(Theme.Colour(direct, basicOf: nil).indexed == indexed)
    }
}
