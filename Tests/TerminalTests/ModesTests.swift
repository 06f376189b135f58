import Testing

@testable import Terminal

struct ModesTests {
    @Test func `a title cannot carry a sequence to the terminal`() {
        let title = Modes.title("Plan\u{7}\u{1B}]52;c;x\u{1B}\\ \u{9C}end")
        #expect(title.utf8.filter { $0 < 0x20 } == [0x1B, 0x07])
        #expect(!title.contains("\u{9C}"))
    }

    @Test func `every mode that is set is reset`() {
        let on = Modes.on + Modes.mouse(isOn: true)
        for mode in on.split(separator: "\u{1B}").filter({ $0.hasPrefix("[?") }) {
            #expect(Modes.off.contains(mode.dropLast() + "l"))
        }
    }

    @Test func `text for the clipboard is coded, whatever it holds`() {
        let bytes = Modes.clipboard("§8 “plan”\u{7}")
        #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}]52;c;wqc4IOKAnHBsYW7igJ0H\u{7}")
        #expect(String(decoding: Modes.clipboard("a"), as: UTF8.self).contains(";YQ==\u{7}"))
        #expect(String(decoding: Modes.clipboard("ab"), as: UTF8.self).contains(";YWI=\u{7}"))
    }
}
