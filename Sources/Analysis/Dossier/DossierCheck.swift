import Intake

/// What a schema cannot see: ids used twice, names shared, references into nothing, cues that
/// never match.
struct DossierCheck {
    let tables: DossierTables
    var validation: DossierValidation
    /// Entries the dossier has to do without, by table and place in it.
    private(set) var unsound: [String: Set<Int>] = [:]
    /// The cues that can be read, by the point's place in its table.
    private(set) var cues: [Int: [Cue]] = [:]
    /// What the file is laid over, when it is: its entries may be referred to.
    private let base: Dossier?
    /// Every id that stands in the file or its base, so that one mistake is not reported twice.
    private var ids: [String: Set<String>] = [:]

    init(tables: DossierTables, validation: DossierValidation, base: Dossier? = nil) {
        self.base = base
        self.tables = tables
        self.validation = validation
    }

    mutating func run() {
        for table in ["topic", "point", "draft", "event", "actor", "place", "outlet"] {
            checkIDs(of: table)
        }
        checkPointsAgainstTopics()
        checkNames(of: ["actor", "place", "outlet"])
        checkNames(of: ["draft"])
        checkNames(of: ["event"])
        checkActors()
        checkOutlets()
        checkPoints()
        checkProvisions()
        checkConcordance()
        checkEvents()
    }

    private mutating func leaveOut(_ place: Int, of table: String) {
        unsound[table, default: []].insert(place)
    }

    // MARK: - Ids and names

    private mutating func checkIDs(of table: String) {
        var lines: [String: Int] = [:]
        for (place, entry) in tables[table].enumerated() {
            guard let id = entry.text("id") else { continue }
            if let first = lines[id] {
                validation.report(
                    entry.line(of: "id"),
                    "a second \(table) \"\(id)\"; the first is on line \(first)")
                leaveOut(place, of: table)
            } else {
                lines[id] = entry.line(of: "id")
            }
        }
        ids[table] = Set(lines.keys).union(base?.ids(of: table) ?? [])
    }

    /// `point:money` in a query means a topic with its points or one point, so ids must differ.
    private mutating func checkPointsAgainstTopics() {
        for entry in tables["point"] {
            guard let id = entry.text("id"), ids["topic"]?.contains(id) == true else { continue }
            validation.report(
                entry.line(of: "id"), "a topic has the id \"\(id)\", too; give one another id")
        }
    }

    /// Names and aliases of entries that may be met in the same text.
    private mutating func checkNames(of group: [String]) {
        var owners: [String: (table: String, place: Int, label: String, isWeak: Bool)] = [:]
        for table in group {
            for (place, entry) in tables[table].enumerated() {
                checkForms(of: entry, table: table)
                let nameKey = table == "draft" ? "title" : "name"
                let weak = Set(entry.strings("weak"))
                var forms = [(entry.line(of: nameKey), entry.text(nameKey) ?? "")]
                forms += entry.texts("aliases").map {
                    (entry.line(of: "aliases", element: $0.index), $0.text)
                }
                for (line, form) in forms {
                    let label = "\(table) \"\(entry.text("id") ?? "")\""
                    let isWeak = weak.contains(form)
                    guard let owner = owners[form.lowercased()] else {
                        owners[form.lowercased()] = (table, place, label, isWeak)
                        continue
                    }
                    if owner.table == table, owner.place == place { continue }
                    if owner.isWeak, isWeak { continue }
                    validation.report(
                        line,
                        "\"\(form)\" is also a name of \(owner.label); "
                            + "take it out of one, or list it under weak in both")
                }
            }
        }
    }

    /// `weak` and `not_this` of one entry.
    private mutating func checkForms(of entry: DossierEntry, table: String) {
        let forms = entry.aliases(name: entry.text(table == "draft" ? "title" : "name") ?? "")
        for (index, text) in entry.texts("weak") where !forms.contains(where: { $0.text == text }) {
            validation.report(
                entry.line(of: "weak", element: index),
                "weak: \"\(text)\" is neither the name nor an alias of this entry"
                    + DossierSchema.suggestion(for: text, among: forms.map(\.text)))
        }
        for (index, text) in entry.texts("not_this") {
            let folded = text.lowercased()
            if forms.contains(where: { $0.text == text }) {
                validation.report(
                    entry.line(of: "not_this", element: index),
                    "not_this: \"\(text)\" is an alias of the same entry; list it under weak")
            } else if !forms.contains(where: { folded.contains($0.text.lowercased()) }) {
                validation.report(
                    entry.line(of: "not_this", element: index),
                    "not_this: \"\(text)\" contains no name of this entry and excludes nothing")
            }
        }
    }

    /// Reports every text of a list that is no id of `table`.
    private mutating func checkReferences(
        _ key: String, of entry: DossierEntry, to table: String
    ) {
        for (index, text) in entry.texts(key) where ids[table]?.contains(text) != true {
            validation.report(
                entry.line(of: key, element: index),
                "\(key): there is no \(table) \"\(text)\"" + suggestion(text, in: table))
        }
    }

    private func suggestion(_ id: String, in table: String) -> String {
        DossierSchema.suggestion(for: id, among: (ids[table] ?? []).sorted())
    }

    // MARK: - Actors and outlets

    private mutating func checkActors() {
        for entry in tables["actor"] {
            checkReferences("metonyms", of: entry, to: "place")
            guard let whole = entry.text("part_of") else { continue }
            if ids["actor"]?.contains(whole) != true {
                validation.report(
                    entry.line(of: "part_of"),
                    "part_of: there is no actor \"\(whole)\"" + suggestion(whole, in: "actor"))
            } else if whole == entry.text("id") {
                validation.report(entry.line(of: "part_of"), "part_of names the actor itself")
            }
        }
    }

    private mutating func checkOutlets() {
        var owners: [String: String] = [:]
        for entry in tables["outlet"] {
            if let country = entry.text("country"),
                country.utf8.count != 2
                    || !country.utf8.allSatisfy({
                        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
                    })
            {
                validation.report(
                    entry.line(of: "country"),
                    "country should be two capitals such as \"GB\", not \"\(country)\"")
            }
            for (index, domain) in entry.texts("domains") {
                let line = entry.line(of: "domains", element: index)
                if !domain.contains(".") || domain.contains(where: { "/: ".contains($0) }) {
                    validation.report(
                        line, "\"\(domain)\" is no domain; write \"example.org\"")
                } else if let owner = owners[domain.lowercased()], owner != entry.text("id") {
                    validation.report(line, "\"\(domain)\" is also a domain of \"\(owner)\"")
                }
                owners[domain.lowercased()] = entry.text("id")
            }
        }
    }

    // MARK: - Points

    private mutating func checkPoints() {
        let provided = Set(tables["provision"].flatMap { $0.strings("points") })
        for (place, entry) in tables["point"].enumerated() {
            let id = entry.text("id") ?? ""
            if let topic = entry.text("topic"), ids["topic"]?.contains(topic) != true {
                validation.report(
                    entry.line(of: "topic"),
                    "there is no topic \"\(topic)\"" + suggestion(topic, in: "topic"))
                leaveOut(place, of: "point")
            }
            readCues(of: entry, place: place)
            let isOutside = entry.flag("outside_drafts") ?? false
            if !provided.contains(id), !isOutside, !tables["provision"].isEmpty {
                validation.report(
                    entry.line,
                    "no draft has the point \"\(id)\"; "
                        + "name it in a provision or say outside_drafts = true",
                    severity: .warning)
            } else if isOutside, provided.contains(id) {
                validation.report(
                    entry.line(of: "outside_drafts"),
                    "outside_drafts, but a provision has the point \"\(id)\"",
                    severity: .warning)
            }
        }
    }

    private mutating func readCues(of entry: DossierEntry, place: Int) {
        let written = entry.texts("cues")
        if written.isEmpty {
            validation.report(
                entry.line(of: "cues"), "without cues this point is never found",
                severity: .warning)
        }
        for (index, text) in written {
            do throws(CueParser.Mistake) {
                cues[place, default: []].append(try CueParser.cue(text))
            } catch {
                validation.report(
                    entry.line(of: "cues", element: index), "the cue \"\(text)\" \(error.message)")
            }
        }
    }

    // MARK: - Drafts

    /// The numbers of each draft that provisions stand for.
    private func numbers(of draft: String) -> Set<Int> {
        let own = tables["provision"].filter { $0.text("draft") == draft }
        let theirs = base?.provisions.filter { $0.draft == draft }.map(\.number) ?? []
        return Set(own.compactMap { $0.number("n") } + theirs)
    }

    private func size(of draft: String) -> Int? {
        tables["draft"].first { $0.text("id") == draft }?.number("points")
            ?? base?.drafts.first { $0.id == draft }?.size
    }

    private mutating func checkProvisions() {
        var lines: [String: Int] = [:]
        for (place, entry) in tables["provision"].enumerated() {
            checkReferences("points", of: entry, to: "point")
            guard let draft = entry.text("draft"), let number = entry.number("n") else { continue }
            guard hasDraft(draft, of: entry, key: "draft") else {
                leaveOut(place, of: "provision")
                continue
            }
            if let size = size(of: draft), !(1...max(1, size)).contains(number) {
                validation.report(
                    entry.line(of: "n"),
                    "there is no number \(number): \"\(draft)\" has \(size) points")
                leaveOut(place, of: "provision")
            } else if let first = lines["\(draft) \(number)"] {
                validation.report(
                    entry.line(of: "n"),
                    "a second number \(number) of \"\(draft)\"; the first is on line \(first)")
                leaveOut(place, of: "provision")
            }
            lines["\(draft) \(number)"] = lines["\(draft) \(number)"] ?? entry.line(of: "n")
        }
    }

    /// Whether the draft exists; reports when not.
    private mutating func hasDraft(_ id: String, of entry: DossierEntry, key: String) -> Bool {
        if ids["draft"]?.contains(id) == true { return true }
        validation.report(
            entry.line(of: key), "there is no draft \"\(id)\"" + suggestion(id, in: "draft"))
        return false
    }

    private mutating func checkConcordance() {
        var known: [String: Set<Int>] = [:]
        for (place, entry) in tables["concordance"].enumerated() {
            guard let from = entry.text("from_draft"), let to = entry.text("to_draft") else {
                continue
            }
            var isSound = hasDraft(from, of: entry, key: "from_draft")
            isSound = hasDraft(to, of: entry, key: "to_draft") && isSound
            for (draft, key) in [(from, "from"), (to, "to")] where isSound {
                guard let number = entry.number(key) else { continue }
                let numbers = known[draft] ?? numbers(of: draft)
                known[draft] = numbers
                if !numbers.contains(number) {
                    validation.report(
                        entry.line(of: key), "\"\(draft)\" has no provision number \(number)")
                    isSound = false
                }
            }
            if let complaint = fateComplaint(entry) {
                validation.report(entry.line(of: "change"), complaint)
                isSound = false
            }
            if !isSound { leaveOut(place, of: "concordance") }
        }
    }

    /// What is wrong with which numbers a row gives; a number of the wrong kind was reported.
    private func fateComplaint(_ entry: DossierEntry) -> String? {
        let hasFrom = entry.keyLines["from"] != nil
        let hasTo = entry.keyLines["to"] != nil
        switch entry.text("change") {
        case "new": return hasFrom || !hasTo ? "a new point has \"to\" and no \"from\"" : nil
        case "dropped":
            return hasTo || !hasFrom ? "a dropped point has \"from\" and no \"to\"" : nil
        case let fate?:
            return hasFrom && hasTo ? nil : "a point that is \(fate) has both \"from\" and \"to\""
        case nil: return nil
        }
    }

    // MARK: - Events

    private mutating func checkEvents() {
        for entry in tables["event"] {
            if let first = entry.day("first"), let last = entry.day("last"), first > last {
                validation.report(
                    entry.line(of: "last"),
                    "the event ends before it begins: \(first.iso) to \(last.iso)")
            }
            // Names of people and bodies without an entry stand as they are.
            for (index, who) in entry.texts("who")
            where DossierValidation.isID(who) && ids["actor"]?.contains(who) != true {
                validation.report(
                    entry.line(of: "who", element: index),
                    "who: there is no actor \"\(who)\"" + suggestion(who, in: "actor"))
            }
        }
    }
}

extension Dossier {
    /// The ids of one table of its file.
    fileprivate func ids(of table: String) -> [String] {
        switch table {
        case "topic": topics.map(\.id)
        case "point": points.map(\.id)
        case "draft": drafts.map(\.id)
        case "event": events.map(\.id)
        case "actor": participants.map(\.id)
        case "place": places.map(\.id)
        case "outlet": outlets.map(\.id)
        default: []
        }
    }
}
