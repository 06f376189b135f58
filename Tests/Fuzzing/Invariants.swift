import Analysis
import Intake
import Queries

/// Collects what is not as it must be; each is a sentence.
package struct Verdict: Sendable {
    package private(set) var faults: [String] = []

    mutating func expect(_ isTrue: Bool, _ fault: @autoclosure () -> String) {
        if !isTrue, faults.count < 20 { faults.append(fault()) }
    }

    /// A field is one line without control characters.
    mutating func expectLine(_ text: String?, _ field: String) {
        guard let text else { return }
        let bad = text.unicodeScalars.first { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }
        expect(bad == nil, "\(field) has the control character \(bad.map { $0.value } ?? 0)")
        expect(!text.isEmpty, "\(field) is empty, not nil")
    }

    /// Text may have line ends besides.
    mutating func expectText(_ text: String, _ field: String) {
        let bad = text.unicodeScalars.first {
            $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value)
        }
        expect(bad == nil, "\(field) has the control character \(bad.map { $0.value } ?? 0)")
    }
}

extension Verdict {
    mutating func check(_ article: Article) {
        let text = article.text
        expect(String(validating: text.utf8, as: UTF8.self) != nil, "the text is no UTF-8")
        expect(text.string.unicodeScalars.count == text.count, "the text's length is wrong")
        expectText(text.string, "the text")
        let fields = [
            ("title", article.title), ("outlet", article.outlet), ("url", article.url),
            ("externalID", article.externalID), ("language", article.language),
        ]
        for (name, value) in fields { expectLine(value, name) }
        for author in article.authors { expectLine(author, "an author") }
        for section in article.sections {
            expectLine(section.text, "a section")
            expect(
                (0...article.paragraphs.count).contains(section.paragraph),
                "a section stands nowhere")
        }
        for removed in article.removed { expectText(removed.text, "removed text") }
        for warning in article.warnings { expectText(warning.message, "a warning") }
        expect(article.id.utf8.count == 16, "the id is “\(article.id)”")
        expect(article.contentHash.utf8.count == 16, "the hash is “\(article.contentHash)”")
        checkRanges(of: article)
    }

    private mutating func checkRanges(of article: Article) {
        expect(!article.sentences.isEmpty, "an article without a sentence")
        var end = 0
        for paragraph in article.paragraphs {
            let isInside = paragraph.lowerBound >= end && paragraph.upperBound <= article.text.count
            expect(isInside, "a paragraph out of the text or of order: \(paragraph)")
            if !isInside { return }
            end = paragraph.upperBound
        }
        let paragraphs = article.paragraphs.map { article.text[scalars: $0] }
        expect(
            paragraphs.joined(separator: "\n\n") == article.text.string,
            "the paragraphs are not the text")
        end = 0
        for sentence in article.sentences {
            guard article.paragraphs.indices.contains(sentence.paragraph) else {
                return expect(false, "a sentence of no paragraph")
            }
            let paragraph = article.paragraphs[sentence.paragraph]
            let isInside =
                sentence.range.lowerBound >= max(end, paragraph.lowerBound)
                && sentence.range.upperBound <= paragraph.upperBound && !sentence.range.isEmpty
            expect(isInside, "a sentence out of its paragraph or of order: \(sentence.range)")
            end = sentence.range.upperBound
        }
    }

    /// Every range of the findings lies in the text, every sentence they name exists.
    mutating func check(_ findings: Findings, in article: Article) {
        var bases: [Basis] = []
        bases += findings.actors.map(\.basis) + findings.citedOutlets.map(\.basis)
        bases += findings.quotes.map(\.basis) + findings.points.map(\.basis)
        bases += findings.stances.map(\.basis) + findings.figures.map(\.basis)
        bases += findings.dates.map(\.basis) + findings.drafts.map(\.basis)
        bases += findings.events.map(\.basis) + findings.voices.map(\.basis)
        bases += findings.offices.map(\.basis)
        var spans = bases.flatMap(\.evidence).map { ($0.sentence, $0.range) }
        spans += findings.quotes.map { ($0.sentence, $0.range) }
        spans += findings.figures.map { ($0.sentence, $0.range) }
        spans += findings.dates.map { ($0.sentence, $0.range) }
        for (sentence, range) in spans {
            expect(article.sentences.indices.contains(sentence), "no sentence \(sentence)")
            expect(
                range.lowerBound >= 0 && range.upperBound <= article.text.count,
                "evidence out of the text: \(range) of \(article.text.count)")
        }
        for stance in findings.stances + [] {
            expect(article.sentences.indices.contains(stance.sentence), "a stance of no sentence")
        }
        for date in findings.dates { expect(date.first <= date.last, "a date that ends first") }
        for figure in findings.figures { expect(figure.value.isFinite, "a figure without end") }
    }

    mutating func check(_ feed: Feed) {
        expectLine(feed.subtitle, "subtitle")
        check(feed.about)
        for entry in feed.entries {
            check(entry.about)
            expectText(entry.summary ?? "", "a summary")
            expectText(entry.content ?? "", "content")
            expectLine(entry.source, "a source")
            for enclosure in entry.enclosures { expectLine(enclosure, "an enclosure") }
        }
    }

    private mutating func check(_ facts: FeedFacts) {
        expectLine(facts.title, "a feed's title")
        expectLine(facts.link, "a link")
        expectLine(facts.id, "an id")
        expectLine(facts.rights, "rights")
        expectLine(facts.language, "a feed's language")
        expectLine(facts.image, "an image")
        for text in facts.links + facts.authors + facts.tags { expectLine(text, "a link or name") }
    }

    mutating func check(_ list: FeedList) {
        expectLine(list.title, "a list's title")
        for feed in list.feeds {
            expectLine(feed.url, "a feed's address")
            expectLine(feed.title, "a feed's title")
        }
    }
}
