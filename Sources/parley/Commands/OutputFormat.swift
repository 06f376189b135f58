import ArgumentParser
import Screens
import Terminal

/// How a command prints a screen.
struct FormatOptions: ParsableArguments {
    enum Format { case text, json, csv, markdown, html }

    @Flag(help: "Print one JSON document.")
    var json = false

    @Flag(help: "Print comma-separated values, a line a sentence.")
    var csv = false

    @Flag(help: "Print Markdown.")
    var markdown = false

    @Flag(help: "Print one HTML file that needs nothing else.")
    var html = false

    func validate() throws {
        if [json, csv, markdown, html].count(where: { $0 }) > 1 {
            throw ValidationError("Choose one of --json, --csv, --markdown and --html.")
        }
    }

    var format: Format {
        json ? .json : csv ? .csv : markdown ? .markdown : html ? .html : .text
    }
}

extension Console {
    /// A report in one of the formats; `document` stands for its JSON where the screen has a
    /// document of its own.
    static func write(
        _ report: Report, as format: FormatOptions.Format, document: JSON? = nil,
        withDetails: Bool = false
    ) {
        switch format {
        case .text:
            var lines = ReportText(report: report, withDetails: withDetails).lines
            if outputIsTerminal, Terminal.localeRepertoire() == .ascii {
                // A pipe or a file has UTF-8 whatever the terminal can show.
                lines = lines.map { ASCIIFallback.text(for: $0) }
            }
            write(lines: Links.areWanted ? lines.map(Links.linked) : lines)
        case .json: write(document ?? ReportJSON(report: report).document)
        case .csv: write(bytes: Array(ReportCSV(report: report).text.utf8))
        case .markdown: write(lines: ReportMarkdown(report: report).lines)
        case .html: write(bytes: Array(ReportHTML(report: report).text.utf8))
        }
    }
}
