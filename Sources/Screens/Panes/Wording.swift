import Analysis
package import Intake
import Queries

/// Numbers, dates and names as screens say them: `600,000`, `~3 Dec 2025`, `3 quotes`.
package enum Wording {
    static let fullMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    /// The number with commas between thousands.
    package static func number(_ value: Int) -> String {
        let digits = Array(String(abs(value)))
        var text = value < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return text
    }

    /// `42 %`: a part of what there is to do, 0 to 1, never said to be whole before it is.
    static func share(_ part: Double) -> String { "\(Int(100 * min(1, max(0, part)))) %" }

    /// `1 article`, `3 articles`, `no articles` is left to the caller: `0 articles`.
    package static func counted(_ count: Int, _ one: String, _ many: String? = nil) -> String {
        "\(number(count)) \(count == 1 ? one : many ?? one + "s")"
    }

    /// `2 Dec 2025`, `Dec 2025`, `2025`, each with `~` before it when about.
    package static func date(_ date: PublicationDate) -> String {
        (date.isApproximate ? "~" : "") + date.words
    }

    /// The date, or that none is given.
    package static func date(_ date: PublicationDate?) -> String {
        date.map { Wording.date($0) } ?? "no date"
    }

    /// `2 Dec`, `~21 Jan`: without the year, for narrow places.
    package static func shortDate(_ date: PublicationDate?) -> String {
        guard let date else { return "no date" }
        guard date.precision != .year else { return Wording.date(date) }
        let (_, month, day) = date.day.civil
        let name = Day.shortMonths[month - 1]
        let text = date.precision == .day ? "\(day) \(name)" : name
        return (date.isApproximate ? "~" : "") + text
    }

    /// `2 Dec 2025`, `1–21 Jan 2026`, `24 Nov – 3 Dec 2025`, `Dec 2025`, `since 1 Dec 2025`.
    package static func span(_ first: Day, _ last: Day) -> String {
        Day.words(from: first, through: last)
    }

    /// What a rule did not choose: a date in figures (`2025-12-06/2025-12-07`) as others are written.
    static func rival(_ text: String) -> String {
        let dates = text.split(separator: "/").map { PublicationDate(edtf: String($0)) }
        guard let first = dates.first, let last = dates.last, let first, let last,
            first.precision == .day, last.precision == .day
        else { return text }
        return span(first.day, last.day)
    }

    /// `2 Dec 2025, 14:05 UTC`.
    static func moment(_ seconds: Int?) -> String {
        Moment.parts(seconds).map { "\(day($0.day)), \($0.time)" } ?? Moment.words(nil)
    }

    /// `2 Dec 2025`.
    package static func day(_ day: Day) -> String {
        date(PublicationDate(day: day))
    }

    /// `26 November 2025`, `about 21 January 2026`.
    static func longDate(_ date: PublicationDate) -> String {
        let (year, month, day) = date.day.civil
        let text =
            switch date.precision {
            case .day: "\(day) \(fullMonths[month - 1]) \(year)"
            case .month: "\(fullMonths[month - 1]) \(year)"
            case .year: "\(year)"
            }
        return (date.isApproximate ? "about " : "") + text
    }

    /// The long date, or that none is given.
    static func longDate(_ date: PublicationDate?) -> String {
        date.map { longDate($0) } ?? "no date"
    }

    /// The outlet, or that none is stated.
    package static func outlet(_ name: String?) -> String {
        name ?? "outlet not stated"
    }

    /// The outlet without its article, for narrow places: `Moscow Times`.
    package static func shortOutlet(_ name: String?) -> String {
        guard let name else { return "not stated" }
        return name.hasPrefix("The ") ? String(name.dropFirst(4)) : name
    }

    /// `§8`: sentence numbers count from 1.
    package static func sentence(_ index: Int) -> String { "§\(index + 1)" }

    /// `one`, `two` … `twelve`; figures above.
    static func spelled(_ count: Int) -> String {
        let words = [
            "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
            "Eleven", "Twelve",
        ]
        return words.indices.contains(count) ? words[count] : number(count)
    }

    /// Whether a description is of several: "the parties", not "Boris Pistorius".
    static func isPlural(_ description: String) -> Bool {
        guard let last = description.split(separator: " ").last else { return false }
        return last.first?.isLowercase == true && last.hasSuffix("s") && !last.hasSuffix("ss")
    }
}

extension Participant.Kind {
    /// What the kind is called above a page.
    var words: String {
        switch self {
        case .person: "Person"
        case .state: "State"
        case .body: "Body"
        case .group: "Group"
        }
    }
}
