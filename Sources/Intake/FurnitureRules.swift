/// The shapes of page furniture as data: phrases in small letters without apostrophes, parted by
/// bars; `#` is any number.
enum FurnitureRules {
    static let all: [Furniture.Rule] = [
        .init(
            "comment counter", most: 4,
            "# comment|# comments|comments #|comment #|no comments|comments|# replies"),
        .init(
            "comment line", most: 9,
            """
            leave a comment|add a comment|post a comment|write a comment|be the first to comment
            show comments|view comments|view all comments|hide comments|load comments
            join the conversation|comments are closed|leave a reply|your email address will not
            """),
        .init(
            "share bar", most: 8,
            """
            share this|share on|share via|print this|email this|tweet this|copy link
            click to share|share article|share story
            """),
        .init(
            "advertisement", most: 10,
            """
            story continues below|story continued below|article continues below
            article continues after|continue reading below|scroll to continue|skip advertisement
            story continues after
            """),
        .init(
            "advertisement", most: 10, when: .colonOrOpenEnd,
            "advertisement|advertisements|sponsored content|paid content|sponsored by"),
        .init("advertisement", most: 1, "ad|ads|sponsored|promoted|реклама|anzeige|publicité"),
        .init(
            "subscription line", most: 35, when: .channel,
            """
            subscribe|please subscribe|sign up|follow us|follow|join|like us
            click here to subscribe|click here to sign|download our|download the|stay informed
            stay up to date|support our|listen to our|find us|connect with|check out our|watch us
            подписывайтесь на|подпишитесь на|читайте нас|підписуйтесь на|підпишіться на
            """),
        .init(
            "newsletter box", most: 45, isAnywhere: true,
            """
            your inbox|subscribe to our|sign up for our|sign up to our|we dont spam
            unsubscribe at any time|unsubscribe anytime|enter your email|your email address
            """),
        .init(
            "privacy line", most: 45,
            """
            by signing up|by subscribing you|by clicking|by submitting|by entering your
            read our privacy|see our privacy|this site is protected|this site uses cookies
            we use cookies|privacy policy|terms of use|terms of service|cookie policy
            """),
        .init("copyright line", most: 50, "©|copyright ©|copyright #|copyright c #"),
        .init(
            "copyright line", most: 50, isAnywhere: true,
            "all rights reserved|may not be published broadcast|may not be reproduced"),
        .init(
            "read-also link", most: 30, when: .colonOrOpenEnd,
            """
            related|read also|also read|read more|read next|see also|related stories|related articles
            related content|related topics|related news|related coverage|related posts
            recommended for you|you may also like|you might also like|most read|most popular
            dont miss|watch more|more on this|more like this|click here to read|click here for
            read the full|read full|more from|read our full|читайте также|читайте також
            lesen sie auch|lire aussi|lea también|leggi anche|czytaj też
            """),
        .init(
            "read-also link", most: 30, when: .colon,
            """
            recommended|watch|watch live|read|more|listen|also|video|photos|gallery
            see more|must read|in pictures|in depth|opinion|analysis|explainer
            """),
        .init(
            "credit", most: 30, when: .colon,
            """
            credit|credits|photo|photos|image|image credit|photo credit|image source
            picture|picture credit|photograph|illustration|caption|pictured|file photo
            file image|file picture|фото|foto|crédit photo
            """),
        .init(
            "credit", most: 25,
            """
            photo by|photos by|photograph by|photographs by|image by|images by|picture by
            image via|photo via|photo courtesy|image courtesy
            """),
        .init(
            "credit line", most: 45,
            """
            reporting by|additional reporting|editing by|writing by|compiled by|edited by
            with reporting by|with files from|with additional reporting|produced by
            """),
        .init(
            "credit line", most: 40, isAnywhere: true,
            """
            contributed to this report|contributed to this story|contributed to this article
            contributed reporting|contributed to the report
            """),
        .init(
            "reading time", most: 14,
            """
            # min read|# minute read|# minutes read|# mins read|estimated reading time
            reading time|read time|listen to this article|listen to article
            """),
        .init(
            "date line", most: 14,
            "updated at #|updated #|last updated|this article is more than|this story is more than"),
        .init("picture", most: 4, "slideshow #|gallery #"),
        .init(
            "republication note", most: 40,
            """
            this article was originally|this story was originally|this article first appeared
            this article originally appeared|this story originally appeared|originally published
            this article was first published|this story was first published|this post first
            """),
        .init(
            "disclaimer", most: 55,
            """
            the views expressed in this|the opinions expressed in this|views expressed in this
            opinions expressed in this|the views and opinions expressed|the views expressed are
            """),
    ]

    /// Words that go with subscriptions: a channel, a network, a thing one gets.
    static let channels = WordTable(
        """
        newsletter newsletters telegram facebook rss inbox instagram youtube whatsapp twitter
        tiktok viber linkedin bluesky podcast podcasts email alerts app apps channel магазин
        телеграм телеграмм канал каналы вконтакте
        """)

    /// A block of nothing but these is a row of share buttons.
    static let networks = WordTable(
        """
        share tweet print email facebook twitter x linkedin whatsapp telegram reddit pinterest
        messenger copy link save flipboard pocket vk ok viber threads bluesky instagram youtube
        rss comment comments like pin mail more and on via
        """)

    private static let readMore = Words(phrase: "read more").prints

    /// Whether a block is the headline of another piece with "Read more" behind it.
    static func linksOn(_ words: Words) -> Bool {
        words.count <= 30 && words.ends(with: readMore)
    }

    /// The words by which phrases that may stand inside a block are found.
    static let marks = WordTable(
        all.filter(\.isAnywhere).flatMap(\.marks) + agencyNames.map(Words.longestWord))

    private static let agencyNames = [
        "getty images", "ap photo", "reuters file", "afp via", "epa efe", "zuma press",
        "file photo", "handout photo", "tass via", "shutterstock", "istock",
    ]
    private static let agencies = agencyNames.map { Words(phrase: $0).prints }

    /// Whether one of the last words is a picture agency's credit.
    static func isCredited(_ words: Words) -> Bool {
        let tail = words.prints.suffix(7)
        for phrase in agencies {
            for start in tail.indices where tail[start...].starts(with: phrase) { return true }
        }
        return false
    }
}
