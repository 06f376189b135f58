import Glibc

/// Times of repeated work, in milliseconds.
struct Times {
    private var values: [Double] = []

    mutating func add(_ duration: Duration) { values.append(duration / .milliseconds(1)) }

    /// The value below which `share` (0 to 1) of all lie; 0 without any.
    func quantile(_ share: Double) -> Double {
        guard !values.isEmpty else { return 0 }
        let sorted = values.sorted()
        return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }

    /// `p50 0.12 ms, p99 0.90 ms, max 1.20 ms (n = 300)`.
    var summary: String {
        "p50 \(milliseconds(quantile(0.5))), p99 \(milliseconds(quantile(0.99))), "
            + "max \(milliseconds(quantile(1))) (n = \(values.count))"
    }

    /// Measures `body` once.
    mutating func measure<Result>(_ body: () throws -> Result) rethrows -> Result {
        let start = ContinuousClock.now
        let result = try body()
        add(ContinuousClock.now - start)
        return result
    }
}

/// Two places below ten, none from a hundred on.
func milliseconds(_ value: Double) -> String {
    let places = value < 10 ? 100.0 : value < 100 ? 10.0 : 1.0
    return "\((value * places).rounded() / places) ms"
}

func seconds(_ value: Double) -> String { "\((value * 100).rounded() / 100) s" }

/// One line of the report: what, how much, and against what.
func report(_ name: String, _ figure: String, _ remark: String = "") {
    let padding = String(repeating: " ", count: max(1, 34 - name.count))
    print(name + padding + figure + (remark.isEmpty ? "" : "   " + remark))
    fflush(nil)
}
