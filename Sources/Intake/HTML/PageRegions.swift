/// Which elements of a page are certainly no part of an article, and why: navigation, captions,
/// share bars, hidden boxes, lists of links.
///
/// Names lie: a page in whose outermost element the word "sidebar" stands is still an article. So
/// an element that holds a good part of the page's prose is never taken out.
struct PageRegions {
    /// What each element's names say.
    private(set) var words: [RegionWords]
    /// Why a node is taken out; nil for those that stay. Set on the outermost element only.
    private(set) var reason: [PageReason?]

    private let measures: PageMeasures
    /// Prose of the whole page, at least 1.
    private let prose: Int32

    init(_ page: Page, _ measures: PageMeasures) {
        self.measures = measures
        prose = max(1, measures.all.prose)
        words = Array(repeating: [], count: page.nodes.count)
        reason = Array(repeating: nil, count: page.nodes.count)
        for index in page.nodes.indices where page.nodes[index].tag != .text {
            words[index] = PageRegions.words(page, index)
        }
        var index = 0
        while index < page.nodes.count {
            if page.nodes[index].tag != .text, let why = why(page, index) {
                reason[index] = why
                index = max(index + 1, Int(page.nodes[index].end))
            } else {
                index += 1
            }
        }
    }

    private static func words(_ page: Page, _ node: Int) -> RegionWords {
        var words: RegionWords = []
        for index in page.nodes[node].attributes {
            let attribute = page.attributes[Int(index)]
            switch attribute.name {
            case .class, .id, .role, .component, .itemprop:
                let value = Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)
                words.formUnion(RegionWords(page.bytes, value))
            default: break
            }
        }
        return words
    }

    // MARK: Reasons

    private func why(_ page: Page, _ node: Int) -> PageReason? {
        let tag = page.nodes[node].tag
        if tag == .html || tag == .body || tag == .other && node == 0 { return nil }
        if tag == .head { return .head }
        let sums = measures.sums(of: node, in: page)
        if sums.text == 0 { return nil }
        if page.nodes[node].isHidden, sums.prose * 2 < prose { return .hidden }
        if let why = PageRegions.reason(of: tag) {
            return (prose - sums.prose) * 6 > prose ? why : nil
        }
        if tag == .header { return sums.prose * 4 < prose ? .header : nil }
        let outside = words[node].intersection(.outside)
        if !outside.isEmpty, let why = named(page, node, outside, sums) { return why }
        return isLinkList(page, node, sums) ? .links : nil
    }

    /// Elements that say what they are by themselves.
    private static func reason(of tag: PageTag) -> PageReason? {
        switch tag {
        case .nav, .menu: .navigation
        case .footer: .footer
        case .aside: .aside
        case .form, .fieldset, .input, .label, .legend, .option: .form
        case .button: .button
        case .figcaption, .figure, .picture: .caption
        case .noscript, .object, .dialog: .hidden
        default: nil
        }
    }

    /// The reason that an element's names give, unless it holds too much to be believed.
    private func named(
        _ page: Page, _ node: Int, _ outside: RegionWords, _ sums: PageMeasures.Sums
    ) -> PageReason? {
        guard let rule = PageRegions.rules.first(where: { !outside.isDisjoint(with: $0.words) })
        else { return nil }
        if words[node].contains(.articleBody) || sums.headlines > 0 { return nil }
        let tag = page.nodes[node].tag
        if tag == .other || !tag.isBlock && rule.why != .hidden { return nil }
        if sums.quoted * 3 > sums.text, !PageRegions.takesQuotes(rule.why) { return nil }
        if (prose - sums.prose) * 100 < prose * rule.least { return nil }
        if rule.most > 0, sums.text > rule.most { return nil }
        return rule.why
    }

    /// Quotations and embedded posts are part of what an article says, whatever box they stand in.
    private static func takesQuotes(_ why: PageReason) -> Bool {
        switch why {
        case .comments, .related, .hidden, .navigation, .footer: true
        default: false
        }
    }

    /// In this order; `least` is the percentage of the page's prose that must be left for the names
    /// to be believed, `most` the longest text.
    private static let rules: [(words: RegionWords, why: PageReason, least: Int32, most: Int32)] = [
        (.hidden, .hidden, 75, 0),
        (.navigation, .navigation, 75, 0),
        (.footer, .footer, 75, 0),
        (.comment, .comments, 15, 0),
        (.related, .related, 50, 0),
        (.share, .share, 80, 600),
        (.advertisement, .advertisement, 80, 0),
        (.newsletter, .newsletter, 80, 1200),
        (.sidebar, .aside, 60, 0),
        (.caption, .caption, 80, 800),
        (.byline, .byline, 83, 1500),
        (.time, .byline, 90, 200),
        (.tags, .tags, 83, 1500),
        (.notice, .notice, 80, 0),
        (.widget, .widget, 75, 0),
        (.gallery, .gallery, 15, 0),
        (.teaser, .related, 83, 0),
    ]

    /// A list, or a box, of nearly nothing but links.
    private func isLinkList(_ page: Page, _ node: Int, _ sums: PageMeasures.Sums) -> Bool {
        switch page.nodes[node].tag {
        case .ul, .ol, .dl:
            return sums.linkDensity > 0.8 && sums.prose * 10 < prose
        case .div, .section, .table:
            return sums.linkDensity > 0.8 && sums.prose * 20 < prose && sums.text > 40
        default: return false
        }
    }
}

/// Why a part of a page is no part of the article, in the words that `removed` gives.
enum PageReason: String {
    case head
    case hidden = "hidden box"
    case navigation = "navigation"
    case header = "page header"
    case footer = "page footer"
    case aside = "side box"
    case form, button, caption, byline, tags, notice, widget, gallery
    case comments
    case related = "related articles"
    case share = "share bar"
    case advertisement
    case newsletter = "newsletter box"
    case links = "link list"
    case readMore = "read-also link"
    case trailingHeading = "trailing heading"
    case dateLine = "date line"
    case companyTail = "company tail"
    case outsideBody = "beside the body"
    case title
}
