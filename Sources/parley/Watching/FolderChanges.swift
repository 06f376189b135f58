/// What is to be done about a folder once it is quiet: gathered from events, a value.
struct FolderChanges: Equatable {
    struct Move: Hashable {
        var from: String
        var to: String
    }

    /// Files to read again.
    private(set) var files: Set<String> = []
    /// Folders all of whose files are to be read.
    private(set) var folders: Set<String> = []
    /// What is no longer where it was; a folder stands for all in it.
    private(set) var gone: Set<String> = []
    /// In order.
    private(set) var moves: [Move] = []
    /// Events were lost: everything is to be looked at again.
    private(set) var isIncomplete = false
    /// What went away and may turn up elsewhere, by the number that both halves share.
    private var leaving: [UInt32: String] = [:]

    var isEmpty: Bool {
        files.isEmpty && folders.isEmpty && gone.isEmpty && moves.isEmpty && !isIncomplete
    }

    /// A file whose writer has closed it.
    mutating func wrote(_ file: String) {
        files.insert(file)
        gone.remove(file)
    }

    /// A folder that was made or came from elsewhere.
    mutating func came(_ folder: String) {
        folders.insert(folder)
        gone.remove(folder)
    }

    mutating func deleted(_ path: String) {
        forget(path)
        gone.insert(path)
    }

    mutating func left(_ path: String, cookie: UInt32) {
        deleted(path)
        leaving[cookie] = path
    }

    /// The other half of a renaming, or something that was not below the folder before.
    mutating func arrived(_ path: String, isFolder: Bool, cookie: UInt32) {
        if let before = leaving.removeValue(forKey: cookie) {
            gone.remove(before)
            moves.append(Move(from: before, to: path))
        }
        if isFolder { came(path) } else { wrote(path) }
    }

    mutating func lostEvents() { isIncomplete = true }

    private mutating func forget(_ path: String) {
        files = files.filter { $0 != path && !$0.hasPrefix(path + "/") }
        folders = folders.filter { $0 != path && !$0.hasPrefix(path + "/") }
    }
}
