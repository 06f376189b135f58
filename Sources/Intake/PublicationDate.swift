/// When an article was published: a day, a month or a year, exactly or about.
///
/// Written as EDTF level 1 (Library of Congress, Extended Date/Time Format): `2025-12-02`,
/// `2025-12`, `2025`, each with an optional `~` for "about". Never guessed: an article whose
/// text and caller state nothing has no publication date.
package struct PublicationDate: Hashable, Sendable {
    package enum Precision: Int, Sendable { case year, month, day }

    /// The first day it can mean; sorting and `before:`/`after:` go by it.
    package let day: Day
    package let precision: Precision
    /// Inferred or roughly known; shown with `~`.
    package let isApproximate: Bool

    package init(day: Day, precision: Precision = .day, isApproximate: Bool = false) {
        self.day = day
        self.precision = precision
        self.isApproximate = isApproximate
    }

    /// Reads `2025`, `2025-12`, `2025-12-02`, each with an optional `~`; a time after `T` is
    /// dropped. Nil for anything else.
    package init?(edtf: String) {
        var parts = [(value: 0, length: 0)]
        var isApproximate = false
        scan: for byte in edtf.utf8 {
            if isApproximate { return nil }
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                guard parts[parts.count - 1].length < 4 else { return nil }
                let digit = Int(byte - UInt8(ascii: "0"))
                parts[parts.count - 1].value = parts[parts.count - 1].value * 10 + digit
                parts[parts.count - 1].length += 1
            case UInt8(ascii: "-"): parts.append((0, 0))
            case UInt8(ascii: "~"): isApproximate = true
            case UInt8(ascii: "T"), UInt8(ascii: " "): break scan
            default: return nil
            }
        }
        guard parts[0].length == 4, parts.count <= 3,
            parts.dropFirst().allSatisfy({ $0.length == 2 }),
            let precision = Precision(rawValue: parts.count - 1),
            let day = Day(
                year: parts[0].value, month: parts.count > 1 ? parts[1].value : 1,
                day: parts.count > 2 ? parts[2].value : 1)
        else { return nil }
        self.init(day: day, precision: precision, isApproximate: isApproximate)
    }

    /// `2025-12-02`, `2025-12`, `2025-12-01~`.
    package var edtf: String {
        let length =
            switch precision {
            case .year: 4
            case .month: 7
            case .day: 10
            }
        return day.iso.prefix(length) + (isApproximate ? "~" : "")
    }

    /// The last day it can mean.
    package var lastDay: Day {
        let (year, month, _) = day.civil
        switch precision {
        case .day: return day
        case .month: return day + (Day.length(ofMonth: month, year: year) - 1)
        case .year: return day + (Day.isLeap(year) ? 365 : 364)
        }
    }
}
