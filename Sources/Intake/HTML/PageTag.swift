/// The elements that reading a page tells apart; all others are `other` and, like phrases in a
/// sentence, neither begin nor end a block of text.
enum PageTag: UInt8 {
    case text, other
    case html, head, body, title, meta, link, base
    case article, main, section, div, header, footer, nav, aside, hgroup, center
    case p, pre, blockquote, h1, h2, h3, h4, h5, h6, hr, br, address
    case ul, ol, li, dl, dt, dd, menu
    case table, thead, tbody, tfoot, tr, td, th, caption
    case figure, figcaption, img, picture, noscript, object, details, summary, dialog
    case form, fieldset, legend, label, button, input, option
    case a, span, b, strong, i, em, u, s, sup, sub, small, big, font, abbr, cite, q, code, time
    case mark, ins, del

    /// Nil for elements that are not told apart.
    init?(name: UnsafePointer<UInt8>) {
        var fingerprint = Fingerprint()
        var next = name
        while next.pointee != 0 {
            let byte = next.pointee
            fingerprint.add((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            next += 1
        }
        guard let tag = PageTag.names[fingerprint.value] else { return nil }
        self = tag
    }

    private static let names: [UInt64: PageTag] = {
        var names: [UInt64: PageTag] = [:]
        var raw: UInt8 = PageTag.html.rawValue
        while let tag = PageTag(rawValue: raw) {
            names[Fingerprint.of("\(tag)")] = tag
            raw += 1
        }
        return names
    }()

    /// Whether text before, in and behind it stands apart.
    var isBlock: Bool {
        switch self {
        case .text, .other, .a, .span, .b, .strong, .i, .em, .u, .s, .sup, .sub, .small, .big,
            .font, .abbr, .cite, .q, .code, .time, .mark, .ins, .del, .br, .img, .picture, .label,
            .button, .input, .noscript, .object:
            false
        default: true
        }
    }

    /// 1 to 6 for a heading, else nil.
    var headingDepth: Int? {
        let depth = Int(rawValue) - Int(PageTag.h1.rawValue) + 1
        return (1...6).contains(depth) ? depth : nil
    }
}
