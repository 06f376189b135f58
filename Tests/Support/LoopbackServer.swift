import Foundation
import Glibc
import Synchronization

/// A web server on loopback that answers as a test wants it to, however wrong that is.
///
/// It runs on threads of its own and blocks none of the tests'; it never waits for time to pass,
/// only for the other side. A class because it owns a socket and its threads.
package final class LoopbackServer: Sendable {
    package struct Request: Sendable {
        /// As the first line has it: a path, or a whole address when it is asked as a proxy.
        package var target: String
        /// By names in small letters.
        package var fields: [String: String]
    }

    /// What it does with a request, one after the other; then it closes the connection.
    package enum Step: Sendable {
        case send([UInt8])
        /// Until nobody takes it any more.
        case sendForever([UInt8])
        /// Says nothing until the other side has gone.
        case keepSilent
    }

    package enum Failure: Error { case system(String, Int32) }

    package let host: String
    package let port: UInt16
    private let isSecure: Bool
    private let socket: CInt
    private let received: Received

    /// What was asked, in order. A class because threads share it.
    private final class Received: Sendable {
        let requests = Mutex<[Request]>([])
    }

    /// Listens at an address of loopback: all of `127.0.0.0/8` are. `/robots.txt` is missing
    /// unless `answer` says something about it; an empty answer is a connection that is closed.
    /// With an identity it speaks TLS; as a proxy it speaks TLS with whoever asks it to connect
    /// to a host (RFC 9110, 9.3.6), and is that host, of the name that the identity has.
    package init(
        host: String = "127.0.0.1", identity: TLSIdentity? = nil, asProxy far: TLSIdentity? = nil,
        _ answer: @escaping @Sendable (Request) -> [Step]?
    ) throws {
        let (socket, port) = try LoopbackServer.listen(at: host)
        let received = Received()
        (self.host, self.port, self.socket, self.received) = (host, port, socket, received)
        isSecure = identity != nil
        Thread {
            while true {
                let connection = accept(socket, nil, nil)
                if connection < 0 { break }
                Thread {
                    if let wire = LoopbackServer.wire(connection, identity, far) {
                        LoopbackServer.serve(wire, received, answer)
                    }
                    close(connection)
                }.start()
            }
            close(socket)
        }.start()
    }

    deinit { shutdown(socket, Int32(SHUT_RDWR)) }

    package var root: String { "http\(isSecure ? "s" : "")://\(host):\(port)" }
    package var requests: [Request] { received.requests.withLock { $0 } }
    /// What was asked for, without rules for programs.
    package var targets: [String] { requests.map(\.target).filter { $0 != "/robots.txt" } }

    private static func listen(at host: String) throws -> (CInt, UInt16) {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { throw Failure.system("socket", errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        inet_pton(AF_INET, host, &address.sin_addr)
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(socket, pointer, size) == 0 && Glibc.listen(socket, 64) == 0
                    && getsockname(socket, pointer, &size) == 0
            }
        }
        guard isBound else { throw Failure.system("bind", errno) }
        return (socket, UInt16(bigEndian: address.sin_port))
    }

    private static func wire(
        _ connection: CInt, _ identity: TLSIdentity?, _ far: TLSIdentity?
    ) -> LoopbackWire? {
        guard let far else { return LoopbackWire(connection, identity) }
        guard let near = LoopbackWire(connection, identity), request(near) != nil,
            near.write(Array("HTTP/1.1 200 Connected\r\n\r\n".utf8))
        else { return nil }
        return LoopbackWire(connection, far)
    }

    private static func serve(
        _ wire: LoopbackWire, _ received: Received, _ answer: (Request) -> [Step]?
    ) {
        guard let request = request(wire) else { return }
        received.requests.withLock { $0.append(request) }
        let missing = [Step.send(bytes("404 Not Found", [:], ""))]
        let isRobots = request.target.hasSuffix("/robots.txt")
        for step in answer(request) ?? (isRobots ? missing : []) {
            switch step {
            case .send(let bytes): _ = wire.write(bytes)
            case .sendForever(let bytes): while wire.write(bytes) {}
            case .keepSilent: while wire.read() != nil {}
            }
        }
        // Closing at once would tear away what was not read yet.
        wire.finish()
        while wire.read() != nil {}
    }

    private static func request(_ wire: LoopbackWire) -> Request? {
        var bytes: [UInt8] = []
        while bytes.firstRange(of: Array("\r\n\r\n".utf8)) == nil {
            guard let piece = wire.read() else { return nil }
            bytes += piece
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count == 3 else { return nil }
        var fields: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            fields[line[..<colon].lowercased()] = line[colon...].dropFirst(2).description
        }
        return Request(target: String(words[1]), fields: fields)
    }

    // MARK: Answers

    /// An answer with the length of its body, unless the fields state one.
    package static func bytes(
        _ status: String, _ fields: [String: String], _ body: [UInt8]
    ) -> [UInt8] {
        var lines = ["HTTP/1.1 \(status)"]
        var all = fields
        all["Content-Length"] = fields["Content-Length"] ?? String(body.count)
        if fields["Transfer-Encoding"] != nil { all["Content-Length"] = nil }
        lines += all.map { "\($0): \($1)" }.sorted()
        return Array((lines + ["Connection: close", "", ""]).joined(separator: "\r\n").utf8) + body
    }

    package static func bytes(
        _ status: String, _ fields: [String: String], _ body: String
    ) -> [UInt8] {
        bytes(status, fields, Array(body.utf8))
    }

    /// A whole answer in one step.
    package static func page(
        _ body: String, _ fields: [String: String] = ["Content-Type": "text/html"]
    ) -> [Step] {
        [.send(bytes("200 OK", fields, body))]
    }

    /// A redirect.
    package static func redirect(to place: String, _ status: String = "302 Found") -> [Step] {
        [.send(bytes(status, ["Location": place], ""))]
    }
}

/// Data packed by gzip (RFC 1951, RFC 1952), without a library.
package enum Gzip {
    private static let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255]

    /// At most 65,535 bytes, in one block that is stored as it is.
    package static func stored(_ bytes: [UInt8]) -> [UInt8] {
        let count = UInt16(bytes.count)
        return head + [1] + little(UInt32(count), 2) + little(UInt32(~count), 2) + bytes
            + little(checksum(bytes), 4) + little(UInt32(bytes.count), 4)
    }

    /// A block that gives `runs` times 258 zeros out of 13 bits each, and never ends.
    package static func bomb(runs: Int) -> [UInt8] {
        var bits: [Bool] = [false, true, false]  // Not the last block; fixed codes.
        bits += [false, false, true, true, false, false, false, false]  // A zero.
        // 258 bytes (symbol 285: 11000101), from one byte back (distance 0: 00000).
        let run: [Bool] =
            [true, true, false, false, false, true, false, true]
            + Array(repeating: false, count: 5)
        for _ in 0..<runs { bits += run }
        return head
            + stride(from: 0, to: bits.count, by: 8).map { start in
                bits[start..<min(start + 8, bits.count)].enumerated().reduce(0 as UInt8) {
                    $0 | ($1.element ? 1 << UInt8($1.offset) : 0)
                }
            }
    }

    private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(value >> (8 * UInt32($0)) & 255) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = ~0
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum >> 1 ^ (sum & 1 == 0 ? 0 : 0xEDB8_8320) }
        }
        return ~sum
    }
}
