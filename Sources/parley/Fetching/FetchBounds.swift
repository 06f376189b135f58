/// What one request may cost. Times are milliseconds, sizes bytes.
struct FetchBounds: Sendable {
    var connect = 15_000
    /// For the whole answer.
    var total = 120_000
    /// Without a single byte.
    var stall = 20_000
    var header = 64 << 10
    /// Of the body after it was unpacked.
    var body = 16 << 20

    /// What is fetched is handed on after this time at the latest, so that it is soon kept; but in
    /// lots, for taking in one article costs nearly as much as taking in fifty.
    var gathering = 2000
    var lot = 64
    /// No further request is made while more than this waits to be taken in.
    var held = 32 << 20
}
