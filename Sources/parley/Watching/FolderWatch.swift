import Glibc
import Intake

/// A folder and all folders in it, watched; what happens there becomes `FolderChanges`.
///
/// Hidden entries and links are passed over as an import does. Used by one thread.
struct FolderWatch {
    /// Without links and dots.
    let root: String
    private let inotify: Inotify
    private var paths: [Int32: String] = [:]
    private var numbers: [String: Int32] = [:]
    /// Folders that cannot be watched, each a sentence; taken by whoever tells of them.
    var complaints: [String] = []
    /// The folder itself is no longer there.
    private(set) var isGone = false

    /// Watches from now on. Throws when `root` cannot be watched at all.
    init(_ root: String) throws(CommandFailure) {
        self.root = root
        inotify = try Inotify()
        watch(root)
        if numbers.isEmpty { throw CommandFailure(complaints) }
    }

    var descriptor: Int32 { inotify.descriptor }

    /// Watches `folder` and those in it. Whoever lists its files after this misses none.
    private mutating func watch(_ folder: String) {
        var folders = [folder]
        while let folder = folders.popLast() {
            guard let number = inotify.add(folder) else {
                if errno != ENOENT && errno != ENOTDIR {
                    complaints.append("\(folder): cannot be watched: \(Inotify.reason).")
                }
                continue
            }
            paths[number] = folder
            numbers[folder] = number
            folders += Folder.folders(in: folder)
        }
    }

    /// Watches no longer what was at `folder`, wherever it is now.
    private mutating func unwatch(_ folder: String) {
        for (path, number) in numbers where path == folder || path.hasPrefix(folder + "/") {
            inotify.remove(number)
            numbers[path] = nil
            paths[number] = nil
        }
    }

    /// Adds what has happened since it was last asked.
    mutating func gather(into changes: inout FolderChanges) {
        for event in inotify.events() { take(event, &changes) }
        if changes.isIncomplete { watch(root) }
    }

    private mutating func take(_ event: Inotify.Event, _ changes: inout FolderChanges) {
        if event.has(IN_Q_OVERFLOW) { return changes.lostEvents() }
        guard let folder = paths[event.folder] else { return }
        if event.has(IN_IGNORED) {
            paths[event.folder] = nil
            if numbers[folder] == event.folder { numbers[folder] = nil }
        }
        guard !event.name.isEmpty else {
            if folder == root, event.has(IN_DELETE_SELF) || event.has(IN_MOVE_SELF) {
                isGone = true
            }
            return
        }
        if Folder.isPassedOver(name: event.name) {
            // An editor's way to write: what was put in the place of the file is told of itself.
            return
        }
        let path = Folder.joined(folder, event.name)
        if event.has(IN_ISDIR) {
            takeFolder(event, path, &changes)
        } else {
            takeFile(event, path, &changes)
        }
    }

    private mutating func takeFolder(
        _ event: Inotify.Event, _ path: String, _ changes: inout FolderChanges
    ) {
        if event.has(IN_CREATE) {
            watch(path)
            changes.came(path)
        } else if event.has(IN_MOVED_TO) {
            unwatch(path)
            watch(path)
            changes.arrived(path, isFolder: true, cookie: event.cookie)
        } else if event.has(IN_MOVED_FROM) {
            unwatch(path)
            changes.left(path, cookie: event.cookie)
        } else if event.has(IN_DELETE) {
            changes.deleted(path)
        }
    }

    private func takeFile(
        _ event: Inotify.Event, _ path: String, _ changes: inout FolderChanges
    ) {
        if event.has(IN_CLOSE_WRITE) {
            changes.wrote(path)
        } else if event.has(IN_MOVED_TO) {
            changes.arrived(path, isFolder: false, cookie: event.cookie)
        } else if event.has(IN_MOVED_FROM) {
            changes.left(path, cookie: event.cookie)
        } else if event.has(IN_DELETE) {
            changes.deleted(path)
        } else if event.has(IN_CREATE), FolderWatch.isLink(path) {
            // A second name of a finished file, or a link: nobody will write and close it.
            changes.wrote(path)
        }
    }

    private static func isLink(_ path: String) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else { return false }
        return status.st_mode & S_IFMT == S_IFLNK || status.st_nlink > 1
    }

    /// Whether somebody has the file open for writing; its closing will be told. False where the
    /// system does not say: a lease to read is given only on what nobody writes (`fcntl(2)`).
    static func isBeingWritten(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        let setLease: Int32 = 1024
        if fcntl(descriptor, setLease, Int32(F_RDLCK)) == 0 {
            _ = fcntl(descriptor, setLease, Int32(F_UNLCK))
            return false
        }
        return errno == EAGAIN
    }
}
