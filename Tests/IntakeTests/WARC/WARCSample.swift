import Foundation

/// Web archives made for a test.
enum WARCSample {
    static func page(_ title: String) -> String {
        """
        <html><head><title>\(title)</title></head><body><article><h1>\(title)</h1>
        <p>The harbour board met on Tuesday and spoke of \(title) for two hours, the clerk said.</p>
        <p>Nobody else came, and the harbour master closed the meeting before the tide was in.</p>
        </article></body></html>
        """
    }

    static func answer(_ body: [UInt8], _ headers: String...) -> [UInt8] {
        let head = ["HTTP/1.1 200 OK", "Content-Type: text/html; charset=utf-8"] + headers
        return Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body
    }

    static func record(
        _ block: [UInt8], type: String = "response", url: String = "https://quay.example/1",
        content: String = "application/http; msgtype=response", length: Int? = nil,
        version: String = "1.1"
    ) -> [UInt8] {
        let head = [
            "WARC/\(version)", "WARC-Type: \(type)", "WARC-Target-URI: \(url)",
            "Content-Type: \(content)", "Content-Length: \(length ?? block.count)",
        ]
        return Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8) + block
            + Array("\r\n\r\n".utf8)
    }

    static func pageRecord(_ title: String, version: String = "1.1") -> [UInt8] {
        record(answer(Array(page(title).utf8)), version: version)
    }

    /// What gzip makes of them; the tool is on every system that has a shell.
    static func gzipped(_ bytes: [UInt8]) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data(bytes).write(to: folder)
        defer { try? FileManager.default.removeItem(at: folder) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-c", folder.path()]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let packed = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Array(packed)
    }
}
