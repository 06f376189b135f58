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
    package init?(edtf: some StringProtocol) {
        var text = edtf.prefix { $0 != "T" && $0 != " " }
        let isApproximate = edtf.hasSuffix("~")
        if text.hasSuffix("~") { text = text.dropLast() }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
            parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }), let year = Int(parts[0])
        else { return nil }
        let numbers = parts.dropFirst().map { Int($0) ?? 0 }
        guard
            let day = Day(
                year: year, month: numbers.first ?? 1,
                day: numbers.count > 1 ? numbers[1] : 1)
        else { return nil }
        self.init(
            day: day, precision: Precision(rawValue: parts.count - 1) ?? .day,
            isApproximate: isApproximate)
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
