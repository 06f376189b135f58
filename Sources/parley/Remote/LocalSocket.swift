import Glibc

/// A socket of this machine that has a path, or one end of a connection to it. Closed when nobody
/// holds it any more.
///
/// A class because it owns a descriptor of the system; one thread at a time uses it.
final class LocalSocket: Sendable {
    /// Why there is none, with the system's error number.
    struct Failure: Error {
        var number: Int32
    }

    private let descriptor: CInt

    private init(_ descriptor: CInt) throws(Failure) {
        guard descriptor >= 0 else { throw Failure(number: errno) }
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Takes connections at a path where nothing is yet.
    static func listening(at path: String) throws(Failure) -> LocalSocket {
        let new = try LocalSocket(made())
        guard new.at(path, bind) == 0, chmod(path, 0o600) == 0, listen(new.descriptor, 8) == 0
        else { throw Failure(number: errno) }
        return new
    }

    /// A connection to what listens at a path. `ECONNREFUSED` says that nobody does any more.
    static func connected(to path: String) throws(Failure) -> LocalSocket {
        let new = try LocalSocket(made())
        guard new.at(path, connect) == 0 else { throw Failure(number: errno) }
        return new
    }

    /// Waits for the next connection of this person's; nil when there will be none.
    func accepted() -> LocalSocket? {
        while true {
            let end = accept(descriptor, nil, nil)
            if end < 0, errno == EINTR || errno == ECONNABORTED { continue }
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            guard let visitor = try? LocalSocket(end) else { return nil }
            if visitor.user == getuid() { return visitor }
        }
    }

    /// Makes `accepted` on another thread return nil.
    func stopAccepting() { _ = shutdown(descriptor, CInt(SHUT_RDWR)) }

    /// From now on neither reading nor writing takes longer than this.
    func limit(seconds: Int) {
        var time = timeval(tv_sec: seconds, tv_usec: 0)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(
                descriptor, SOL_SOCKET, option, &time, socklen_t(MemoryLayout<timeval>.size))
        }
    }

    /// All that comes until the other end is done; nil when it is more than `most` bytes or takes
    /// too long.
    func readAll(most: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(descriptor, &piece, piece.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count >= 0, bytes.count + count <= most else { return nil }
            if count == 0 { return bytes }
            bytes += piece[..<count]
        }
    }

    /// Writes everything and says that no more will come; false when the other end is gone.
    @discardableResult func writeAll(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, CInt(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return shutdown(descriptor, CInt(SHUT_WR)) == 0
    }

    /// Writes everything if that can be done without waiting; false otherwise.
    func writeAtOnce(_ bytes: [UInt8]) -> Bool {
        let count = send(
            descriptor, bytes, bytes.count, CInt(MSG_NOSIGNAL) | CInt(MSG_DONTWAIT))
        return count == bytes.count
    }

    /// Hands over each line as it comes, without its end, until the other end is done or a line is
    /// longer than `most` bytes; however long that takes.
    func readLines(most: Int, _ body: (String) -> Void) {
        limit(seconds: 0)
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 4096)
        while bytes.count <= most {
            let count = recv(descriptor, &piece, piece.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            bytes += piece[..<count]
            while let end = bytes.firstIndex(of: 0x0A) {
                body(String(decoding: bytes[..<end], as: UTF8.self))
                bytes.removeSubrange(...end)
            }
        }
    }

    private static func made() -> CInt {
        socket(AF_UNIX, CInt(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    }

    /// Whose process is at the other end; nil when the system does not say. `struct ucred` is one
    /// that Glibc shows to GNU C alone.
    private var user: uid_t? {
        var peer: (process: pid_t, user: uid_t, group: gid_t) = (0, 0, 0)
        var size = socklen_t(MemoryLayout.size(ofValue: peer))
        let isKnown = getsockopt(descriptor, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0
        return isKnown ? peer.user : nil
    }

    /// Calls `bind` or `connect` with the path as the system wants it.
    private func at(
        _ path: String, _ call: (CInt, UnsafePointer<sockaddr>, socklen_t) -> CInt
    ) -> CInt {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard path.utf8.count < room else {
            errno = ENAMETOOLONG
            return -1
        }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                call(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}
