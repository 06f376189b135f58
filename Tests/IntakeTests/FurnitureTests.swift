import Testing

@testable import Intake

struct FurnitureTests {
    private func reason(_ line: String) throws -> String? {
        let body = "The delegations sat in the old customs house until the lamps were lit."
        let article = try article("\(body)\n\n\(line)\n\n\(body)", format: .markdown)
        return article.removed.first?.why
    }

    @Test(arguments: [
        ("12 Comments", "comment counter"),
        ("0 Comment(s)", "comment counter"),
        ("Be the first to comment", "comment line"),
        ("SHARE THIS ARTICLE", "share bar"),
        ("Facebook Twitter WhatsApp Email", "share bar"),
        ("ADVERTISEMENT", "advertisement"),
        ("Story Continued Below", "advertisement"),
        ("Sign up for our Harbour newsletter and never miss a tide.", "subscription line"),
        ("Follow Ann Lee on Twitter: @annlee.", "subscription line"),
        ("All harbour news delivered to your inbox", "newsletter box"),
        ("We don’t spam! Read our privacy policy for more info.", "newsletter box"),
        ("By signing up you agree to our terms of use.", "privacy line"),
        ("© 2025 The Harbour Post", "copyright line"),
        ("Copyright 2025 The Harbour Post. All rights reserved.", "copyright line"),
        ("READ MORE: Why the lamps were lit", "read-also link"),
        ("Read also: The old quay", "read-also link"),
        ("The lamps of the quay, explained Read more", "read-also link"),
        ("Related: The old quay", "read-also link"),
        ("Photo: Ann Lee", "credit"),
        ("FILE PHOTO: The quay at night.", "credit"),
        ("The quay at night. (Ann Lee/Getty Images)", "caption"),
        ("The quay at night. (Ann Lee/Harbour Press)", "caption"),
        ("Reporting by Ann Lee; Editing by Bo Sun", "credit line"),
        ("Ann Lee and Bo Sun contributed to this report.", "credit line"),
        ("Updated at 7:12 p.m.", "date line"),
        ("This article was originally published by The Harbour Post.", "republication note"),
        ("4 min read", "reading time"),
        ("* * *", "separator"),
        ("![The quay](quay.jpg)", "picture"),
    ])
    func `lines around an article are taken out with the reason`(line: String, why: String) throws {
        #expect(try reason(line) == why)
    }

    @Test(arguments: [
        "Comments by the harbour master were not welcome in the town.",
        "Subscribe to that view, he said, and you will be poor.",
        "Follow the money, the pilot advised.",
        "Read more books, the harbour master told the pupils.",
        "Related questions were put off until January.",
        "The photo shows the quay at night.",
        "Advertisement revenue fell in the harbour towns.",
        "The privacy policy of the harbour board was changed on Monday.",
        "More than two hundred ships came.",
        "Share prices of the harbour company fell.",
        "Updated figures were published by the board.",
        "Watch duty begins at six.",
        "Opinion in the town was divided.",
        "Two hundred comments were sent to the board by people of the town.",
        "Credit was given to the pilots.",
        "Image is everything in this trade, said the pilot.",
        "2025",
    ])
    func `sentences of an article stay in it`(line: String) throws {
        #expect(try reason(line) == nil)
    }

    @Test func `the heading of a newsletter box goes with it`() throws {
        let article = try article(
            """
            The delegations sat in the old customs house until the lamps were lit.

            Get Harbour & Old Quay Updates

            All news of the quay delivered to your inbox

            We don’t spam! Read our privacy policy for more info.
            """)
        #expect(article.paragraphs.count == 1)
        #expect(article.removed.map(\.why) == Array(repeating: "newsletter box", count: 3))
    }

    @Test func `a document of nothing but furniture is refused`() {
        #expect(throws: IntakeError.noBody(name: "test.txt")) {
            try article("ADVERTISEMENT\n\n0 Comments\n\n© 2025 The Harbour Post")
        }
    }
}
