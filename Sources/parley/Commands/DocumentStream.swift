import Foundation
import Intake

/// The documents a command was given, read one after the other: files, standard input, or paths
/// and JSON objects on the lines of standard input.
struct DocumentStream {
    var files: [String]
    var takesLines: Bool
    var statement: RawDocument.Statement

    /// Prints one JSON object an article, in order. What fails is named on standard error, the
    /// rest goes on, and the command then fails with status 1; with `takesLines` a failed line
    /// still prints `{"error": …}`, so that output line n always answers input line n.
    func printEach(_ document: (Article) -> JSON) throws {
        guard takesLines || !files.isEmpty else {
            throw CommandFailure(
                "Name a file, or “-” for standard input, or use --lines.", status: 2)
        }
        var failures = 0
        func print(_ results: [Result<Article, IntakeError>]) {
            for result in results {
                switch result {
                case .success(let article): Console.write(document(article))
                case .failure(let error):
                    failures += 1
                    Console.complain(error.description)
                    if takesLines {
                        Console.write(.object([("error", .string(error.description))]))
                    }
                }
            }
        }
        if takesLines {
            while let line = readLine(strippingNewline: true) {
                if !line.isEmpty { print(articles(ofLine: line)) }
            }
        } else {
            for file in files { print(articles(ofFile: file)) }
        }
        if failures > 0 { throw CommandFailure([]) }
    }
}
