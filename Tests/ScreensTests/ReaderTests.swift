import Analysis
import Intake
import TestSupport
import Testing

@testable import Screens

@Suite struct ReaderTests {
    /// The foot of an article and what was found in it, on a screen too low for halves.
    @Test(arguments: ["<Enter>", "<Enter>W"])
    func `the text has the whole height where notes stand beside it`(keys: String) {
        var driver = Driver(SampleCorpus.archive, columns: 120, rows: 14)
        driver.press("jj" + keys)
        #expect(driver.lines[2].contains("§1–4 of 4"))
        #expect(driver.text.contains("office added."))
    }

    private static let long: AnalyzedArticle = {
        var (text, sentences) = ("", [Sentence]())
        for number in 0..<60 {
            if !text.isEmpty { text += " " }
            let start = text.unicodeScalars.count
            text += String(repeating: "word ", count: 1 + number % 30) + "end."
            sentences.append(
                Sentence(paragraph: 0, range: start..<text.unicodeScalars.count))
        }
        let article = Article(
            id: "long", contentHash: "long", text: ArticleText(text),
            paragraphs: [0..<text.unicodeScalars.count], sentences: sentences)
        return AnalyzedArticle(article: article, findings: Findings())
    }()

    @Test(arguments: [5, 9, 14, 31, 400])
    func `pages turn without passing over a line`(height: Int) throws {
        var reader = ReaderScreen()
        reader.show(
            ReaderTests.long, labels: Labels(dossier: SampleCorpus.dossier), facts: [],
            letters: [])
        reader.lay(columns: 50)
        reader.reveal(height: height)
        let count = try #require(reader.layout?.lines.count)
        var presses = 0
        while reader.sentence < 59, presses < 2 * count {
            let before = reader.top
            reader.move(.page(1))
            reader.reveal(height: height)
            presses += 1
            #expect(reader.top <= before + height, "\(before), then \(reader.top)")
        }
        #expect(reader.top == max(0, count - height))
        #expect(presses <= count / max(1, height - 5) + 2)
        while reader.sentence > 0, presses < 4 * count {
            reader.move(.page(-1))
            reader.reveal(height: height)
            presses += 1
        }
        #expect(reader.top == 0 && reader.sentence == 0)
    }

    /// Each sentence of which something was found stands in the margin, however little room there is.
    @Test(arguments: 15..<30)
    func `no sentence in view is without its notes`(rows: Int) throws {
        var driver = Driver(SampleCorpus.archive, columns: 120, rows: rows)
        driver.press("jj<Enter>")
        let notes = try #require(driver.state.place.reader.notes)
        for step in 0..<4 {
            let here = driver.state.place.reader.sentence
            let told = notes.sentences.filter { sentence in
                sentence == here || notes.bySentence[sentence].contains { !$0.isQuiet }
            }
            for sentence in told {
                let margin = driver.lines.dropFirst(3).contains { line in
                    line.drop { $0 != "│" }.dropFirst().drop { $0 == " " }
                        .prefix { $0.isNumber } == "\(sentence + 1)"
                }
                #expect(margin, "§\(sentence + 1), step \(step)\n\(driver.text)")
            }
            driver.press("j")
        }
    }

    @Test func `narrow screens give the foot of the text to what was found`() {
        var driver = Driver(SampleCorpus.archive, columns: 80, rows: 24)
        driver.press("jj<Enter>")
        #expect(driver.text.contains("Found in this sentence"))
        driver.press("W")
        #expect(driver.text.contains("Why is this here"))
    }

    /// Each mark of the sentence one is at, with the words it rests on.
    @Test func `why something is marked is told of differences, too`() {
        var driver = Driver(SampleCorpus.archive, columns: 120, rows: 40)
        driver.press("jj<Enter>W")
        var told: [String] = []
        for _ in 0..<4 {
            told.append(driver.text)
            driver.press("j")
        }
        #expect(told.contains { $0.contains("│ ≠ Quota tonnes") && $0.contains("30,000") })
        #expect(told.contains { $0.contains("│   words  “") }, "\(told[0])")
    }

    @Test func `what another article has is told under its letter and whole name`() {
        var driver = Driver(SampleCorpus.archive, columns: 120, rows: 40)
        driver.press("jj<Enter>")
        #expect(driver.text.contains("? outlet not stated §3: 30,000"), "\(driver.text)")
        #expect(driver.text.contains("S Southland Herald §2: 40,000"))
    }

    @Test func `b says so where an article came without an address`() {
        var driver = Driver(SampleCorpus.archive)
        driver.press("4<Enter>b")
        #expect(driver.text.contains("came without an address"))
    }
}
