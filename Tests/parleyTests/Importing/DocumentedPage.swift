import Foundation

/// A page of `docs/`, taken apart into its sections and the commands that they show.
struct DocumentedPage {
    struct Section {
        var heading: String
        var commands: [Command] = []
        /// Blocks of another language, by their language: what a file of that kind holds.
        var samples: [String: String] = [:]
        /// What is written as code within the text.
        var codes: [String] = []
    }

    struct Command {
        /// As a shell takes it.
        var line: String
        /// What is shown of it, with a line end after each line; nil where only the command is.
        var output: String?

        /// The file that `cat FILE` shows; nil for all other commands.
        var shownFile: String? {
            let words = line.split(separator: " ")
            return words.count == 2 && words[0] == "cat" ? String(words[1]) : nil
        }

        /// What the page says of it: failures that are named make the status 1.
        var status: Int32 { output?.contains(" failed, named above") == true ? 1 : 0 }
    }

    private(set) var sections: [Section] = []

    /// What stands before the first heading of the second order is a section of its own.
    init(_ text: String) {
        var language: String?
        var block: [String] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
            if line.hasPrefix("```") {
                if let open = language {
                    close(open, block)
                    language = nil
                } else {
                    (language, block) = (String(line.dropFirst(3)), [])
                }
            } else if language != nil {
                block.append(line)
            } else if let heading = line.heading {
                sections.append(Section(heading: heading))
            } else if !sections.isEmpty {
                let pieces = line.split(separator: "`", omittingEmptySubsequences: false)
                for piece in stride(from: 1, to: pieces.count, by: 2) {
                    sections[sections.count - 1].codes.append(String(pieces[piece]))
                }
            }
        }
    }

    private mutating func close(_ language: String, _ lines: [String]) {
        guard !sections.isEmpty else { return }
        let last = sections.count - 1
        switch language {
        case "sh":
            sections[last].commands += lines.filter { !$0.isEmpty }.map { Command(line: $0) }
        case "console":
            for line in lines {
                if line.hasPrefix("$ ") {
                    let line = String(line.dropFirst(2))
                    sections[last].commands.append(Command(line: line, output: ""))
                } else if let end = sections[last].commands.indices.last {
                    sections[last].commands[end].output? += line + "\n"
                }
            }
        default: sections[last].samples[language] = lines.joined(separator: "\n") + "\n"
        }
    }
}

extension String {
    /// The text of a heading of the first or second order.
    fileprivate var heading: String? {
        for mark in ["# ", "## "] where hasPrefix(mark) { return String(dropFirst(mark.count)) }
        return nil
    }
}
