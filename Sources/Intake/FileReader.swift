import Glibc

/// Reads one file, or standard input, as raw documents: pull `next()` until it gives nil.
///
/// A text, Markdown or other document is one raw document; a JSON Lines file gives one a line,
/// numbered, and is streamed: a file of any size needs a buffer of 256 KiB and one line of
/// memory. Documents and lines over `DocumentReader.largestArticle` are refused, regular files
/// before they are read. Holds the file open, so it is a class; use it from one task at a time.
package final class FileReader {
    private enum Stage {
        case unopened
        case lines(LineReader)
        case done
    }

    private let path: String?
    private let name: String
    private let stated: RawDocument.Statement
    private var descriptor: Int32 = -1
    private var stage = Stage.unopened

    /// How many bytes the file has, once `next()` was called; nil for a pipe. For progress.
    package private(set) var size: Int?
    /// How many bytes of it were handed on or skipped so far.
    package private(set) var bytesRead = 0

    /// Opens nothing until `next()` is called; `stated` goes with every document.
    package init(path: String, stated: RawDocument.Statement = .init()) {
        self.path = path
        name = path
        self.stated = stated
    }

    /// Reads standard input, named so in messages.
    package init(standardInput stated: RawDocument.Statement = .init()) {
        path = nil
        name = "standard input"
        self.stated = stated
    }

    deinit { close() }

    /// The next document, or why it cannot be read; nil when there is none left.
    package func next() -> Result<RawDocument, IntakeError>? {
        switch stage {
        case .done: return nil
        case .unopened: return start()
        case .lines(var reader):
            stage = .done
            let result = nextLine(&reader)
            if case .some = result { stage = .lines(reader) } else { close() }
            return result
        }
    }

    private func close() {
        if descriptor > 0 { Glibc.close(descriptor) }
        descriptor = -1
    }

    // MARK: Opening

    private func start() -> Result<RawDocument, IntakeError>? {
        stage = .done
        do throws(IntakeError) {
            try open()
            let head = try readHead()
            let format =
                stated.format == .automatic ? DocumentFormat.format(of: head) : stated.format
            if format == .jsonl, !isOneObject(head), WideText.encoding(of: head) == nil {
                stage = .lines(
                    LineReader(
                        descriptor: descriptor, limit: DocumentReader.largestArticle, head: head))
                return next()
            }
            return .success(try whole(head))
        } catch {
            close()
            return .failure(error)
        }
    }

    private func open() throws(IntakeError) {
        guard let path else {
            descriptor = 0
            return
        }
        descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { throw unreadable(ReadFailure.last.reason) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw unreadable(ReadFailure.last.reason) }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: throw unreadable("it is a folder")
        case S_IFREG: size = Int(status.st_size)
        default: break
        }
    }

    /// Enough of the beginning to tell the format, unless the file is shorter.
    private func readHead() throws(IntakeError) -> [UInt8] {
        var head: [UInt8] = []
        while head.count < DocumentFormat.sample {
            let more = try chunk()
            if more.isEmpty { break }
            head += more
        }
        return head
    }

    private func chunk() throws(IntakeError) -> [UInt8] {
        var bytes: [UInt8] = []
        do throws(ReadFailure) {
            try read(descriptor, into: &bytes, atMost: 64 << 10)
        } catch {
            throw unreadable(error.reason)
        }
        return bytes
    }

    private func unreadable(_ reason: String) -> IntakeError {
        .unreadable(name: name, reason: reason)
    }

    // MARK: Whole documents

    private func whole(_ head: [UInt8]) throws(IntakeError) -> RawDocument {
        let limit = DocumentReader.largestArticle
        if let size, size > limit { throw .tooLarge(name: name, bytes: size, limit: limit) }
        var bytes = head
        while true {
            let more = try chunk()
            if more.isEmpty { break }
            bytes += more
            if bytes.count > limit {
                throw .tooLarge(name: name, bytes: bytes.count, limit: limit)
            }
        }
        close()
        bytesRead = bytes.count
        return RawDocument(name: name, bytes: bytes, stated: stated)
    }

    /// Whether the file is small enough to be one object over several lines, and its first line
    /// breaks off before the object is closed. A first line longer than the head is JSON Lines.
    private func isOneObject(_ head: [UInt8]) -> Bool {
        guard let size, size <= DocumentReader.largestArticle,
            let end = head.firstIndex(of: 0x0A)
        else { return false }
        let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var line = JSONScanner(head, start..<end)
        do throws(JSONScanner.Failure) {
            try line.object { _, _ in }
            return false
        } catch {
            return error.byte >= end
        }
    }

    // MARK: JSON Lines

    private func nextLine(_ reader: inout LineReader) -> Result<RawDocument, IntakeError>? {
        do throws(ReadFailure) {
            while let line = try reader.next() {
                bytesRead += line.size + 1
                if line.size > DocumentReader.largestArticle { return .failure(tooLarge(line)) }
                if !line.bytes.contains(where: { $0 > 0x20 }) { continue }
                var lineStated = stated
                lineStated.format = .jsonl
                return .success(
                    RawDocument(
                        name: name, line: line.number, bytes: line.bytes, stated: lineStated))
            }
            return nil
        } catch {
            return .failure(unreadable(error.reason))
        }
    }

    private func tooLarge(_ line: LineReader.Line) -> IntakeError {
        let label = RawDocument(name: name, line: line.number, bytes: []).label
        return .tooLarge(
            name: label, bytes: line.size, limit: DocumentReader.largestArticle)
    }
}
