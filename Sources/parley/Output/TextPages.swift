import Analysis
import Intake
import Queries
import Screens

/// Words and lines that several commands print.
enum TextPages {
    /// `? outlet not stated`, `The Moscow Times`.
    static func outletName(_ outlet: String?) -> String { outlet ?? "outlet not stated" }

    /// Id, date, outlet, title; and "retold" where the words are ours.
    static func articleLine(_ row: ArticleRow) -> String {
        let date = row.published?.edtf ?? "no date"
        let retold = row.kind == .digest ? " (retold)" : ""
        let title = row.heading
        return "\(row.id.prefix(8))  \(padded(date, 11))  "
            + "\(outletName(row.outlet)): \(title)\(retold)"
    }

    /// "Minister of Defence since 2023-09-06 until 2025-07-17".
    static func words(of role: Participant.Role) -> String {
        let from = role.from.map { " since \($0.iso)" } ?? ""
        let until = role.until.map { " until \($0.iso)" } ?? ""
        return role.title + from + until
    }

    /// An office as an article words it, and what the dossier has instead.
    static func words(of office: OfficeFinding) -> String {
        let held = office.roles.map { words(of: $0) }.joined(separator: "; ")
        let checked = office.isChecked ? "checked" : "not checked"
        return "“\(office.office)” for \(office.name); the dossier has \(held) (\(checked))"
    }

    /// `1 article`, `3 articles`.
    static func counted(_ count: Int, _ noun: String) -> String {
        "\(count) \(noun)\(count == 1 ? "" : "s")"
    }

    /// The words a finding rests on, in `[ ]`. Ranges are scalars of `text`, ascending.
    static func bracketed(_ text: String, _ ranges: [Range<Int>]) -> String {
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        var position = 0
        for range in ranges
        where !range.isEmpty && range.lowerBound >= position
            && range.upperBound <= scalars.count
        {
            result.append(contentsOf: scalars[position..<range.lowerBound])
            result.append("[")
            result.append(contentsOf: scalars[range])
            result.append("]")
            position = range.upperBound
        }
        result.append(contentsOf: scalars[position...])
        return String(result)
    }

    static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
    }
}

extension Comparison.Clash.Relation {
    /// As screens and exports name it.
    var words: String {
        switch self {
        case .contradiction: "Contradiction"
        case .laterVersion: "Other version"
        case .otherTime: "Other time"
        case .spelling: "Spelling"
        }
    }
}
