import Screens
import Testing

@testable import Terminal

struct KeySequencesTests {
    /// A terminal with names of its own, one of which is a control code.
    private static let capabilities = [
        "kcuu1": "\u{1B}x", "kf3": "\u{1B}[13~", "kbs": "\u{8}", "kspd": "\u{1A}",
        "kHOM": "\u{1B}[7$", "kRIT5": "\u{1B}Oc",
    ]
    private let sequences = KeySequences(
        capabilities: { Self.capabilities[$0] }, names: Self.capabilities.keys.sorted())

    @Test(arguments: [
        ("\u{1B}x", KeySequences.Match.whole(.key(.up))),
        ("\u{1B}[A", .whole(.key(.up))),
        ("\u{1B}[13~", .whole(.key(.function(3)))),
        ("\u{1B}Oc", .whole(.key(.controlRight))),
        ("\u{8}", .whole(.key(.backspace))),
        ("\u{1B}[7$", .whole(.nothing)),
        ("\u{1B}[200~", .whole(.pasteStart)),
        ("\u{1B}[13", .beginning), ("\u{1B}[", .beginning), ("\u{1B}", .beginning),
        ("\u{1B}[14", .none), ("\u{1A}", .none), ("j", .none),
    ])
    func `a sequence is known, begun or neither`(text: String, match: KeySequences.Match) {
        #expect(sequences.match(Array(text.utf8)) == match)
    }

    @Test func `most bytes begin nothing`() {
        let firsts = (0...255).filter { !sequences.isPlain(UInt8($0)) }
        #expect(firsts == [0x08, 0x1B])
    }
}
