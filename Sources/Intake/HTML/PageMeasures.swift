/// Sums over the text of a page, from which the figures of any subtree follow at once.
struct PageMeasures {
    /// Figures of some run of nodes, in bytes of text without blanks.
    struct Sums {
        var text: Int32 = 0
        /// Of it, inside of links.
        var linked: Int32 = 0
        /// Of it, not in links, and inside of `p` or in one run of `longRun` and more.
        var prose: Int32 = 0
        /// Of it, inside of `blockquote`.
        var quoted: Int32 = 0
        /// How many `h1` there are.
        var headlines: Int32 = 0

        static func - (left: Sums, right: Sums) -> Sums {
            Sums(
                text: left.text - right.text, linked: left.linked - right.linked,
                prose: left.prose - right.prose,
                quoted: left.quoted - right.quoted,
                headlines: left.headlines - right.headlines)
        }

        /// The share of text that is inside of links; 0 where there is none.
        var linkDensity: Double { text == 0 ? 0 : Double(linked) / Double(text) }
    }

    /// Menus and labels are shorter.
    private static let longRun: Int32 = 80

    /// What stands before each node, and at last all.
    private let before: [Sums]

    init(_ page: Page) {
        var before: [Sums] = []
        before.reserveCapacity(page.nodes.count + 1)
        var sums = Sums()
        var linkEnd: Int32 = 0
        var proseEnd: Int32 = 0
        var quoteEnd: Int32 = 0
        for (index, node) in page.nodes.enumerated() {
            before.append(sums)
            switch node.tag {
            case .a: if node.end > linkEnd { linkEnd = node.end }
            case .p: if node.end > proseEnd { proseEnd = node.end }
            case .blockquote: if node.end > quoteEnd { quoteEnd = node.end }
            case .h1: sums.headlines += 1
            case .text:
                let count = PageMeasures.count(page.bytes, page.textRange(of: index))
                sums.text += count
                if index < Int(quoteEnd) { sums.quoted += count }
                if index < Int(linkEnd) {
                    sums.linked += count
                } else if index < Int(proseEnd) || count >= PageMeasures.longRun {
                    sums.prose += count
                }
            default: break
            }
        }
        before.append(sums)
        self.before = before
    }

    private static func count(_ bytes: [UInt8], _ range: Range<Int>) -> Int32 {
        var count: Int32 = 0
        for index in range where bytes[index] > 0x20 { count += 1 }
        return count
    }

    var all: Sums { before[before.count - 1] }

    func sums(of node: Int, in page: Page) -> Sums {
        before[max(node + 1, Int(page.nodes[node].end))] - before[node]
    }
}
