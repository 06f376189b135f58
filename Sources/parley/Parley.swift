import ArgumentParser

/// The front door.
@main
struct Parley: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parley", abstract: "Browse, search and compare articles about a negotiation.")
}
