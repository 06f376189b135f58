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
        guard takesLines || !paths.isEmpty else {
            throw CommandFailure(
                "Name a file, or “-” for standard input, or use --lines.", status: 2)
        }
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

    /// Every article of every document, or why there is none, in order.
    func readAll(_ body: (Result<Article, IntakeError>) -> Void) {
        if takesLines {
            while let line = readLine(strippingNewline: true) {
                if line.hasPrefix("{") {
                    let document = RawDocument(
                        name: "standard input", bytes: Array(line.utf8), stated: statement)
                    for article in articles(in: document) { body(article) }
                } else if !line.isEmpty {
                    read(FileReader(path: line, stated: statement), body)
                }
            }
        }
        for path in paths {
            if path == "-" {
                read(FileReader(standardInput: statement), body)
                continue
            }
            for file in Folder.files(under: path) {
                switch file {
                case .success(let file): read(FileReader(path: file, stated: statement), body)
                case .failure(let error): body(.failure(error))
                }
            }
        }
    }

    private func read(_ reader: FileReader, _ body: (Result<Article, IntakeError>) -> Void) {
        while let document = reader.next() {
            switch document {
            case .success(let document): for article in articles(in: document) { body(article) }
            case .failure(let error): body(.failure(error))
            }
        }
    }
}
