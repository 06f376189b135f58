import Intake
import Testing

@testable import Analysis

/// A sentence and the figures in it, as "words = value unit", with "~" when approximate.
struct FigureCase: CustomTestStringConvertible {
    var sentence: String
    var figures: [String]

    init(_ sentence: String, _ figures: String...) {
        self.sentence = sentence
        self.figures = figures
    }

    var testDescription: String { sentence }
}

private func findings(_ sentences: [String], language: String? = "en") -> [FigureFinding] {
    var article = Sample.article(sentences, language: language)
    article.published = PublicationDate(edtf: "2031-03-12")
    return Analyzer(dossier: .empty).findings(in: article).figures
}

private func found(_ sentences: [String], language: String? = "en") -> [String] {
    let text = Sample.article(sentences).text
    return findings(sentences, language: language).map { figure in
        let value =
            figure.value == figure.value.rounded()
            ? String(Int(figure.value)) : String(figure.value)
        return "\(text[scalars: figure.range]) = \(figure.isApproximate ? "~" : "")\(value)"
            + (figure.unit.map { " \($0)" } ?? "")
    }
}

@Suite struct FigureFinderTests {
    @Test(arguments: [
        FigureCase("The plan ran to twenty-eight points.", "twenty-eight points = 28 point"),
        FigureCase("The 28-point plan leaked.", "28-point = 28 point"),
        FigureCase("The 28\u{2011}point plan leaked.", "28\u{2011}point = 28 point"),
        FigureCase("The 28–point plan leaked.", "28–point = 28 point"),
        FigureCase("They spoke for five hours.", "five hours = 5 hour"),
        FigureCase("A five-hour session ended.", "five-hour = 5 hour"),
        FigureCase("The nearly four-year war goes on.", "nearly four-year = ~4 year"),
        FigureCase("The 44-year-old envoy flew.", "44-year-old = 44 year"),
        FigureCase("An army of 600,000 troops stays.", "600,000 troops = 600000 troop"),
        FigureCase("It costs $100 billion.", "$100 billion = 100000000000 USD"),
        FigureCase("It costs 90 billion euros.", "90 billion euros = 90000000000 EUR"),
        FigureCase("It costs US$1.5m.", "US$1.5m = 1500000 USD"),
        FigureCase("Some 20% of it is gone.", "Some 20% = ~20 %"),
        FigureCase("Prices rose 8.5 per cent.", "8.5 per cent = 8.5 %"),
        FigureCase("Two and a half years passed.", "Two and a half years = 2.5 year"),
        FigureCase(
            "One hundred and fifty people fled.", "One hundred and fifty people = 150 person"),
        FigureCase("Half a million people fled.", "Half a million people = ~500000 person"),
        FigureCase("A dozen states signed.", "A dozen states = 12 state"),
        FigureCase("Hundreds of thousands fled.", "Hundreds of thousands = ~100000"),
        FigureCase(
            "More than 40,000 residents fled.", "More than 40,000 residents = ~40000 resident"),
        FigureCase("Up to seven wounded were seen.", "Up to seven wounded = ~7 wounded"),
        FigureCase("It brought four more documents.", "four more documents = 4 document"),
        FigureCase("Three key issues remain.", "Three key issues = 3 issue"),
        FigureCase("It is his sixth visit.", "sixth visit = 6 ordinal"),
        FigureCase("It was the second round of talks.", "second round = 2 ordinal"),
        FigureCase("The war is in its 4th year.", "4th year = 4 ordinal"),
        FigureCase("It takes 20 to 30 days.", "20 = ~20 day", "30 days = ~30 day"),
        FigureCase("It will be 10–15 percent.", "10 = ~10 %", "15 percent = ~15 %"),
        FigureCase("One hour was not enough.", "One hour = 1 hour"),
        FigureCase("There were 2,000 cars and 1 bus.", "2,000 cars = 2000 car", "1 bus = 1 bus"),
    ])
    func `a number is found with what it counts`(figures: FigureCase) {
        #expect(found([figures.sentence]) == figures.figures)
    }

    @Test(arguments: [
        "One of the envoys left.", "Both sides smiled.", "The two sides smiled.",
        "It is one thing to say it.", "Air Force One landed.", "The G20 met after World War II.",
        "Article 5 applies, and so does point 12.", "An F-16 and a Boeing 737 passed.",
        "It ended at 10:30 or 5 p.m.", "It fell in 2014 and again on 24 November.",
        "A third party and third countries watched.", "No one and someone went.",
        "On 2 December they met; by Nov. 27 he walks away.", "The first draft leaked.",
        "They won 3/4 of it.", "See No. 7.", "The two leaders met.",
    ])
    func `what quantifies nothing is none`(sentence: String) {
        #expect(found([sentence]) == [])
    }

    @Test func `a number that no value holds is none`() {
        let digits = String(repeating: "06", count: 400)
        #expect(found(["They counted \(digits) troops on Monday."]) == [])
    }

    @Test(arguments: [
        ("de", "Es waren 600.000 Soldaten und 1,5 Prozent.", [600_000, 1.5]),
        ("en", "It was 600,000 and 1.5 in all.", [600_000, 1.5]),
        ("ru", "Погибли 40 000 человек.", [40_000]),
    ])
    func `marks in digits are read as the language has them`(
        language: String, sentence: String, values: [Double]
    ) {
        #expect(findings([sentence], language: language).map(\.value) == values)
    }

    @Test func `the same fact has the same key`() {
        let figures = findings([
            "The 28-point draft leaked.", "The framework has 20 points.",
            "The talks lasted five hours.", "He won by 12 points.",
        ])
        #expect(figures.map(\.about) == ["plan.points", "plan.points", "talks.duration", nil])
    }

    @Test func `a number beside the words of a point is about it`() {
        var dossier = Dossier(id: "lake", title: "Lake", contentHash: "0")
        dossier.topics = [Topic(id: "lake", name: "Lake")]
        for (id, term) in [("level", "level"), ("fleet", "boat"), ("fund", "fund")] {
            var point = PlanPoint(id: id, name: id, topic: "lake")
            point.cues = [Cue(text: term, all: [.init([.init(text: term)])])]
            dossier.points.append(point)
        }
        let article = Sample.article([
            "The level is set at 12 metres, and $3 million go into a fund.",
            "The fleet, three villages say, is large; it has 40 boats.",
            "He waited 9 years for the answer about the level.",
        ])
        let figures = Analyzer(dossier: dossier).findings(in: article).figures
        #expect(
            figures.map(\.about) == ["level.metre", "fund.USD", nil, "fleet.boat", nil])
    }

    @Test func `a figure carries its sentence, range and rule`() throws {
        let figure = try #require(findings(["Nothing.", "It cost £5 million."]).first)
        #expect(figure.sentence == 1)
        #expect(figure.basis.rule == "money")
        #expect(figure.basis.cue == "£5 million")
        #expect(figure.basis.evidence == [Evidence(sentence: 1, range: figure.range)])
    }

    @Test func `thousands of numbers in one line are read once each`() {
        let line = Array(repeating: "7 of 9,", count: 2_000).joined(separator: " ")
        let values = findings([line]).map(\.value)
        #expect(!values.isEmpty)
        #expect(values.allSatisfy { $0 == 7 || $0 == 9 })
    }

    @Test(arguments: [
        ("It costs 2000 dollars.", ["year 2000"]), ("It costs 2,000 dollars.", []),
        ("It takes 20 to 30 hours.", ["number"]), ("They spoke for five hours.", []),
    ])
    func `what a number could else be is its rival`(text: String, rivals: [String]) {
        #expect(findings([text]).first?.basis.rivals == rivals)
    }
}
