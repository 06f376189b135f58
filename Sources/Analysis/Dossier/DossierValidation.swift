import Intake

/// Holds entries against the schema: unknown tables and keys, wrong kinds, missing keys.
///
/// What does not fit is reported and taken out, so that the reader finds only sound values.
struct DossierValidation {
    let file: String
    var problems: [DossierProblem] = []

    init(file: String) {
        self.file = file
    }

    mutating func report(
        _ line: Int, _ message: String, severity: DossierProblem.Severity = .error
    ) {
        problems.append(
            DossierProblem(file: file, line: line, message: message, severity: severity))
    }

    /// The entry with its sound values; nil when its table is unknown or a required key is
    /// missing or wrong.
    mutating func sound(_ entry: DossierEntry) -> DossierEntry? {
        guard !entry.table.isEmpty else {
            report(entry.line, "a key before the first table; begin the file with [dossier]")
            return nil
        }
        guard let keys = DossierSchema.tables.first(where: { $0.name == entry.table })?.keys else {
            let names = DossierSchema.tables.map(\.name)
            let hint = DossierSchema.suggestion(for: entry.table, among: names)
            report(entry.line, "there is no table \"\(entry.table)\"\(hint)")
            return nil
        }
        var entry = entry
        for name in entry.values.keys.sorted() {
            guard let key = keys.first(where: { $0.name == name }) else {
                let hint = DossierSchema.suggestion(for: name, among: keys.map(\.name))
                report(entry.line(of: name), "\(entry.table) has no key \"\(name)\"\(hint)")
                entry.values[name] = nil
                continue
            }
            if let value = entry.values[name] {
                entry.values[name] = sound(value, as: key, in: entry)
            }
        }
        return hasAllRequired(entry, keys: keys) ? entry : nil
    }

    private mutating func hasAllRequired(
        _ entry: DossierEntry, keys: [DossierSchema.Key]
    ) -> Bool {
        var isComplete = true
        for key in keys where key.isRequired && entry.values[key.name] == nil {
            isComplete = false
            // A wrong value was reported already, where it stands.
            if entry.keyLines[key.name] == nil {
                report(entry.line, "\(label(entry)) has no \(key.name)")
            }
        }
        return isComplete
    }

    /// "actor "umerov"", as far as it has a name.
    private func label(_ entry: DossierEntry) -> String {
        guard let name = entry.text("id") ?? entry.text("name") ?? entry.text("title") else {
            return "this \(entry.table)"
        }
        return "\(entry.table) \"\(name)\""
    }

    // MARK: - Values

    private mutating func sound(
        _ value: DossierValue, as key: DossierSchema.Key, in entry: DossierEntry
    ) -> DossierValue? {
        if case .texts = key.kind { return soundTexts(value, key: key.name, in: entry) }
        if case .roles = key.kind { return soundRoles(value, key: key.name, in: entry) }
        guard let complaint = complaint(about: value, as: key.kind) else { return value }
        report(entry.line(of: key.name), "\(key.name) \(complaint)")
        return nil
    }

    private mutating func soundTexts(
        _ value: DossierValue, key: String, in entry: DossierEntry
    ) -> DossierValue? {
        guard case .list(let list) = value else {
            report(entry.line(of: key), "\(key) should be a list of texts, not \(value.kind)")
            return nil
        }
        if list.count == DossierValue.longestList {
            report(
                entry.line(of: key),
                "\(key) is too long; only the first \(DossierValue.longestList) are read")
        }
        // Places are kept, so that later problems still find their lines.
        return .list(
            list.enumerated().map { index, element in
                guard let complaint = complaint(about: element, as: .text) else { return element }
                report(entry.line(of: key, element: index), "an element of \(key) \(complaint)")
                return .other("nothing")
            })
    }

    private mutating func soundRoles(
        _ value: DossierValue, key: String, in entry: DossierEntry
    ) -> DossierValue? {
        guard case .list(let list) = value else {
            report(
                entry.line(of: key), "\(key) should be a list of { title = …, from = …, until = … }"
            )
            return nil
        }
        return .list(
            list.enumerated().map { index, element in
                soundRole(element, line: entry.line(of: key, element: index)) ?? .other("nothing")
            })
    }

    private mutating func soundRole(_ value: DossierValue, line: Int) -> DossierValue? {
        guard case .table(var role) = value else {
            report(line, "a role should be { title = …, from = …, until = … }, not \(value.kind)")
            return nil
        }
        let keys = DossierSchema.roleKeys
        for name in role.keys.sorted() {
            guard let key = keys.first(where: { $0.name == name }), let value = role[name] else {
                let hint = DossierSchema.suggestion(for: name, among: keys.map(\.name))
                report(line, "a role has no key \"\(name)\"\(hint)")
                continue
            }
            if let complaint = complaint(about: value, as: key.kind) {
                report(line, "\(name) of a role \(complaint)")
                role[name] = nil
            }
        }
        guard case .text(let title) = role["title"] else {
            report(line, "a role has no title")
            return nil
        }
        if case .day(let from) = role["from"], case .day(let until) = role["until"], from > until {
            report(line, "\"\(title)\" ends before it begins: \(from.iso) to \(until.iso)")
            role["until"] = nil
        }
        return .table(role)
    }

    /// What is wrong with a single value; nil when nothing is.
    private func complaint(about value: DossierValue, as kind: DossierSchema.Kind) -> String? {
        switch (kind, value) {
        case (.id, .text(let text)):
            return Self.isID(text)
                ? nil : "should be small letters, digits and hyphens, not \"\(text)\""
        case (.text, .text(let text)):
            if text.utf8.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }) {
                return "is empty"
            }
            return text.utf8.count > 20_000 ? "is longer than 20,000 bytes" : nil
        case (.choice(let choices), .text(let text)):
            if choices.contains(text) { return nil }
            let hint = DossierSchema.suggestion(for: text, among: choices)
            return "\"\(text)\" is none of \(choices.joined(separator: ", "))\(hint)"
        case (.number, .number), (.flag, .flag), (.day, .day), (.date, .day): return nil
        case (.day, .text(let text)):
            return Day(iso: text) == nil
                ? "\"\(text)\" is no date" : "is a date in quotes; write \(text) without them"
        case (.date, .text(let text)):
            return PublicationDate(edtf: text) == nil ? "\"\(text)\" is no date" : nil
        default: return "should be \(Self.expectation(kind)), not \(value.kind)"
        }
    }

    private static func expectation(_ kind: DossierSchema.Kind) -> String {
        switch kind {
        case .id, .text, .choice: "a text in quotes"
        case .number: "a number"
        case .flag: "true or false"
        case .day: "a day such as 2025-12-02"
        case .date: "a day such as 2025-12-02, or \"2025-12\" or \"2025-12-01~\" in quotes"
        case .texts, .roles: "a list"
        }
    }

    /// `ukraine-2025`: small ASCII letters, digits, single hyphens between them.
    static func isID(_ text: String) -> Bool {
        var previous = UInt8(ascii: "-")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "-"): if previous == byte { return false }
            default: return false
            }
            previous = byte
        }
        return previous != UInt8(ascii: "-")
    }
}
