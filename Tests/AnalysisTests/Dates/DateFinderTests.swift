import Intake
import Testing

@testable import Analysis

/// A sentence and the dates in it, as "words = EDTF".
struct DateCase: CustomTestStringConvertible {
    var sentence: String
    var dates: [String]

    init(_ sentence: String, _ dates: String...) {
        self.sentence = sentence
        self.dates = dates
    }

    var testDescription: String { sentence }
}

/// Wednesday, 12 March 2031.
private let today = PublicationDate(day: Day(iso: "2031-03-12") ?? Day(number: 0))

private func found(
    _ sentences: [String], published: PublicationDate? = today, language: String? = "en"
) -> [String] {
    var article = Sample.article(sentences, language: language)
    article.published = published
    let reading = Reading(article)
    let findings = DateFinder(dossier: .empty).findings(
        in: reading, cast: NameFinder(dossier: .empty).cast(in: reading))
    return findings.map { "\(article.text[scalars: $0.range]) = \($0.edtf)" }
}

@Suite struct DateFinderTests {
    @Test(arguments: [
        DateCase("They signed on 8 March.", "8 March = 2031-03-08"),
        DateCase("They signed on the 3rd of March.", "the 3rd of March = 2031-03-03"),
        DateCase("They will sign on Nov. 9.", "Nov. 9 = 2031-11-09"),
        DateCase("They signed on Nov. 9.", "Nov. 9 = 2030-11-09"),
        DateCase("She wants it changed by 1 May.", "1 May = 2031-05-01"),
        DateCase("It was to be changed and had been by 1 May.", "1 May = 2030-05-01"),
        DateCase("The treaty of May 5, 2019, lapsed.", "May 5, 2019 = 2019-05-05"),
        DateCase("On Tuesday, March 11, it rained.", "Tuesday, March 11 = 2031-03-11"),
        DateCase("It opened on Sept. 3 last year.", "Sept. 3 last year = 2030-09-03"),
        DateCase("It ran on 4–6 March.", "4–6 March = 2031-03-04/2031-03-06"),
        DateCase(
            "It lasts from March 28 to April 2.", "from March 28 to April 2 = 2031-03-28/2031-04-02"
        ),
        DateCase("It will be held between 3 and 5 May.", "3 and 5 May = 2031-05-03/2031-05-05"),
        DateCase(
            "The Fourth of July 2029 was wet.", "The Fourth of July 2029 = 2029-07-04"),
    ])
    func `days of a month take the year their verb asks for`(dates: DateCase) {
        #expect(found([dates.sentence]) == dates.dates)
    }

    @Test(arguments: [
        DateCase("The ministers met on Monday.", "Monday = 2031-03-10"),
        DateCase("The ministers said Wednesday that they agreed.", "Wednesday = 2031-03-12"),
        DateCase("The ministers will meet on Monday.", "Monday = 2031-03-17"),
        DateCase("A court is to hear the appeal Friday.", "Friday = 2031-03-14"),
        DateCase(
            "Ahead of Thursday's vote, both sides traded accusations.", "Thursday = 2031-03-13"),
        DateCase(
            "He had agreed Monday to sign on Friday.", "Monday = 2031-03-10", "Friday = 2031-03-14"),
        DateCase("Shots were heard on Tuesday night.", "Tuesday night = 2031-03-11"),
        DateCase("The match is next Tuesday.", "next Tuesday = 2031-03-18"),
        DateCase("It came out on Thursday of last week.", "Thursday of last week = 2031-03-06"),
        DateCase(
            "The market was shut from Friday to Sunday.",
            "from Friday to Sunday = 2031-03-07/2031-03-09"),
        DateCase("He has been in custody since Monday.", "since Monday = 2031-03-10/.."),
    ])
    func `weekdays look back or ahead with their verb`(dates: DateCase) {
        #expect(found([dates.sentence]) == dates.dates)
    }

    @Test(arguments: [
        DateCase("Prices fell last week.", "last week = 2031-03-03/2031-03-09"),
        DateCase(
            "It was passed on at the end of last week.",
            "the end of last week = 2031-03-07/2031-03-09"),
        DateCase("They were to come early last week.", "early last week = 2031-03-03/2031-03-05"),
        DateCase("Earlier this month it snowed.", "Earlier this month = 2031-03-01/2031-03-12"),
        DateCase("A ruling is likely later this week.", "later this week = 2031-03-12/2031-03-16"),
        DateCase("The army left last month.", "last month = 2031-02"),
        DateCase("They flew out over the weekend.", "the weekend = 2031-03-08/2031-03-09"),
        DateCase("The fair opens this weekend.", "this weekend = 2031-03-15/2031-03-16"),
        DateCase("Aid will come by month's end.", "month's end = 2031-03-31"),
        DateCase("A year\u{2011}end target was set.", "year\u{2011}end = 2031-12"),
        DateCase("Talks went on in recent days.", "recent days = 2031-03-05/2031-03-12"),
        DateCase("Pressure will grow in the weeks to come.", "the weeks to come = 2031-03-12/.."),
        DateCase("Two weeks ago he denied it.", "Two weeks ago = 2031-02-26"),
        DateCase("The measure expires in two months.", "in two months = 2031-05-12"),
        DateCase(
            "It rained for the past three days.", "the past three days = 2031-03-09/2031-03-12"),
        DateCase("Voting ends within 48 hours.", "within 48 hours = 2031-03-12/2031-03-14"),
        DateCase("Unrest flared in mid-January.", "mid-January = 2031-01-11/2031-01-20"),
        DateCase("It leaked in late November.", "late November = 2030-11-21/2030-11-30"),
        DateCase("The bridge fell in August.", "August = 2030-08"),
        DateCase("His August trip is expected to be repeated.", "August = 2030-08"),
        DateCase("Fires burned last summer.", "last summer = 2030-22"),
        DateCase("The drive of spring 2029 stalled.", "spring 2029 = 2029-21"),
        DateCase("Profit doubled in the fourth quarter.", "the fourth quarter = 2030-10/2030-12"),
        DateCase("They met the day before yesterday.", "the day before yesterday = 2031-03-10"),
        DateCase("The shop closes on Christmas Day.", "Christmas Day = 2031-12-25"),
        DateCase("Easter Sunday will be warm.", "Easter Sunday = 2031-04-13"),
    ])
    func `spans are counted from the day of publication`(dates: DateCase) {
        #expect(found([dates.sentence]) == dates.dates)
    }

    @Test(arguments: [
        DateCase("The war of 1980-1988 cost much.", "1980-1988 = 1980/1988"),
        DateCase("Between 2015 and 2019 prices doubled.", "Between 2015 and 2019 = 2015/2019"),
        DateCase("Ahead of the 2028 election he left.", "2028 = 2028"),
        DateCase("The embargo of the mid-1990s failed.", "mid-1990s = 1994/1996"),
        DateCase(
            "Signed 2030-11-24, sealed 25.12.2030, sent 25/12/2030.", "2030-11-24 = 2030-11-24",
            "25.12.2030 = 2030-12-25", "25/12/2030 = 2030-12-25"),
    ])
    func `numbers are dates where they can be nothing else`(dates: DateCase) {
        #expect(found([dates.sentence]) == dates.dates)
    }

    @Test(arguments: [
        "The senator may run again.", "The Sunday Mirror declined to comment.",
        "He scored in the second minute.", "Highway 2023 stayed closed.",
        "Will they march on the capital?", "August bodies rarely reform.",
        "Some 2000 cars stood in line for 1990 dollars.", "Mrs May spoke of the March on Rome.",
        "Every Friday they met.", "It was 03/04/2031 on the form.",
        "On 30 February nothing happened.",
        "“That is not for today,” he said.",
    ])
    func `what only looks like a date is none`(sentence: String) {
        #expect(found([sentence]) == [])
    }

    @Test(arguments: [
        ("ru", "Переговоры прошли 24 ноября 2030 года.", "24 ноября 2030 = 2030-11-24"),
        ("uk", "Зустріч відбулася 3 грудня 2030 року.", "3 грудня 2030 = 2030-12-03"),
        ("de", "Am 3. März 2030 war es kalt.", "3. März 2030 = 2030-03-03"),
        ("fr", "Le 1er août 2030, il faisait chaud.", "1er août 2030 = 2030-08-01"),
        ("es", "El 24 de noviembre de 2030 llovió.", "24 de noviembre de 2030 = 2030-11-24"),
    ])
    func `named months are read in six languages`(language: String, text: String, date: String) {
        #expect(found([text], language: language) == [date])
    }

    @Test func `that day is the day spoken of before`() {
        let sentences = ["He wanted an answer by March 7.", "That day passed without one."]
        #expect(found(sentences) == ["March 7 = 2031-03-07", "That day = 2031-03-07"])
        #expect(found(["That day passed without one."]) == [])
    }

    @Test func `without a publication day only full dates are found`() {
        let sentences = ["He left on Monday, 3 March 2031, and came back last week on 5 March."]
        #expect(found(sentences, published: nil) == ["Monday, 3 March 2031 = 2031-03-03"])
        let month = PublicationDate(edtf: "2031-03")
        #expect(found(sentences, published: month) == ["Monday, 3 March 2031 = 2031-03-03"])
    }

    @Test(arguments: [
        ("They met on Monday.", ["2031-03-17"]), ("They will meet on Monday.", ["2031-03-10"]),
        ("They met on Wednesday.", []), ("They met last Monday.", []),
        ("They met on December 3.", ["2031-12-03"]), ("They met on December 3, 2030.", []),
        ("They will meet on December 3.", ["2030-12-03"]), ("They met in August.", ["2031-08"]),
        ("They met over the weekend.", ["2031-03-15/2031-03-16"]), ("They met today.", []),
        ("They met on Halloween.", ["2031-10-31"]),
    ])
    func `what another tense would have meant is its rival`(text: String, rivals: [String]) {
        var article = Sample.article([text])
        article.published = today
        let findings = Analyzer(dossier: .empty).findings(in: article).dates
        #expect(findings.map(\.basis.rivals) == [rivals])
    }

    @Test func `findings carry their words, range and rule`() throws {
        var article = Sample.article(["Nothing was said.", "They met on Monday."])
        article.published = today
        let reading = Reading(article)
        let finding = try #require(
            DateFinder(dossier: .empty).findings(
                in: reading, cast: NameFinder(dossier: .empty).cast(in: reading)
            ).first)
        #expect(finding.sentence == 1)
        #expect(finding.isRelative)
        #expect(finding.basis.rule == "weekday")
        #expect(finding.basis.cue == "Monday")
        #expect(finding.basis.evidence == [Evidence(sentence: 1, range: finding.range)])
    }
}
