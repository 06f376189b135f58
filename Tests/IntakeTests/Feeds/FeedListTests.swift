import Testing

@testable import Intake

struct FeedListTests {
    private func list(_ text: String) throws -> FeedList {
        try #require(FeedList(opml: Array(text.utf8)))
    }

    @Test func `feeds stand in folders`() throws {
        let list = try list(
            """
            <opml version="2.0"><head><title>My feeds</title></head><body>
            <outline text="Harbour"><outline text=" The  Quay " xmlUrl="https://quay.example/f?a=1&b=2"/>
            <outline title="Fog"><outline type="rss" title="" text="The Gull" XMLURL="https://gull.example/f"/></outline>
            </outline>
            <outline text="Page" type="link" url="https://page.example/"/>
            <outline text="Old" type="rss" url="https://old.example/f"/>
            <outline text="None" xmlUrl=""/></body></opml>
            """)
        #expect(list.title == "My feeds")
        #expect(
            list.feeds == [
                .init(url: "https://quay.example/f?a=1&b=2", title: "The Quay", folder: "Harbour"),
                .init(url: "https://gull.example/f", title: "The Gull", folder: "Harbour/Fog"),
                .init(url: "https://old.example/f", title: "Old"),
            ])
    }

    @Test(arguments: [
        ("<opml><body><outline text='A' xmlUrl='https://a.example/'/><outline text='B' xmlU", 1),
        ("<opml/>", 0), ("<opml><body>", 0), ("<OPML><outline xmlUrl=https://a.example/ >", 1),
    ])
    func `a list that is cut off gives what came before`(text: String, count: Int) throws {
        #expect(try list(text).feeds.count == count)
    }

    @Test(arguments: ["<title/>", "<title> </title>", "<title~Mine</title>"])
    func `a list whose title says nothing has none`(title: String) throws {
        #expect(try list("<opml><head>\(title)</head><body/></opml>").title == nil)
    }

    @Test func `an address without end is none`() throws {
        func url(_ count: Int) -> String {
            "https://a.example/" + String(repeating: "a", count: count)
        }
        let outlines = [100, 9_000].map { "<outline type='rss' xmlUrl='\(url($0))'/>" }.joined()
        #expect(try list("<opml><body>\(outlines)</body></opml>").feeds.map(\.url) == [url(100)])
    }

    @Test(arguments: ["", "<rss/>", "words"])
    func `what is no list is none`(text: String) {
        #expect(FeedList(opml: Array(text.utf8)) == nil)
    }

    @Test func `a list that is written is read back`() throws {
        var list = FeedList(title: "Ours & <theirs>")
        list.feeds = [
            .init(
                url: "https://a.example/?x=1&y=\"2\"", title: "A \"quoted\" > name", folder: "One"),
            .init(url: "https://b.example/", title: "B", folder: "One/Two"),
            .init(url: "https://c.example/", title: "C", folder: "Three"),
            .init(url: "https://d.example/", title: "D"),
        ]
        #expect(try self.list(list.opml) == list)
    }
}
