import Glibc
import Intake

/// The documents a command was given, read one after the other: files, folders, standard input,
/// or paths and JSON objects on the lines of standard input.
struct DocumentStream {
    var paths: [String]
    var takesLines = false
    var statement: RawDocument.Statement

    /// Prints one JSON object an article, in order. What fails is named on standard error, the
    /// rest goes on, and the command then fails with status 1; with `takesLines` a line that
    /// fails still prints `{"error": …}`, so that the output keeps in step with the input.
    func printEach(_ document: (Article) -> JSON) throws {
        try checkThatSomethingIsNamed()
        var failures = 0
        readAll { result in
            switch result {
            case .success(let article): Console.write(document(article))
            case .failure(let error):
                failures += 1
                Console.complain(error.description)
                if takesLines { Console.write(.object([("error", .string(error.description))])) }
            }
        }
        if failures > 0 { throw CommandFailure([]) }
    }

    /// Throws a failure of usage when there is nothing to read.
    func checkThatSomethingIsNamed() throws {
        guard takesLines || !paths.isEmpty else {
            throw CommandFailure(
                "Name a file, or “-” for standard input, or use --lines.", status: 2)
        }
    }

    /// Every article of every document, or why there is none, in order.
    func readAll(_ body: (Result<Article, IntakeError>) -> Void) {
        forEachSource { source in
            switch source {
            case .failure(let error): body(.failure(error))
            case .line(let document): for article in articles(in: document) { body(article) }
            case .file(let reader):
                while let document = reader.next() {
                    switch document {
                    case .success(let document):
                        for article in articles(in: document) { body(article) }
                    case .failure(let error): body(.failure(error))
                    }
                }
            }
        }
    }

    /// Where documents come from.
    enum Source {
        case file(FileReader)
        /// A JSON object on a line of standard input.
        case line(RawDocument)
        case failure(IntakeError)
    }

    /// Every file, not yet opened, and every object given on a line, in order.
    func forEachSource(_ body: (Source) -> Void) {
        if takesLines {
            while let line = readLine(strippingNewline: true) {
                if line.hasPrefix("{") {
                    body(
                        .line(
                            RawDocument(
                                name: "standard input", bytes: Array(line.utf8), stated: statement))
                    )
                } else if !line.isEmpty {
                    body(.file(FileReader(path: line, stated: statement)))
                }
            }
        }
        for path in paths {
            if path == "-" {
                body(.file(FileReader(standardInput: statement)))
                continue
            }
            for file in FolderWalk(path) {
                switch file {
                case .success(let file): body(.file(FileReader(path: file, stated: statement)))
                case .failure(let error): body(.failure(error))
                }
            }
        }
    }
}
