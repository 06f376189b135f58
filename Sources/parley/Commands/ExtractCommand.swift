import ArgumentParser
import Intake

/// One document to JSON, without touching an archive.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract", abstract: "Print what a document is, as JSON.",
        discussion: """
            An article, a feed with its entries, or a list of feeds; the articles of a JSON Lines \
            or WARC file are printed as entries. Touches no archive. “-” reads standard input.
            """)

    @Argument(help: ArgumentHelp("The documents to read.", valueName: "file"))
    var files: [String] = []

    @Flag(help: "Read paths from standard input and print one object a line, in order.")
    var lines = false

    @OptionGroup var document: DocumentOptions

    func run() throws {
        let stream = DocumentStream(
            paths: files, takesLines: lines, statement: document.statement)
        try stream.checkThatSomethingIsNamed()
        var failures = 0
        stream.forEachSource { source in
            let extracted = ExtractedDocument(source)
            failures += extracted.errors.count
            for error in extracted.errors { Console.complain(error.description) }
            if let json = extracted.json {
                Console.write(json)
            } else if lines, let error = extracted.errors.first {
                Console.write(.object([("error", .string(error.description))]))
            }
        }
        if failures > 0 { throw CommandFailure([]) }
    }
}

/// What one file is, as one JSON document, and what of it could not be read.
private struct ExtractedDocument {
    private(set) var json: JSON?
    private(set) var errors: [IntakeError] = []
    private var articles: [Article] = []

    init(_ source: DocumentStream.Source) {
        switch source {
        case .failure(let error): errors = [error]
        case .line(let document):
            add(document)
            json = articles.first.map(extractJSON)
        case .file(let reader):
            while let next = reader.next() {
                switch next {
                case .success(let document): add(document)
                case .failure(let error): errors.append(error)
                }
            }
            if let note = reader.note { Console.complain(note) }
            if json == nil, !articles.isEmpty {
                json =
                    reader.holdsMany
                    ? extractJSON(entries: articles) : articles.first.map(extractJSON)
            }
        }
    }

    private mutating func add(_ document: RawDocument) {
        do throws(IntakeError) {
            switch try DocumentReader().content(of: document) {
            case .feed(let feed): json = extractJSON(feed)
            case .list(let list): json = extractJSON(list)
            case .articles(let found):
                for result in found {
                    switch result {
                    case .success(let article): articles.append(article)
                    case .failure(let error): errors.append(error)
                    }
                }
            }
        } catch {
            errors.append(error)
        }
    }
}
