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
            return sums.prose * 3 < prose ? why : nil
        }
        if tag == .header { return isPageHeader(page, node, sums) ? .header : nil }
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
        case .figcaption: .caption
        case .figure, .picture: .figure
        case .noscript, .object, .dialog: .hidden
        default: nil
        }
    }

    private func isPageHeader(_ page: Page, _ node: Int, _ sums: PageMeasures.Sums) -> Bool {
        sums.prose * 4 < prose
    }

    /// The reason that an element's names give, unless it holds too much to be believed.
    private func named(
        _ page: Page, _ node: Int, _ outside: RegionWords, _ sums: PageMeasures.Sums
    ) -> PageReason? {
        guard let rule = PageRegions.rules.first(where: { !outside.isDisjoint(with: $0.words) })
        else { return nil }
        if words[node].contains(.articleBody) { return nil }
        if page.nodes[node].tag == .blockquote, rule.why != .comments { return nil }
        if sums.prose * rule.share >= prose { return nil }
        if rule.most > 0, sums.text > rule.most { return nil }
        return rule.why
    }

    /// In this order; `share` is the part of the page's prose, as 1/share, from which on the names
    /// are not believed, `most` the longest text.
    private static let rules: [(words: RegionWords, why: PageReason, share: Int32, most: Int32)] = [
        (.hidden, .hidden, 4, 0),
        (.navigation, .navigation, 4, 0),
        (.footer, .footer, 4, 0),
        (.comment, .comments, 2, 0),
        (.related, .related, 4, 0),
        (.share, .share, 5, 600),
        (.advertisement, .advertisement, 5, 0),
        (.newsletter, .newsletter, 5, 1200),
        (.sidebar, .aside, 3, 0),
        (.caption, .caption, 5, 800),
        (.byline, .byline, 6, 1500),
        (.time, .byline, 8, 200),
        (.tags, .tags, 6, 1500),
        (.notice, .notice, 5, 0),
        (.widget, .widget, 4, 0),
        (.embed, .embed, 6, 2500),
        (.gallery, .gallery, 4, 0),
        (.teaser, .related, 6, 0),
    ]

    /// A list, or a box, of nearly nothing but links.
    private func isLinkList(_ page: Page, _ node: Int, _ sums: PageMeasures.Sums) -> Bool {
        switch page.nodes[node].tag {
        case .ul, .ol, .dl:
            return sums.linkDensity > 0.6 && sums.prose * 10 < prose
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
    case form, button, caption, figure, byline, tags, notice, widget, gallery
    case comments
    case related = "related articles"
    case share = "share bar"
    case advertisement
    case newsletter = "newsletter box"
    case embed = "embedded post"
    case links = "link list"
    case readMore = "read-also link"
    case trailingHeading = "trailing heading"
    case companyTail = "company tail"
    case outsideBody = "beside the body"
    case title
}
