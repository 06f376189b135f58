import CCurl
import Intake

/// One request on its way, and what has come of its answer. A class because libcurl's events find
/// it by its address; it belongs to the thread that fetches.
final class Transfer {
    let request: WebRequest
    private let bounds: FetchBounds
    /// The address that is connected to must be one that everybody can reach.
    private let mustBePublic: Bool
    private var handle: OpaquePointer?
    private var answer = WebAnswer()
    private var headerSize = 0
    private var skipped = 0
    /// Why an event ended it.
    private var problem: WebProblem?
    /// An event ended it because enough was known.
    private var isEnough = false
    private var hasHeard = false
    private let begin: Int
    private var lastHeard: Int

    /// A body that nobody wants is read this far, so that the connection can be used again.
    private static let mostSkipped = 64 << 10

    /// Nil when libcurl cannot begin it.
    init?(
        _ request: WebRequest, of multi: OpaquePointer, proxy: String?,
        trust: WebTrust = WebTrust(), rules: WebRules, bounds: FetchBounds, now: Int
    ) {
        self.request = request
        self.bounds = bounds
        // A proxy is the person's own choice, wherever it stands; the address was looked at.
        mustBePublic = !rules.allowsPrivate && proxy == nil
        (begin, lastHeard) = (now, now)
        handle = nil
        handle = Transfer.begin(request, multi, proxy ?? "", trust, bounds, events)
        if handle == nil { return nil }
    }

    deinit {
        if let handle { ccurl_free(handle) }
    }

    private static func begin(
        _ request: WebRequest, _ multi: OpaquePointer, _ proxy: String, _ trust: WebTrust,
        _ bounds: FetchBounds, _ events: ccurl_events
    ) -> OpaquePointer? {
        let texts = [
            request.address.text, Version.agent, proxy, trust.file ?? "", trust.folder ?? "",
        ]
        return withCStrings(texts) { texts in
            withCStrings(request.known?.headerLines ?? []) { headers in
                var wanted = ccurl_request(
                    address: texts[0], agent: texts[1], proxy: texts[2], trusted_file: texts[3],
                    trusted_folder: texts[4], headers: headers.baseAddress,
                    header_count: headers.count, connect_milliseconds: bounds.connect,
                    total_milliseconds: bounds.total)
                return ccurl_begin(multi, &wanted, events)
            }
        }
    }

    private var events: ccurl_events {
        ccurl_events(
            context: Unmanaged.passUnretained(self).toOpaque(),
            connects: { context, bytes, count in
                Transfer.at(context)?.connects(to: Transfer.copy(bytes, count)) ?? false
            },
            header: { context, bytes, count in
                Transfer.at(context)?.take(headerLine: Transfer.copy(bytes, count)) ?? false
            },
            body: { context, bytes, count in
                Transfer.at(context)?.take(UnsafeBufferPointer(start: bytes, count: count))
                    ?? false
            })
    }

    static func at(_ context: UnsafeMutableRawPointer?) -> Transfer? {
        context.map { Unmanaged<Transfer>.fromOpaque($0).takeUnretainedValue() }
    }

    private static func copy(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> [UInt8] {
        Array(UnsafeBufferPointer(start: bytes, count: count))
    }

    // MARK: Events

    private func connects(to bytes: [UInt8]) -> Bool {
        guard mustBePublic, let number = HostNumber(bytes: bytes), number.reach != .everywhere
        else { return true }
        let name = request.address.host
        let host = name == number.text ? name : "\(name) (\(number.text))"
        problem = .notPublic(host, number.reach)
        return false
    }

    private func take(headerLine line: [UInt8]) -> Bool {
        hasHeard = true
        headerSize += line.count
        guard headerSize <= bounds.header else { return ends(.headerTooLarge) }
        answer.add(headerLine: line)
        return true
    }

    private func take(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        hasHeard = true
        guard answer.isContent else {
            skipped += bytes.count
            isEnough = skipped > Transfer.mostSkipped
            return !isEnough
        }
        if answer.body.isEmpty, let objection = answer.objection(limit: bounds.body) {
            return ends(objection)
        }
        guard answer.body.count + bytes.count <= bounds.body else {
            return ends(.tooLarge(limit: bounds.body))
        }
        answer.body += bytes
        return true
    }

    private func ends(_ problem: WebProblem) -> Bool {
        self.problem = problem
        return false
    }

    // MARK: The end

    /// Whether nothing has come for too long; to be asked after each round of events.
    func isStalled(at now: Int) -> Bool {
        if hasHeard {
            hasHeard = false
            lastHeard = now
        }
        return now - lastHeard >= bounds.stall
    }

    /// Milliseconds until it would be stalled.
    func patience(at now: Int) -> Int { max(0, bounds.stall - (now - lastHeard)) }

    var stalled: Result<WebAnswer, WebProblem> {
        .failure(.stalled(seconds: Double(bounds.stall) / 1000))
    }

    /// What has come of it.
    func result(_ ending: ccurl_ending, at now: Int) -> Result<WebAnswer, WebProblem> {
        if ending == ccurl_done || isEnough { return .success(answer) }
        // A refused address counts only where no other led to the host.
        return .failure(problem ?? self.problem(of: ending, at: now))
    }

    private func problem(of ending: ccurl_ending, at now: Int) -> WebProblem {
        let reason = handle.map { String(cString: ccurl_reason($0)) } ?? ""
        switch ending {
        case ccurl_no_host: return .noSuchHost
        case ccurl_no_proxy: return .noProxy
        case ccurl_no_connection: return .noConnection(reason)
        case ccurl_timed_out:
            return now - begin < bounds.total - 1
                ? .noConnection(reason) : .tooSlow(seconds: Double(bounds.total) / 1000)
        case ccurl_broken_off: return .brokenOff
        case ccurl_nothing_sent: return .noAnswer
        case ccurl_damaged: return .damaged
        case ccurl_not_trusted: return .notTrusted(reason)
        case ccurl_no_certificates: return .noCertificates
        default: return .failed(reason)
        }
    }
}

/// The lines as C strings, for as long as `body` runs.
private func withCStrings<Result>(
    _ lines: [String], _ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
    var pointers: [UnsafePointer<CChar>?] = []
    func next(_ rest: ArraySlice<String>) -> Result {
        guard let line = rest.first else { return pointers.withUnsafeBufferPointer(body) }
        return line.withCString { pointer in
            pointers.append(pointer)
            return next(rest.dropFirst())
        }
    }
    return next(lines[...])
}
