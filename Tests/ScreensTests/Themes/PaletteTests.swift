import Screens
import Testing

struct PaletteTests {
    private static let palettes: [Palette] = [
        .none, .eight, .sixteen, .indexed, .direct,
    ].flatMap { (depth: Palette.Depth) in
        Theme.ours.map { Palette(depth: depth, theme: $0) }
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

    @Test(arguments: palettes)
    func `evidence keeps its look in the selected row, the text there comes forward`(
        palette: Palette
    ) {
        guard palette.depth >= .eight else { return }
        let evidence = palette.look(for: Style(.evidence))
        #expect(palette.look(for: Style(.evidence, isSelected: true)) == evidence)
        guard palette.depth >= .indexed else { return }
        let text = palette.look(for: Style(.quiet, isSelected: true))
        #expect(text.foreground == palette.look(for: Style(.selected)).foreground)
    }

    @Test func `without colour the emphasis carries the meaning`() {
        let palette = Palette(depth: .none, theme: .dark)
        #expect(palette.look(for: Style(.evidence)).isUnderlined)
        #expect(palette.look(for: Style(.selected)).isReversed)
        #expect(palette.look(for: Style(.focus)).isBold)
        #expect(palette.look(for: Style(.differs)).isBold)
        let text = palette.look(for: Style(.text))
        #expect(!text.isBold && !text.isUnderlined && !text.isReversed)
    }
}
