/// What the names that authors of pages give to elements (`class`, `id`, `role`) say about them.
///
/// Names are cut into words at hyphens, underscores and inner capitals: `articleBody`,
/// `article-body` and `article_body` say the same. The words are those that templates of news
/// sites and blogs have in common; the idea and many of them come from Readability (Arc90, then
/// Mozilla), newspaper and trafilatura.
struct RegionWords: OptionSet {
    let rawValue: UInt32

    // What is no part of an article.
    static let navigation = RegionWords(rawValue: 1 << 0)
    static let footer = RegionWords(rawValue: 1 << 1)
    static let header = RegionWords(rawValue: 1 << 2)
    static let sidebar = RegionWords(rawValue: 1 << 3)
    static let related = RegionWords(rawValue: 1 << 4)
    static let share = RegionWords(rawValue: 1 << 5)
    static let comment = RegionWords(rawValue: 1 << 6)
    static let advertisement = RegionWords(rawValue: 1 << 7)
    static let newsletter = RegionWords(rawValue: 1 << 8)
    static let caption = RegionWords(rawValue: 1 << 9)
    static let byline = RegionWords(rawValue: 1 << 10)
    static let tags = RegionWords(rawValue: 1 << 11)
    static let widget = RegionWords(rawValue: 1 << 12)
    static let notice = RegionWords(rawValue: 1 << 13)
    static let hidden = RegionWords(rawValue: 1 << 14)
    static let gallery = RegionWords(rawValue: 1 << 16)
    static let time = RegionWords(rawValue: 1 << 17)
    static let teaser = RegionWords(rawValue: 1 << 18)
    // What may hold one.
    static let article = RegionWords(rawValue: 1 << 19)
    static let body = RegionWords(rawValue: 1 << 20)
    static let entry = RegionWords(rawValue: 1 << 21)
    static let main = RegionWords(rawValue: 1 << 22)
    /// One name that says both: `article-body`, `entry-content`, `itemprop="articleBody"`.
    static let articleBody = RegionWords(rawValue: 1 << 23)

    /// A day, or a time of it.
    static let dated = RegionWords(rawValue: 1 << 24)

    /// All of what is no part of an article.
    static let outside = RegionWords(rawValue: 1 << 19 - 1)

    /// The words of one attribute's value; each blank-parted name is read by itself.
    init(_ bytes: [UInt8], _ value: Range<Int>) {
        var all: RegionWords = []
        var start = value.lowerBound
        var index = start
        while index <= value.upperBound {
            if index == value.upperBound || bytes[index] <= 0x20 {
                if index > start { all.formUnion(RegionWords.name(bytes, start..<index)) }
                start = index + 1
            }
            index += 1
        }
        self = all
    }

    init(rawValue: UInt32) { self.rawValue = rawValue }

    /// The words of a single name.
    private static func name(_ bytes: [UInt8], _ range: Range<Int>) -> RegionWords {
        var found: RegionWords = []
        var word = Fingerprint()
        var length = 0
        var isFirst = true
        for index in range {
            let byte = bytes[index]
            let isLarge = (0x41...0x5A).contains(byte)
            let begins =
                isLarge && index > range.lowerBound && (0x61...0x7A).contains(bytes[index - 1])
            if begins || !isWordByte(byte), length > 0 {
                if isFirst, modifiers.contains(word.value) { return [] }
                found.formUnion(table[word.value] ?? [])
                isFirst = false
                word = Fingerprint()
                length = 0
            }
            if isWordByte(byte) {
                word.add(isLarge ? byte | 0x20 : byte)
                length += 1
            }
        }
        if length > 0 { found.formUnion(table[word.value] ?? []) }
        let isArticle = !found.isDisjoint(with: [.article, .entry])
        if isArticle, found.contains(.body), found.isDisjoint(with: .outside) {
            found.insert(.articleBody)
        }
        return found
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
    }

    /// `has-sidebar`, `no-comments`: what a page is like, not what an element is.
    private static let modifiers = WordTable("has with without no not is show single")

    private static let table: [UInt64: RegionWords] = {
        var table: [UInt64: RegionWords] = [:]
        for (words, list) in lists {
            for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                table[Fingerprint.of(word), default: []].formUnion(words)
            }
        }
        return table
    }()

    private static let lists: [(RegionWords, String)] = [
        (
            .navigation,
            """
            nav navi navigation navbar navbox subnav topnav menu menus submenu breadcrumb breadcrumbs
            crumb crumbs pagination pager paging paginator toolbar tabs sitemap jump skip search
            searchform
            """
        ),
        (.footer, "footer foot colophon sitefooter pagefooter bottombar"),
        (.header, "header masthead topbar pageheader siteheader"),
        (
            .sidebar,
            "sidebar aside rail sidebox sidecolumn sidecol rightcol leftcol rightrail infobox"
        ),
        (
            .related,
            """
            related relatedposts relatednews recommended recommendation recommendations recommend
            recirc recirculation trending popular mostread mostpopular outbrain taboola zergnet
            upnext readmore morenews morestories alsoread seealso readnext nextarticle similar
            viral criteo yarpp crp relacionadas verwandte
            """
        ),
        (.teaser, "teaser teasers promo promos promotion promotions latest headlines"),
        (
            .share,
            """
            share sharing sharebar sharetools sharebuttons shares shareaholic social sociable
            socials addthis addtoany sharethis sharedaddy sharify ssba follow followus facebook
            twitter whatsapp pinterest linkedin
            """
        ),
        (
            .comment,
            """
            comment comments commentlist commenting disqus respond replies reply livefyre talkback
            commentform kommentare commentaires comentarios
            """
        ),
        (
            .advertisement,
            """
            ad ads adv advert adverts advertisement advertisements advertising advertorial adslot
            adunit adbox adcontainer adsbygoogle adsense dfp gpt banner banners sponsor sponsored
            sponsors anzeige werbung publicidad publicite reklama
            """
        ),
        (
            .newsletter,
            "newsletter newsletters subscribe subscription subscriptions signup optin mailchimp mailinglist"
        ),
        (.caption, "caption captions figcaption credit credits copyright photocredit imagecredit"),
        (
            .byline,
            """
            byline bylines author authors authorbox authorbio bio biography meta metadata postmeta
            infoline contributor contributors
            """
        ),
        (.time, "timestamp pubdate dateline publishdate"),
        (.tags, "tags taglist tagcloud topics keywords categories postedin"),
        (.widget, "widget widgets rating ratings poll quiz print printfriendly button buttons btn"),
        (
            .notice,
            """
            cookie cookies consent gdpr modal popup overlay lightbox tooltip dialog disclaimer
            disclosure alert paywall login signin register noscript notification
            """
        ),
        (.hidden, "hide hidden noprint invisible offscreen"),
        (.gallery, "gallery slideshow carousel slider slides slide thumbnails scroller"),
        (.article, "article story artikel articulo noticia nota news post blog blogpost hentry"),
        (.body, "body content text copy bodytext bodycopy fulltext richtext contents"),
        (.entry, "entry"),
        (.main, "main primary page"),
        (.dated, "date dates datetime published pubdate publishdate dateline timestamp posted"),
        (
            [.articleBody, .article, .body],
            """
            articlebody articletext articlecontent articlecopy storybody storytext storycontent
            postbody posttext postcontent entrycontent bodytext bodycopy newstext newsbody
            """
        ),
    ]
}
