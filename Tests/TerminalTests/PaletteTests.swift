import Screens
import Testing

@testable import Terminal

struct PaletteTests {
    private static let palettes: [Palette] = [
        .none, .eight, .sixteen, .indexed, .direct,
    ].flatMap { (depth: Palette.Depth) in
        [Palette(depth: depth, ground: .dark), Palette(depth: depth, ground: .light)]
    }

    @Test(arguments: palettes)
    func `no look asks for a colour the terminal does not have`(palette: Palette) {
        let limit: Int32 =
            switch palette.depth {
            case .none: 0
            case .eight: 8
            case .sixteen: 16
            case .indexed: 256
            case .direct: 0x100_0000
            }
        for role in Role.allCases {
            for isSelected in [false, true] {
                let look = palette.look(for: Style(role, isSelected: isSelected))
                #expect((-1..<max(0, limit)).contains(look.foreground))
                #expect((-1..<max(0, limit)).contains(look.background))
            }
        }
    }

    @Test(arguments: palettes)
    func `the selected row always looks different`(palette: Palette) {
        for role in Role.allCases where role != .selected && role != .evidence {
            let look = palette.look(for: Style(role))
            let selected = palette.look(for: Style(role, isSelected: true))
            #expect(selected.isReversed || selected.background != look.background)
        }
    }

    @Test(arguments: palettes)
    func `what a cell asks for is there in every palette`(palette: Palette) {
        let look = palette.look(for: Style(.quiet, isBold: true, isUnderlined: true))
        #expect(look.isBold && look.isUnderlined)
    }

    @Test func `without colour the emphasis carries the meaning`() {
        let palette = Palette(depth: .none, ground: .dark)
        #expect(palette.look(for: Style(.evidence)).isUnderlined)
        #expect(palette.look(for: Style(.selected)).isReversed)
        #expect(palette.look(for: Style(.focus)).isBold)
        #expect(palette.look(for: Style(.differs)).isBold)
        #expect(palette.look(for: Style(.text)) == Palette.Look())
    }

    @Test(arguments: [Ground.dark, .light])
    func `text contrasts with its ground, rules a little less`(ground: Ground) {
        let palette = Palette(depth: .direct, ground: ground)
        let own: Int32 = ground == .dark ? 0x16181C : 0xFBFAF7
        for role in Role.allCases {
            let look = palette.look(for: Style(role))
            if look.foreground < 0 { continue }
            let back = look.background < 0 ? own : look.background
            let limit = role == .rule ? 3.0 : 4.5
            #expect(contrast(look.foreground, back) >= limit, "\(role)")
        }
    }

    /// Contrast of two colours (WCAG 2, “contrast ratio”).
    private func contrast(_ left: Int32, _ right: Int32) -> Double {
        let lights = [luminance(left), luminance(right)].sorted()
        return (lights[1] + 0.05) / (lights[0] + 0.05)
    }

    private func luminance(_ colour: Int32) -> Double {
        let weights = [(16, 0.2126), (8, 0.7152), (0, 0.0722)]
        return weights.reduce(0) { sum, weight in
            let channel = Double(colour >> Int32(weight.0) & 0xFF) / 255
            // The curve of sRGB, its power taken as 2.4 by two square roots: near enough here.
            let linear = channel <= 0.04045 ? channel / 12.92 : power((channel + 0.055) / 1.055)
            return sum + weight.1 * linear
        }
    }

    /// x to the 2.4 by Newton's method for the fifth root of x to the 12.
    private func power(_ x: Double) -> Double {
        var twelfth = 1.0
        for _ in 0..<12 { twelfth *= x }
        var root = x
        for _ in 0..<60 {
            let fourth = root * root * root * root
            root -= (fourth * root - twelfth) / (5 * fourth)
        }
        return root
    }
}
