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
            parley:articles?q=nato or parley:compare?a=1bee&b=83430.
            """)

    @Argument(help: "An article's id or a screen's address.")
    var address: String

    @Flag(help: "Print one JSON document (articles, articles?q= and compare).")
    var json = false

    @Flag(help: "With an article: also the rule, the words and the confidence of each finding.")
    var why = false

    @OptionGroup var corpus: CorpusOptions

    func run() throws {
        let archive = try corpus.openArchive(fillsNew: true)
        let place = Address(address) ?? .article(address, sentence: nil)
        if Address(address) == nil, address.hasPrefix("parley:") {
            throw CommandFailure("\(address): names no screen.", status: 2)
        }
        let page = try ScreenPrinter(archive: archive, withReasons: why).page(of: place)
        if json {
            guard let document = page.json else {
                throw CommandFailure("\(address): is printed as text only so far.", status: 2)
            }
            Console.write(document)
        } else {
            Console.write(lines: page.lines)
        }
    }
}
