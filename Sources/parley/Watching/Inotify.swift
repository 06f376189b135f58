import Glibc

/// What the system tells of files that change (`inotify(7)`), for folders one by one.
///
/// A class because it owns a descriptor; used by one thread.
final class Inotify {
    /// Something that happened in a folder, or to it.
    struct Event: Equatable {
        /// The folder's number; -1 when events were lost.
        var folder: Int32
        var mask: UInt32
        /// The same for both halves of a renaming; 0 otherwise.
        var cookie: UInt32
        /// In the folder; empty when it happened to the folder itself.
        var name: String

        func has(_ bit: Int32) -> Bool { mask & UInt32(bit) != 0 }
    }

    let descriptor: Int32
    private static let wanted = UInt32(
        IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE
            | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

    /// Throws the system's words.
    init() throws(CommandFailure) {
        descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
        if descriptor < 0 { throw CommandFailure("Folders cannot be watched: \(Inotify.reason).") }
    }

    deinit { close(descriptor) }

    /// The number of the folder at `path`; nil where it cannot be watched, and then `reason` says
    /// why.
    func add(_ path: String) -> Int32? {
        let number = inotify_add_watch(descriptor, path, Inotify.wanted)
        return number < 0 ? nil : number
    }

    /// Nothing more is told of the folder.
    func remove(_ folder: Int32) {
        _ = inotify_rm_watch(descriptor, folder)
    }

    /// Of the call that has just failed.
    static var reason: String {
        errno == ENOSPC
            ? "the system watches no more folders (fs.inotify.max_user_watches)"
            : String(cString: strerror(errno))
    }

    /// All that has happened since; empty when nothing did.
    func events() -> [Event] {
        var events: [Event] = []
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count <= 0 { return events }
            events += Inotify.events(in: Array(buffer[..<count]))
        }
    }

    /// Reads `struct inotify_event` after the other: four numbers and a name padded by zeros.
    static func events(in bytes: [UInt8]) -> [Event] {
        var events: [Event] = []
        var start = 0
        while start + 16 <= bytes.count {
            let numbers = bytes.withUnsafeBytes { memory in
                (0..<4).map {
                    memory.loadUnaligned(fromByteOffset: start + 4 * $0, as: UInt32.self)
                }
            }
            let end = start + 16 + Int(numbers[3])
            guard end <= bytes.count else { break }
            let name = bytes[start + 16..<end].prefix { $0 != 0 }
            events.append(
                Event(
                    folder: Int32(bitPattern: numbers[0]), mask: numbers[1], cookie: numbers[2],
                    name: String(decoding: name, as: UTF8.self)))
            start = end
        }
        return events
    }
}
