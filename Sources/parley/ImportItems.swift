import Archive
import Intake
import Synchronization

/// The documents under some paths, opened one after the other as the import asks for them, so
/// that a folder or a file of any size needs little memory. Lists of feeds among them are no
/// items; they go to `besides`.
struct ImportItems: Sequence, Sendable {
    /// Files, folders, or "-" for standard input.
    var paths: [String]
    var statement = RawDocument.Statement()
    /// What is met beside articles.
    let besides = Besides()

    func makeIterator() -> Iterator { Iterator(paths: paths, statement: statement, besides) }

    /// Feeds out of lists, and what was skipped, gathered while another thread iterates.
    final class Besides: Sendable {
        private let gathered = Mutex<(feeds: [FeedList.Item], notes: [String])>(([], []))

        var feeds: [FeedList.Item] { gathered.withLock { $0.feeds } }
        /// A sentence for each file of which something was skipped.
        var notes: [String] { gathered.withLock { $0.notes } }

        func add(_ list: FeedList) { gathered.withLock { $0.feeds += list.feeds } }

        func add(_ reader: FileReader) {
            guard let note = reader.note else { return }
            gathered.withLock { $0.notes.append(note) }
        }
    }

    struct Iterator: IteratorProtocol {
        private var paths: ArraySlice<String>
        private var files: ArraySlice<Result<String, IntakeError>> = []
        private var reader: FileReader?
        private let statement: RawDocument.Statement
        private let besides: Besides

        init(paths: [String], statement: RawDocument.Statement, _ besides: Besides) {
            self.paths = paths[...]
            self.statement = statement
            self.besides = besides
        }

        mutating func next() -> ImportItem? {
            while true {
                if let document = reader?.next() {
                    switch document {
                    case .success(let document):
                        if let item = item(document) { return item }
                        continue
                    case .failure(let error): return failure(error)
                    }
                }
                if let reader { besides.add(reader) }
                reader = nil
                if let file = files.popFirst() {
                    switch file {
                    case .success(let path):
                        reader = FileReader(path: path, stated: statement)
                    case .failure(let error): return failure(error)
                    }
                } else if let path = paths.popFirst() {
                    if path == "-" {
                        reader = FileReader(standardInput: statement)
                    } else {
                        files = Folder.files(under: path)[...]
                    }
                } else {
                    return nil
                }
            }
        }

        /// Nil for a list of feeds, which is put aside.
        private func item(_ document: RawDocument) -> ImportItem? {
            do throws(IntakeError) {
                guard let list = try DocumentReader().feedList(in: document) else {
                    return .document(document)
                }
                besides.add(list)
                return nil
            } catch {
                return failure(error)
            }
        }

        private func failure(_ error: IntakeError) -> ImportItem {
            .failure(name: error.name, message: error.description)
        }
    }
}

extension Archive {
    /// Imports the articles among the items and keeps the feeds of their lists; how many of those
    /// are new.
    func importAll(
        _ items: ImportItems, progress: @Sendable (ImportProgress) -> Void = { _ in }
    ) async throws -> (summary: ImportSummary, feeds: Int) {
        let summary = try await importArticles(items, reading: articles(in:), progress: progress)
        let feeds = items.besides.feeds
        return (summary, feeds.isEmpty ? 0 : try await addFeeds(feeds))
    }
}
