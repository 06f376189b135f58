/// How long it took from keys to the frame that answers them, over the last of this session.
struct KeyClock {
    /// Milliseconds, oldest first; at most `most`.
    private var times: [Double] = []
    private var began: ContinuousClock.Instant?

    private static let most = 2000
    /// What is timed, and what is counted, in words.
    private let span: String
    private let noun: String

    init(from span: String = "Key to frame", counts noun: String = "frame") {
        self.span = span
        self.noun = noun
    }

    /// A key has come; of several before one frame the first counts.
    mutating func begin() {
        if began == nil { began = .now }
    }

    /// A frame has been written.
    mutating func end() {
        guard let began else { return }
        self.began = nil
        if times.count == KeyClock.most { times.removeFirst(KeyClock.most / 2) }
        times.append((ContinuousClock.now - began) / .milliseconds(1))
    }

    /// "Key to frame, 120 frames: 0.4 ms median, 2.1 p99, 12.0 most"
    var words: String {
        guard !times.isEmpty else {
            return "No \(noun == "frame" ? "key" : noun) has been answered yet."
        }
        let sorted = times.sorted()
        func part(_ share: Double) -> String {
            let time = sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
            return "\((time * 10).rounded() / 10)"
        }
        let count = "\(sorted.count) \(noun)\(sorted.count == 1 ? "" : "s")"
        return "\(span), \(count): \(part(0.5)) ms median, \(part(0.99)) p99, \(part(1)) most"
    }
}
