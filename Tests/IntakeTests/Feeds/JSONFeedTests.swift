import Testing

@testable import Intake

struct JSONFeedTests {
    @Test func `a feed with all its fields`() throws {
        let text = #"""
            {"version": "https://jsonfeed.org/version/1.1", "title": "The Quay", "language": "en",
             "home_page_url": "https://quay.example/", "feed_url": "https://quay.example/feed.json",
             "authors": [{"name": "Ada Quay"}], "description": "Harbour news", "items": [
              {"id": 17, "url": "/fog", "title": "Fog", "content_html": "<p>It <b>came</b>.</p>",
               "summary": "Fog came", "date_published": "2025-12-01T08:00:00+01:00",
               "tags": ["weather", "sea"], "attachments": [{"url": "https://quay.example/a.mp3"}],
               "author": {"name": "Ben Dock"}},
              {"id": "b", "external_url": "https://gull.example/1", "content_text": "Plain & simple"},
              "nonsense"]}
            """#
        let feed = try #require(JSONFeed.feed(Array(text.utf8)))
        #expect(feed.about.title == "The Quay")
        #expect(feed.subtitle == "Harbour news")
        #expect(feed.entries.count == 2)
        let first = feed.entries[0]
        #expect(first.about.id == "17")
        #expect(first.about.link == "https://quay.example/fog")
        #expect(first.content == "It came.")
        #expect(first.summary == "Fog came")
        #expect(first.about.published?.iso == "2025-12-01T08:00:00+01:00")
        #expect(first.about.tags == ["weather", "sea"])
        #expect(first.about.authors == ["Ben Dock"])
        #expect(first.enclosures == ["https://quay.example/a.mp3"])
        #expect(feed.entries[1].about.authors == ["Ada Quay"])
        #expect(feed.entries[1].about.link == "https://gull.example/1")
        #expect(feed.entries[1].content == "Plain & simple")
    }

    @Test(arguments: ["", "{}", "[]", #"{"items": 5}"#, #"{"items": ["#, #"{"items": {}}"#])
    func `what is no feed is none`(text: String) {
        #expect(JSONFeed.feed(Array(text.utf8)) == nil)
    }
}
