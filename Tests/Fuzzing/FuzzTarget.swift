import Analysis
import Foundation
import Intake
import Queries

/// One kind of input: what to start from, what it is made of, and what must hold of any.
package struct FuzzTarget: Sendable {
    package var name: String
    package var seeds: [[UInt8]]
    package var mutator: Mutator
    /// Runs everything that reads such an input; must hold for every array of bytes.
    package var check: @Sendable ([UInt8], inout Verdict) -> Void

    package static let all = [html, feed, warc, jsonLines, frontMatter, dossier, query, pattern]

    private init(
        _ name: String, _ seeds: [[UInt8]], _ words: [[UInt8]], longest: Int = Mutator.largest,
        _ check: @escaping @Sendable ([UInt8], inout Verdict) -> Void
    ) {
        self.name = name
        self.seeds = seeds
        mutator = Mutator(dictionary: words, longest: longest)
        self.check = check
    }

    /// What is wrong with how the program takes `input`; empty when all is well.
    package func faults(of input: [UInt8]) -> [String] {
        var verdict = Verdict()
        check(input, &verdict)
        return verdict.faults
    }
}

extension FuzzTarget {
    private static func articles(
        _ bytes: [UInt8], _ format: RawDocument.Format
    ) -> [Result<Article, IntakeError>] {
        DocumentReader().articles(
            in: RawDocument(name: "input", bytes: bytes, stated: .init(format: format)))
    }

    /// Reads the input as `format` and as whatever it looks like.
    private static func checkArticles(
        _ bytes: [UInt8], _ format: RawDocument.Format, _ verdict: inout Verdict,
        reading analyzer: Analyzer? = nil
    ) {
        for result in articles(bytes, format) + articles(bytes, .automatic) {
            switch result {
            case .success(let article):
                verdict.check(article)
                guard let analyzer else { continue }
                verdict.check(analyzer.findings(in: article), in: article)
            case .failure(let error): verdict.expectText(error.description, "a message")
            }
        }
    }

    static let html = FuzzTarget("html", Seeds.pages, Seeds.pageWords) { bytes, verdict in
        checkArticles(bytes, .html, &verdict)
    }

    static let feed = FuzzTarget("feed", Seeds.feeds, Seeds.feedWords) { bytes, verdict in
        checkArticles(bytes, .feed, &verdict)
        for format in [RawDocument.Format.feed, .opml] {
            let raw = RawDocument(name: "input", bytes: bytes, stated: .init(format: format))
            switch try? DocumentReader().content(of: raw) {
            case .feed(let feed): verdict.check(feed)
            case .list(let list):
                verdict.check(list)
                let again = RawDocument(
                    name: "again", bytes: Array(list.opml.utf8), stated: .init(format: .opml))
                let read = try? DocumentReader().feedList(in: again)
                verdict.expect(
                    read?.feeds.map(\.url) == list.feeds.map(\.url),
                    "a list that is written is read otherwise")
            default: continue
            }
        }
    }

    static let jsonLines = FuzzTarget("jsonl", Seeds.lines, Seeds.lineWords) { bytes, verdict in
        checkArticles(bytes, .jsonl, &verdict)
        checkFile(bytes, .jsonl, &verdict)
    }

    static let warc = FuzzTarget("warc", Seeds.archives, Seeds.archiveWords) { bytes, verdict in
        checkFile(bytes, .warc, &verdict)
        checkFile(bytes, .automatic, &verdict)
    }

    static let frontMatter = FuzzTarget(
        "front-matter", Seeds.markdown, Seeds.markdownWords
    ) { bytes, verdict in
        checkArticles(bytes, .markdown, &verdict, reading: lake)
    }

    static let dossier = FuzzTarget(
        "dossier", Seeds.dossiers, Seeds.dossierWords
    ) { bytes, verdict in
        let lines = bytes.count { $0 == 0x0A } + 1
        let (dossier, problems) = DossierReader.read(bytes, file: "input.toml")
        for problem in problems {
            verdict.expect(
                (1...lines).contains(problem.line), "no line \(problem.line) of \(lines)")
            verdict.expectText(problem.message, "a problem")
        }
        let over = DossierReader.read(bytes, file: "input.toml", over: lake.dossier).dossier
        verdict.expect(over.contentHash == dossier.contentHash, "the hash is of something else")
        let analyzer = Analyzer(dossier: lake.dossier.laid(under: dossier))
        for case .success(let article) in articles(Seeds.markdown[0], .markdown) {
            verdict.check(analyzer.findings(in: article), in: article)
        }
    }

    /// A query is read up to a bound; of input far beyond it nothing more can be learnt.
    static let query = FuzzTarget(
        "query", Seeds.queries, Seeds.queryWords, longest: 4 * QueryParser.lengthLimit
    ) { bytes, verdict in
        let text = String(decoding: bytes, as: UTF8.self)
        let count = text.unicodeScalars.count
        for isTyping in [false, true] {
            let parsed = QueryParser(isTyping: isTyping).parse(text)
            for range in parsed.problems.map(\.range) + parsed.parts.map(\.range) {
                verdict.expect(
                    range.lowerBound >= 0 && range.upperBound <= count,
                    "a problem out of the text: \(range) of \(count)")
            }
            let printed = QueryPrinter.text(of: parsed.query)
            let again = QueryParser().parse(printed)
            // A word that is being typed is printed as one that has been.
            if !isTyping, printed.unicodeScalars.count <= QueryParser.lengthLimit {
                verdict.expect(again.query == parsed.query, "printed as “\(printed)” it is another")
            }
        }
        _ = QueryCompletion(text: text, cursor: bytes.first.map(Int.init) ?? 0)
        _ = QueryCompletion(text: text, cursor: count)
    }

    /// The input is a pattern, and the text it is looked for in.
    static let pattern = FuzzTarget("pattern", Seeds.patterns, Seeds.patternWords) {
        bytes, verdict in
        let text = String(decoding: bytes.prefix(4000), as: UTF8.self)
        let count = text.unicodeScalars.count
        do throws(PatternProblem) {
            let pattern = try Pattern(text)
            let article = ArticleText(text + "\n" + text)
            let found = pattern.matches(in: article).ranges
            var search = PatternSearch(pattern, in: article, looksAhead: false)
            while !search.isDone { search.advance(scalars: 7) }
            verdict.expect(found == search.found.ranges, "looking ahead finds something else")
            var end = 0
            for range in found {
                verdict.expect(!range.isEmpty && range.lowerBound >= end, "\(range) after \(end)")
                end = range.upperBound
            }
            verdict.expect(end <= article.count, "a match behind the end")
            let most = (article.count + 2) * 2_002
            verdict.expect(search.work <= most, "\(search.work) steps for \(article.count)")
        } catch {
            verdict.expectText(error.message, "a message")
            let range = error.range
            verdict.expect(
                range.lowerBound >= 0 && range.upperBound <= count,
                "a problem out of the pattern: \(range) of \(count)")
        }
    }

    /// Reads the input as a file, as an import does: streamed, unpacked where it is packed.
    private static func checkFile(
        _ bytes: [UInt8], _ format: RawDocument.Format, _ verdict: inout Verdict
    ) {
        guard let file = ScratchFile(bytes) else { return verdict.expect(false, "no scratch file") }
        let reader = FileReader(path: file.path, stated: .init(format: format))
        var documents = 0
        while let next = reader.next() {
            documents += 1
            if documents > bytes.count + 2 { return verdict.expect(false, "it never ends") }
            guard case .success(let document) = next else { continue }
            for case .success(let article) in DocumentReader().articles(in: document) {
                verdict.check(article)
            }
        }
    }

    private static let lake = Analyzer(
        dossier: DossierReader.read(Seeds.dossiers[0], file: "lake.toml").dossier)
}

/// A file that lives as long as this value.
private final class ScratchFile {
    let path: String

    init?(_ bytes: [UInt8]) {
        var template = Array("/tmp/parley-fuzz-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        guard descriptor >= 0 else { return nil }
        let written = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        if written != bytes.count { return nil }
    }

    deinit { unlink(path) }
}
