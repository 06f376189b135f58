import ArgumentParser
import Intake

/// What a caller may state of the documents it names.
struct DocumentOptions: ParsableArguments {
    @Option(help: "How to read them: auto, text, markdown, html, feed, opml, jsonl or warc.")
    var format: RawDocument.Format = .automatic

    @Option(help: "The outlet that published them.")
    var outlet: String?

    @Option(help: "When they were published: 2025-12-02, 2025-12 or 2025, with ~ for about.")
    var published: PublicationDate?

    var statement: RawDocument.Statement {
        RawDocument.Statement(format: format, outlet: outlet, published: published)
    }
}

extension RawDocument.Format: ExpressibleByArgument {}

extension PublicationDate: ExpressibleByArgument {
    package init?(argument: String) {
        self.init(edtf: argument)
    }
}
