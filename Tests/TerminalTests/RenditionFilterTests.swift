import Testing

@testable import Terminal

struct RenditionFilterTests {
    private func filtered(_ texts: [String], turnsOff: Bool = true) -> [String] {
        var filter = RenditionFilter(turnsOff: turnsOff)
        _ = filter.filtered(Array("\u{1B}[m \u{1B}(B".utf8))
        return texts.map { String(decoding: filter.filtered(Array($0.utf8)), as: UTF8.self) }
    }

    @Test(arguments: [
        // ncurses' way from plain text to bold and back.
        ("\u{1B}(B\u{1B}[0;1mx\u{1B}(B\u{1B}[my", "\u{1B}[1mx\u{1B}[my"),
        // Colours that stay are not sent again.
        (
            "\u{1B}[38;5;231m\u{1B}[48;5;24ma\u{1B}(B\u{1B}[0;1m\u{1B}[38;5;231m\u{1B}[48;5;24mb",
            "\u{1B}[38;5;231;48;5;24ma\u{1B}[1mb"
        ),
        // The cursor moves without; erasing does not.
        ("\u{1B}[1m\u{1B}[5;7H\u{1B}[m\u{1B}[3d\r", "\u{1B}[5;7H\u{1B}[3d\r"),
        ("\u{1B}[41m\u{1B}[2;2H\u{1B}[K", "\u{1B}[2;2H\u{1B}[41m\u{1B}[K"),
        ("\u{1B}[41m\n", "\u{1B}[41m\n"),
        // Direct colours, with colons.
        ("\u{1B}[38:2::1:2:3ma\u{1B}[39;49mb", "\u{1B}[38:2::1:2:3ma\u{1B}[mb"),
        ("\u{1B}[38;2;1;2;3ma", "\u{1B}[38;2;1;2;3ma"),
        // What it does not know is kept in force until all is reset.
        ("\u{1B}[1ma\u{1B}[5mb\u{1B}[0;1mc", "\u{1B}[1ma\u{1B}[0;1;5mb\u{1B}[0;1mc"),
        ("\u{1B}]2;title\u{7}\u{1B}[?25h\u{1B}=", "\u{1B}]2;title\u{7}\u{1B}[?25h\u{1B}="),
        ("\u{1B}(0q\u{1B}(Bx", "\u{1B}(0q\u{1B}(Bx"),
        ("\u{1B}[", "\u{1B}["),
    ])
    func `only what changes is sent`(bytes: String, sent: String) {
        #expect(filtered([bytes]) == [sent])
    }

    @Test func `a change at the end waits for the next frame`() {
        #expect(
            filtered(["a\u{1B}[1m", "\u{1B}[mb", "\u{1B}[1m", "c"])
                == ["a", "b", "", "\u{1B}[1mc"])
    }

    @Test func `a terminal that cannot turn one attribute off has all reset`() {
        #expect(
            filtered(["\u{1B}[1;7ma\u{1B}[0;7mb"], turnsOff: false)
                == ["\u{1B}[0;1;7ma\u{1B}[0;7mb"])
    }

    @Test func `what is left is told before the terminal is left`() {
        var filter = RenditionFilter(turnsOff: true)
        _ = filter.filtered(Array("\u{1B}[1ma\u{1B}[m".utf8))
        #expect(filter.rest() == Array("\u{1B}[m".utf8))
        #expect(filter.rest().isEmpty)
    }

    @Test func `every character looks the same with fewer bytes`() {
        var state: UInt64 = 7
        func below(_ limit: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33 % limit)
        }
        let pieces = [
            "\u{1B}[m", "\u{1B}(B\u{1B}[0;1m", "\u{1B}[0;4m", "\u{1B}[7m", "\u{1B}[38;5;9m",
            "\u{1B}[48;5;24m", "\u{1B}[39m", "\u{1B}[39;49m", "\u{1B}[31m", "\u{1B}[44m",
            "\u{1B}[2;3H", "\r", "x", "yz", "\u{1B}[K", "\u{1B}[5m", "\u{1B}[22;24;27m",
        ]
        for turnsOff in [true, false] {
            var filter = RenditionFilter(turnsOff: turnsOff)
            var before = Looks()
            var after = Looks()
            for _ in 0..<500 {
                let text = (0..<below(12)).map { _ in pieces[below(UInt64(pieces.count))] }.joined()
                before.read(text)
                after.read(String(decoding: filter.filtered(Array(text.utf8)), as: UTF8.self))
            }
            #expect(before.seen == after.seen)
            #expect(before.seen.count > 500)
        }
    }
}

/// What is printed or erased, each with the SGR parameters in force, in an order of its own.
private struct Looks {
    var seen: [String] = []
    private var attributes: Set<String> = []
    private var foreground = ""
    private var background = ""

    mutating func read(_ text: String) {
        var rest = Substring(text)
        while let first = rest.first {
            if rest.hasPrefix("\u{1B}("), rest.count >= 3 {
                rest = rest.dropFirst(3)
            } else if first == "\u{1B}", let final = rest.firstIndex(where: { $0.isLetter }) {
                let body = rest[rest.index(rest.startIndex, offsetBy: 2)..<final]
                if rest[final] == "m" { change(body) } else { see(String(rest[...final])) }
                rest = rest[rest.index(after: final)...]
            } else {
                see(String(first))
                rest = rest.dropFirst()
            }
        }
    }

    private mutating func see(_ what: String) {
        let moves = what == "\r" || what.hasSuffix("H")
        let looks = moves ? "" : "\(attributes.sorted())\(foreground)/\(background)"
        seen.append(what + looks)
    }

    private mutating func change(_ body: Substring) {
        var fields = body.split(separator: ";", omittingEmptySubsequences: false)[...]
        while let field = fields.popFirst() {
            switch field {
            case "", "0":
                attributes = []
                foreground = ""
                background = ""
            case "22": attributes.remove("1")
            case "24": attributes.remove("4")
            case "27": attributes.remove("7")
            case "38": foreground = "\(fields.removeFirst())\(fields.removeFirst())"
            case "48": background = "\(fields.removeFirst())\(fields.removeFirst())"
            case "39": foreground = ""
            case "49": background = ""
            case "31": foreground = "31"
            case "44": background = "44"
            default: attributes.insert(String(field))
            }
        }
    }
}
