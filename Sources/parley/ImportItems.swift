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
    /// The paths are files that were met in a folder, not named by a person.
    var areFound = false
    /// Files in folders that are left out without a word.
    var passesOver: @Sendable (String) -> Bool = { _ in false }
    /// Asked before each item: nothing more is to be read.
    var isOver: @Sendable () -> Bool = { false }
    /// What is met beside articles.
    let besides = Besides()

    func makeIterator() -> Iterator { Iterator(self) }

    /// Feeds out of lists, and what was skipped, gathered while another thread iterates.
    final class Besides: Sendable {
        private let gathered = Mutex<(feeds: [FeedList.Item], notes: [String])>(([], []))

        var feeds: [FeedList.Item] { gathered.withLock { $0.feeds } }
        /// A sentence for each file of which something was skipped.
        var notes: [String] { gathered.withLock { $0.notes } }

        private let reached = Mutex<Double?>(nil)

        /// The part of the paths, of their files and of the bytes of those that was read so far;
        /// nil where nobody can know it, as of a pipe.
        var share: Double? {
            get { reached.withLock { $0 } }
            set { reached.withLock { $0 = newValue } }
        }

        func add(_ list: FeedList) { gathered.withLock { $0.feeds += list.feeds } }

        func add(_ reader: FileReader) {
            guard let note = reader.note else { return }
            gathered.withLock { $0.notes.append(note) }
        }
    }

    struct Iterator: IteratorProtocol {
        private var paths: ArraySlice<String>
        private var files: FolderWalk?
        private var reader: FileReader?
        private let statement: RawDocument.Statement
        private let areFound: Bool
        private let passesOver: @Sendable (String) -> Bool
        private let isOver: @Sendable () -> Bool
        private let besides: Besides
        /// The path whose files are being read.
        private var given = ""
        private let pathCount: Int
        /// Of the path that is being read, as it was before the first was read.
        private var fileCount = 0
        private var filesMet = 0

        init(_ items: ImportItems) {
            paths = items.paths[...]
            pathCount = items.paths.count
            statement = items.statement
            areFound = items.areFound
            passesOver = items.passesOver
            isOver = items.isOver
            besides = items.besides
        }

        mutating func next() -> ImportItem? {
            if isOver() { return nil }
            defer { besides.share = share }
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
                if let file = files?.next() {
                    filesMet += 1
                    switch file {
                    case .success(let path):
                        let isFound = areFound || path != given
                        if isFound, passesOver(path) { continue }
                        reader = FileReader(path: path, found: isFound, stated: statement)
                    case .failure(let error): return failure(error)
                    }
                } else if let path = paths.popFirst() {
                    begin(path)
                } else {
                    return nil
                }
            }
        }

        private mutating func begin(_ path: String) {
            filesMet = 0
            if path == "-" {
                (files, fileCount) = (nil, 0)
                reader = FileReader(standardInput: statement)
            } else {
                given = path
                files = FolderWalk(path)
                // Walked twice: once to know how far it is, and holding nothing.
                fileCount = FolderWalk(path).reduce(0) { count, _ in count + 1 }
            }
        }

        /// Every path counts alike, every file of a path, every byte of a file.
        private var share: Double? {
            guard pathCount > 0 else { return nil }
            var done = Double(pathCount - paths.count)
            if fileCount > 0 {
                var left = Double(Swift.max(0, fileCount - filesMet))
                if let reader {
                    guard let size = reader.size else { return nil }
                    left += 1 - Double(reader.bytesRead) / Double(Swift.max(1, size))
                }
                done -= left / Double(fileCount)
            } else if reader != nil {
                return nil
            }
            return Swift.max(0, done / Double(pathCount))
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
        _ items: ImportItems, progress: @Sendable (ImportProgress) -> Void = { _ in },
        telling: (@Sendable (ImportChange) -> Void)? = nil
    ) async throws -> (summary: ImportSummary, feeds: Int) {
        let summary = try await importArticles(
            items, reading: articles(in:), progress: progress, telling: telling)
        let feeds = items.besides.feeds
        return (summary, feeds.isEmpty ? 0 : try await addFeeds(feeds))
    }
}
