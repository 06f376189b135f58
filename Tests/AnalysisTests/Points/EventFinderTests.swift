import Intake
import Testing

@testable import Analysis

struct EventFinderTests {
    private static let dossier: Dossier = {
        var dossier = Sample.dossier
        func event(
            _ id: String, _ name: String, _ day: Int, _ aliases: [Alias] = [],
            place: String = "Cold Bay", who: [String] = ["alvarez", "orban"]
        ) -> Event {
            let first = Day(number: 20_000 + Int32(day))
            return Event(
                id: id, name: name, first: first, last: first + 1, place: place,
                who: who, what: "They met.", aliases: aliases)
        }
        dossier.events = [
            event(
                "spring", "Spring talks", 0,
                [Alias("talks in Cold Bay"), Alias("Cold Bay", isWeak: true)]),
            event("autumn", "Autumn talks", 200),
            event("winter", "Winter talks", 400, place: "Port Royal"),
            event(
                "speech", "Speech in Elk", 10, [Alias("Elk", isWeak: true)], place: "Elk",
                who: ["orban"]),
            event("visit", "The visit", 600, place: "Old Square, Lima"),
        ]
        var peru = Participant(id: "peru", name: "Peru", kind: .state)
        peru.metonyms = ["Lima"]
        dossier.participants.append(peru)
        return dossier
    }()

    private func events(
        _ text: [String], published day: Int? = 5, dates: [DateFinding] = []
    ) -> [String] {
        var article = Sample.article(text)
        article.published = day.map { PublicationDate(day: Day(number: 20_000 + Int32($0))) }
        let reading = Reading(article)
        let cast = NameFinder(dossier: Self.dossier).cast(in: reading)
        let events = EventFinder(dossier: Self.dossier).events(
            in: reading, cast: cast, dates: dates)
        return events.ofSentence.map { $0.map { Self.dossier.events[$0].id } ?? "-" }
    }

    private func date(_ day: Int, _ days: Int = 1, range: Range<Int>) -> DateFinding {
        let day = Day(number: 20_000 + Int32(day))
        return DateFinding(
            sentence: 0, range: range, edtf: day.iso, first: day, last: day + (days - 1),
            isRelative: days > 1,
            event: nil,
            basis: Basis(rule: "day", evidence: [Evidence(sentence: 0, range: range)]))
    }

    @Test(arguments: [
        ("The Spring talks failed.", 5, "spring"), ("The talks in Cold Bay failed.", 5, "spring"),
        ("The talks in Cold Bay failed.", 204, "autumn"),
        ("Consultations were held in Cold Bay.", 3, "spring"),
        ("The plan was revised this week in Cold Bay.", 5, "spring"),
        ("The plan was revised in Cold Bay.", 90, "-"), ("Cold Bay revised the plan.", 5, "-"),
        ("Cold Bay is small.", 5, "-"), ("The talks failed.", 5, "-"),
        ("The recent Winter talks failed.", 403, "winter"),
        ("The recent Winter talks failed.", 390, "-"),
        ("The next Winter talks may fail.", 390, "winter"),
    ])
    func `an event is meant by its name, the nearest of those at one place`(
        text: String, day: Int, event: String
    ) {
        #expect(events([text], published: day) == [event])
    }

    @Test func `a date and two of the people mean the event`() {
        let text = "On that day Maria Alvarez met Orbán."
        #expect(events([text], dates: [date(200, range: 3..<11)]) == ["autumn"])
        #expect(events([text], dates: [date(90, range: 3..<11)]) == ["-"])
    }

    @Test func `a place and the day mean the event`() {
        let text = "Cold Bay, on that day, was quiet."
        #expect(events([text], dates: [date(0, range: 13..<21)]) == ["spring"])
        #expect(events([text], dates: [date(9, range: 13..<21)]) == ["-"])
    }

    @Test(arguments: [
        ("Orbán, on that day, spoke.", 10, "speech"), ("Orbán, on that day, spoke.", 12, "-"),
        ("Orbán, by that day, must speak.", 10, "-"), ("Alvarez, on that day, spoke.", 10, "-"),
        ("Alvarez, on that day, spoke.", 0, "-"),
        ("In the Peruvian capital, on that day, Alvarez spoke.", 600, "visit"),
        ("In the Norwegian capital, on that day, Alvarez spoke.", 600, "-"),
    ])
    func `the day and the only one who was there mean the event, a capital and the day too`(
        text: String, day: Int, event: String
    ) throws {
        let before = try #require(text.ranges(of: "that day").first).lowerBound
        let offset = text.unicodeScalars.distance(from: text.startIndex, to: before)
        #expect(events([text], dates: [date(day, range: offset..<offset + 8)]) == [event])
    }

    @Test func `the day and one of the people mean an event that the article names`() {
        let text = ["Alvarez, on that day, spoke.", "¶", "The Spring talks failed."]
        #expect(events(text, dates: [date(0, range: 12..<20)]) == ["spring", "spring"])
        #expect(events(text, dates: [date(9, range: 12..<20)]) == ["-", "spring"])
    }

    @Test(arguments: [
        ("Next week Alvarez will see Orbán for talks.", 198, "autumn"),
        ("Next week Alvarez will meet Orbán.", 198, "autumn"),
        ("Next week Alvarez will call Orbán a friend of rain.", 190, "-"),
        ("Next week Alvarez and Orbán will be at sea.", 198, "-"),
        ("Next week Alvarez will travel for talks.", 198, "-"),
    ])
    func `a week means a meeting in it of two of its people`(text: String, day: Int, event: String)
    {
        #expect(events([text], dates: [date(day, 7, range: 0..<9)]) == [event])
    }

    @Test func `more than a week means no event`() {
        let text = "By then Alvarez will meet Orbán."
        #expect(events([text], dates: [date(198, 8, range: 0..<7)]) == ["-"])
    }

    @Test func `the meeting carries the event on`() {
        let text = ["The Spring talks began.", "¶", "The meeting was long.", "¶", "Rain fell."]
        #expect(events(text) == ["spring", "spring", "-"])
    }

    @Test(arguments: [
        ("In Elk Orbán spoke.", 20, "speech"), ("In Elk Alvarez spoke.", 20, "-"),
        ("In Elk Orbán spoke.", 200, "-"), ("Elk is small.", 20, "-"),
    ])
    func `a place and the only one who was there mean the event`(
        text: String, day: Int, event: String
    ) {
        #expect(events([text], published: day) == [event])
    }

    @Test func `where the event is named a place alone means it, not beside somebody else`() {
        let talks = "The Spring talks began."
        #expect(events([talks, "¶", "Cold Bay is small."]) == ["spring", "spring"])
        #expect(events([talks, "¶", "Alvarez left Cold Bay."]) == ["spring", "spring"])
        #expect(events([talks, "¶", "Jane Vance left Cold Bay."]) == ["spring", "-"])
    }

    @Test func `what tells of another day does not go on with the event`() {
        let text = ["The Spring talks began.", "On that day rain fell."]
        func dated(_ day: Int) -> DateFinding {
            var date = date(day, range: 27..<35)
            date.sentence = 1
            return date
        }
        #expect(events(text) == ["spring", "spring"])
        #expect(events(text, dates: [dated(1)]) == ["spring", "spring"])
        #expect(events(text, dates: [dated(9)]) == ["spring", "-"])
        let weak = ["The Spring talks began.", "Alvarez saw Cold Bay on that day."]
        #expect(events(weak, dates: [dated(9)]) == ["spring", "-"])
    }

    @Test(arguments: [
        ("Alvarez left Port Royal as the talks ended.", 403, "winter"),
        ("Alvarez left Port Royal as the talks ended.", 406, "-"),
        ("Alvarez left Port Royal as the talks ended.", 399, "-"),
        ("Nobody left Port Royal as the talks ended.", 403, "-"),
        ("Alvarez left Port Royal as rain fell.", 403, "-"),
    ])
    func `a report opens with the talks of the last days`(text: String, day: Int, event: String) {
        #expect(events([text], published: day) == [event])
    }

    @Test func `what stands further down opens no report`() {
        let text = ["Rain fell.", "¶", "Alvarez left Port Royal as the talks ended."]
        #expect(events(text, published: 403) == ["-", "-"])
    }
}
