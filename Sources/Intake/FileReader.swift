import Glibc

/// Reads one file, or standard input, as raw documents: pull `next()` until it gives nil.
///
/// A text, Markdown or other document is one raw document; a JSON Lines file gives one a line and
/// a web archive one a page, numbered, and both are streamed: a file of any size needs a buffer of
/// 256 KiB and one line or page of memory. What gzip has packed is unpacked. Documents and lines
/// over `DocumentReader.largestArticle` are refused, regular files before they are read; feeds,
/// lists and JSON arrays over `DocumentReader.largestCollection`. Holds the file open, so it is a class; use it from one task at a time.
package final class FileReader {
    private enum Stage {
        case unopened
        case lines(LineReader)
        case pages(WARCReader)
        case done
    }

    private let path: String?
    private let name: String
    private let stated: RawDocument.Statement
    private let isFound: Bool
    private var descriptor: Int32 = -1
    private var stage = Stage.unopened
    /// Gives what the file holds, unpacked, and closes over the descriptor.
    private var source: ByteSource = { () throws(ReadFailure) -> [UInt8] in [] }

    /// Whether it is of a kind that holds many articles, once `next()` was called.
    package private(set) var holdsMany = false
    /// How many records of a web archive were no pages.
    package private(set) var skipped = 0
    /// A sentence for the reader when something of the file was skipped.
    package var note: String? {
        switch skipped {
        case 0: nil
        case 1: "\(name): 1 record that holds no page was skipped."
        default: "\(name): \(skipped) records that hold no page were skipped."
        }
    }
    /// How many bytes the file has, once `next()` was called; nil for a pipe. For progress.
    package private(set) var size: Int?
    /// How many bytes of it were read so far.
    package private(set) var bytesRead = 0

    /// Opens nothing until `next()` is called; `stated` goes with every document.
    ///
    /// A path that was `found` in a folder, and not named by a person, is read only when it is a
    /// regular file: no link is followed and no pipe waited for, whatever it was when it was seen.
    package init(path: String, found isFound: Bool = false, stated: RawDocument.Statement = .init())
    {
        self.path = path
        name = path
        self.isFound = isFound
        self.stated = stated
    }

    /// Reads standard input, named so in messages.
    package init(standardInput stated: RawDocument.Statement = .init()) {
        path = nil
        name = "standard input"
        isFound = false
        self.stated = stated
    }

    deinit { close() }

    /// The next document, or why it cannot be read; nil when there is none left.
    package func next() -> Result<RawDocument, IntakeError>? {
        let current = stage
        stage = .done
        switch current {
        case .done: return nil
        case .unopened: return start()
        case .lines(var reader):
            let result = nextLine(&reader)
            if case .some = result { stage = .lines(reader) } else { close() }
            return result
        case .pages(var reader):
            let result = nextPage(&reader)
            if case .success? = result { stage = .pages(reader) } else { close() }
            return result
        }
    }

    private func close() {
        if descriptor > 0 { Glibc.close(descriptor) }
        descriptor = -1
        source = { () throws(ReadFailure) -> [UInt8] in [] }
    }

    // MARK: Opening

    private func start() -> Result<RawDocument, IntakeError>? {
        do throws(IntakeError) {
            try open()
            var head = try readHead()
            let isPacked = head.starts(with: [0x1F, 0x8B])
            if isPacked {
                source = FileReader.unpacked(head, source)
                head = try readHead()
            }
            let format =
                stated.format == .automatic ? DocumentFormat.format(of: head) : stated.format
            if stated.format == .automatic, let kind = DocumentFormat.foreignKind(of: head) {
                throw .unsupported(name: name, format: kind)
            }
            if format == .warc {
                holdsMany = true
                stage = .pages(WARCReader(FileReader.joined(head, source)))
                return next()
            }
            if format == .jsonl { holdsMany = !isOneObject(head, isPacked) }
            if holdsMany, !DocumentFormat.isArray(head), WideText.encoding(of: head) == nil {
                stage = .lines(
                    LineReader(source, limit: DocumentReader.largestArticle, head: head))
                return next()
            }
            return .success(try whole(head, DocumentReader.limit(of: format, head), isPacked))
        } catch {
            close()
            return .failure(error)
        }
    }

    private func open() throws(IntakeError) {
        if let path {
            let care = isFound ? O_NOFOLLOW | O_NONBLOCK : 0
            descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | care)
            if descriptor < 0 { throw unreadable(ReadFailure.last.reason) }
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { throw unreadable(ReadFailure.last.reason) }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: throw unreadable("it is a folder")
            case S_IFREG: size = Int(status.st_size)
            default: if isFound { throw unreadable("it is no regular file") }
            }
        } else {
            descriptor = 0
        }
        source = { [weak self, descriptor] () throws(ReadFailure) -> [UInt8] in
            var bytes: [UInt8] = []
            try read(descriptor, into: &bytes, atMost: 64 << 10)
            self?.bytesRead += bytes.count
            return bytes
        }
    }

    /// `head` and then what `source` gives.
    private static func joined(_ head: [UInt8], _ source: @escaping ByteSource) -> ByteSource {
        var head = head
        return { () throws(ReadFailure) -> [UInt8] in
            if head.isEmpty { return try source() }
            defer { head = [] }
            return head
        }
    }

    private static func unpacked(_ head: [UInt8], _ source: @escaping ByteSource) -> ByteSource {
        let inflated = InflatedSource(joined(head, source))
        return { () throws(ReadFailure) -> [UInt8] in try inflated.next() }
    }

    /// Enough of the beginning to tell the format, unless the file is shorter. A failure behind
    /// some bytes is met again by whoever reads on.
    private func readHead() throws(IntakeError) -> [UInt8] {
        var head: [UInt8] = []
        do throws(IntakeError) {
            while head.count < DocumentFormat.sample {
                let more = try piece()
                if more.isEmpty { break }
                head += more
            }
        } catch {
            if head.isEmpty { throw error }
        }
        return head
    }

    private func piece() throws(IntakeError) -> [UInt8] {
        do throws(ReadFailure) {
            return try source()
        } catch {
            throw unreadable(error.reason)
        }
    }

    private func unreadable(_ reason: String) -> IntakeError {
        .unreadable(name: name, reason: reason)
    }

    // MARK: Whole documents

    private func whole(
        _ head: [UInt8], _ limit: Int, _ isPacked: Bool
    ) throws(IntakeError) -> RawDocument {
        if let size, size > limit { throw .tooLarge(name: name, bytes: size, limit: limit) }
        var bytes = head
        while true {
            let more = try piece()
            if more.isEmpty { break }
            bytes += more
            if bytes.count > limit {
                throw .tooLarge(name: name, bytes: bytes.count, limit: limit)
            }
        }
        close()
        return RawDocument(name: name, bytes: bytes, stated: stated)
    }

    /// Whether the file is small enough to be one object over several lines, and its first line
    /// breaks off before the object is closed. A first line longer than the head is JSON Lines.
    private func isOneObject(_ head: [UInt8], _ isPacked: Bool) -> Bool {
        guard !isPacked, let size, size <= DocumentReader.largestArticle,
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

    private func nextPage(_ reader: inout WARCReader) -> Result<RawDocument, IntakeError>? {
        let page = reader.next()
        skipped = reader.skipped
        guard let page else {
            if let failure = reader.failure { return .failure(unreadable(failure.reason)) }
            if reader.number == 0 {
                return .failure(.notOfItsKind(name: name, kind: "web archive"))
            }
            return reader.number == skipped ? .failure(.noBody(name: name)) : nil
        }
        return .success(RawDocument(page, in: name, stated: stated))
    }

    private func tooLarge(_ line: LineReader.Line) -> IntakeError {
        let label = RawDocument(name: name, line: line.number, bytes: []).label
        return .tooLarge(
            name: label, bytes: line.size, limit: DocumentReader.largestArticle)
    }
}
