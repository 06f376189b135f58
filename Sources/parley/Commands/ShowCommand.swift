import Analysis
import Archive
import ArgumentParser
import Queries

/// One article or one screen, printed.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print an article with its findings, or any screen.",
        discussion: """
            Takes the beginning of an article's id, or an address such as parley:actor/umerov, \
            parley:articles?q=nato or parley:compare?a=1bee&b=83430. docs/exports.md says what \
            each format holds.
            """)

    @Argument(help: "An article's id or a screen's address.")
    var address: String

    @OptionGroup var output: FormatOptions

    @Flag(help: "As text: also the rule and confidence of each finding and what it rests on.")
    var why = false

    @Flag(help: "What was edited in the article since it was first held.")
    var history = false

    @OptionGroup var corpus: CorpusOptions

    func run() throws {
        var place = Address(address) ?? .article(address, sentence: nil)
        if history {
            guard case .article(let id, _) = place else {
                throw CommandFailure("\(address): only an article has a history.", status: 2)
            }
            place = .history(id)
        }
        if Address(address) == nil, address.hasPrefix("parley:") {
            throw CommandFailure("\(address): names no screen.", status: 2)
        }
        let archive = try corpus.choice.openArchive(fillsNew: true)
        let page = try ScreenPrinter(archive: archive).page(of: place)
        Console.write(
            page.report, as: output.format, document: page.document, withDetails: why)
    }
}
