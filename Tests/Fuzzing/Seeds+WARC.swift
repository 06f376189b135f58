extension Seeds {
    /// Web archives, plain and packed by member.
    static let archives: [[UInt8]] = {
        let answered = Seeds.pages.map { page in
            Array("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n".utf8) + page
        }
        let chunked =
            Array(
                """
                HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n\
                2c\r\n<p>The harbour board met on Tuesday, it said\r\n10;x=y\r\n and went home.</\r\n\
                2\r\np>\r\n0\r\nTrailer: 1\r\n\r\n
                """.utf8)
        let info = record("warcinfo", Array("software: hand\r\n".utf8), "application/warc-fields")
        let answers = (answered + [chunked]).map {
            record("response", $0, "application/http; msgtype=response")
        }
        let resource = record("resource", Seeds.pages[0], "text/html")
        return [
            info + answers.joined() + resource, Array(answers.joined()),
            ([info] + answers).flatMap { gzipped($0) }, gzipped(info + answers[0]),
        ]
    }()

    static let archiveWords =
        bytes([
            "WARC/1.0\r\n", "WARC/1.1\r\n", "Content-Length: ", "Content-Length: 4294967297\r\n",
            "WARC-Type: response\r\n", "WARC-Type: revisit\r\n",
            "WARC-Target-URI: https://x.example/\r\n",
            "HTTP/1.1 200 OK\r\n", "HTTP/1.1 999\r\n", "Transfer-Encoding: chunked\r\n",
            "Content-Encoding: gzip\r\n", "Content-Encoding: deflate\r\n", "\r\n\r\n", "0\r\n\r\n",
            "ffffffffffffffff\r\n", "Content-Type: text/html; charset=\"", "\r\n ", ": ",
        ]) + [gzipped(Array("<p>Packed.</p>".utf8)), [0x1F, 0x8B, 8, 0xFF, 0, 0, 0, 0, 0, 3]]

    private static func record(_ type: String, _ block: [UInt8], _ content: String) -> [UInt8] {
        let head = """
            WARC/1.1\r\nWARC-Type: \(type)\r\nWARC-Target-URI: https://quay.example/1\r\n\
            Content-Type: \(content)\r\nContent-Length: \(block.count)\r\n\r\n
            """
        return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
    }

    /// One member of gzip whose blocks are stored (RFC 1951, 3.2.4; RFC 1952).
    static func gzipped(_ bytes: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
        for start in stride(from: 0, to: max(1, bytes.count), by: 0xFFFF) {
            let end = min(bytes.count, start + 0xFFFF)
            packed.append(end == bytes.count ? 1 : 0)
            packed += little(UInt32(end - start), 2) + little(~UInt32(end - start), 2)
            packed += bytes[start..<end]
        }
        return packed + little(checksum(bytes), 4) + little(UInt32(bytes.count), 4)
    }

    private static func little(_ value: UInt32, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
        }
        return ~sum
    }
}
