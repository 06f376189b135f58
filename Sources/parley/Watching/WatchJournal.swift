import Archive
import Screens

/// What a watch tells: a line, or a JSON object, for each change, in order.
struct WatchJournal: Sendable {
    var asJSON: Bool

    /// What happened to one article or file.
    enum Event: String, Sendable {
        case added, updated, removed, moved
        /// The file is gone, its articles stay.
        case gone
        /// Everything before this is done; now the folder is waited for.
        case watching, failed, feeds
    }

    func tell(_ change: ImportChange) {
        tell(
            change.kind == .added ? .added : .updated, change.origin, change.heading,
            [("id", .string(change.id)), ("title", .string(change.heading))])
    }

    /// `details` is for people, `fields` for programs.
    func tell(
        _ event: Event, _ path: String, _ details: String? = nil,
        _ fields: [(String, JSON)] = []
    ) {
        if asJSON {
            let head = [("event", JSON.string(event.rawValue)), ("path", .string(path))]
            return Console.write(.object(head + fields))
        }
        let name = Sanitiser.visible(path)
        let words = details.map { ": " + Sanitiser.visible($0) } ?? ""
        Console.write("\(event.rawValue) \(name)\(words)")
    }

    /// To standard error, and as JSON besides.
    func fail(_ name: String, _ message: String) {
        Console.complain(message)
        if asJSON { tell(.failed, name, nil, [("reason", .string(message))]) }
    }
}
