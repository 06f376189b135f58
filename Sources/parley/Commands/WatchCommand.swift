import Archive
import ArgumentParser
import CMemory
import Glibc
import Intake

/// Keeps an archive in step with a folder.
struct WatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch", abstract: "Keep the archive in step with a folder.",
        discussion: """
            Takes in what the folder and the folders in it hold, as parley import does, then waits \
            for files that are made, changed, renamed or deleted there, and tells of each change \
            in a line. A file is read when its writer has closed it. An article stays when its \
            file is deleted, unless --remove is given. Ctrl-C ends it. The archive may be browsed \
            meanwhile.
            """)

    @Argument(help: "The folder.")
    var folder: String

    @Flag(help: "Take articles out when the file that they came from is deleted.")
    var remove = false

    @Flag(help: "Print one JSON object a line.")
    var json = false

    @OptionGroup var document: DocumentOptions
    @OptionGroup var corpus: CorpusOptions

    func run() throws {
        parley_memory_piece_by_piece()
        guard let root = Folder.realPath(folder), Folder.isFolder(root) else {
            throw CommandFailure("\(folder): is no folder.")
        }
        let stop = try StopSignals()
        // Somebody who opens a file while it is looked at would otherwise end the program.
        signal(SIGIO, SIG_IGN)
        let archive = try corpus.choice.openArchive()
        var watch = try FolderWatch(root)
        let journal = WatchJournal(asJSON: json)
        let keeper = FolderKeeper(
            archive: archive, journal: journal, statement: document.statement, removes: remove,
            root: root)
        do {
            let summary = try keeper.readAll(ProgressMeter())
            tell(&watch, journal)
            try StopSignals.endIfCome()
            journal.tell(
                .watching, root, ImportCommand.sentence(summary),
                [
                    ("added", .integer(summary.added)), ("updated", .integer(summary.updated)),
                    ("unchanged", .integer(summary.unchanged)),
                    ("failed", .integer(summary.failed.count)),
                ])
            try keep(&watch, keeper, stop)
        } catch let end as WatchEnd {
            if end.signal != SIGTERM { throw CommandFailure([], status: 128 + end.signal) }
        }
    }

    private func tell(_ watch: inout FolderWatch, _ journal: WatchJournal) {
        for complaint in watch.complaints { journal.fail(watch.root, complaint) }
        watch.complaints = []
    }

    /// Waits for the folder, and for it to be quiet, until a signal comes. Nothing else wakes it.
    private func keep(
        _ watch: inout FolderWatch, _ keeper: FolderKeeper, _ stop: StopSignals
    ) throws {
        var changes = FolderChanges()
        var since = ContinuousClock.now
        while true {
            let isWaiting = !changes.isEmpty
            let wait = Wait.forInput(
                [watch.descriptor, stop.descriptor],
                milliseconds: isWaiting ? WatchCommand.quiet : -1)
            try StopSignals.endIfCome()
            let before = changes
            watch.gather(into: &changes)
            tell(&watch, keeper.journal)
            if watch.isGone { throw CommandFailure("\(watch.root): the folder is gone.") }
            if before.isEmpty { since = .now }
            let isQuiet = wait == .nothing
            guard !changes.isEmpty, isQuiet || .now - since > WatchCommand.longest else { continue }
            let due = changes
            changes = FolderChanges()
            try keeper.take(due)
        }
    }

    /// A folder is quiet when nothing was told of it for this many milliseconds: an editor that
    /// writes by renaming is then done.
    private static let quiet: Int32 = 60
    /// A folder that never is quiet is looked at this often.
    private static let longest = Duration.seconds(2)
}

/// Waiting for something to read.
enum Wait {
    case input, nothing

    /// Until one of the descriptors can be read, or the time is over; for ever when it is below 0.
    static func forInput(_ descriptors: [Int32], milliseconds: Int32) -> Wait {
        var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        return poll(&polled, nfds_t(polled.count), milliseconds) > 0 ? .input : .nothing
    }
}
