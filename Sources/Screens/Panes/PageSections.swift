import Analysis
import Intake
import Queries

// What the pages of a person, a source and a point say, section by section.

extension State {
    func sections(of page: ParticipantPage) -> [PageScreen.Section] {
        let person = page.participant
        var about: [PageScreen.Item] = person.roles.map { .fact(fact(State.words(of: $0))) }
        if let whole = person.partOf {
            about.append(.fact(fact("part of: \(labels.participant(whole))")))
        }
        if let note = person.note { about.append(.fact(fact(note))) }
        let forms = page.spellings.map { PageScreen.Item.spelling($0) }
        let isPerson = person.kind == .person
        let positions = page.stances.map { history in
            var section = section(history, "On \(labels.point(history.point))")
            let point = page.points.first { $0.id == history.point }
            if let provision = point?.provision {
                section.items.insert(.fact(fact("the plan: \(provision)")), at: 0)
            }
            return section
        }
        let offices = section(
            "Offices that differ", counted(page.offices.count, "sentence"),
            grouped(page.offices), isWide: true)
        let first = [
            section(isPerson ? "Who this is" : "What this is", "dossier", about),
            coverage("Named in", page.presence, in: page.mentions),
        ]
        let names = [
            section("Spelled", counted(page.spellings.count, "way"), forms),
            section(
                "Named beside", "in the same sentence",
                page.namedBeside.map { .entry(.actor, $0) }),
        ]
        let said = [
            section(
                "Said", counted(page.quotesBy.count, "statement"),
                page.quotesBy.map { .citation($0) }, isWide: true),
            section(
                "Said of " + (isPerson ? "them" : "it"),
                counted(page.quotesAbout.count, "statement"),
                page.quotesAbout.map { .citation($0) }, isWide: true),
        ]
        let rest = [
            section(
                "Named", counted(page.mentions.count, "sentence"),
                page.mentions.map { .citation(plain($0)) }, isWide: true, isRest: true)
        ]
        // In one column what is said comes before how the name is spelled.
        return first + positions + [offices] + said + names + rest
    }

    private func section(_ history: StanceHistory, _ title: String) -> PageScreen.Section {
        let provision = labels.provision(of: history.point)
        let entries = history.entries.map { labelled($0, towards: provision) }
        return section(title, scope(of: history), told(entries), isWide: true)
    }

    /// "3 sentences by day, 1 turn".
    private func scope(of history: StanceHistory) -> String {
        let turns = history.turnCount
        return counted(history.entries.count, "sentence")
            + (history.entries.count > 1 ? " by day" : "")
            + (turns > 0 ? ", " + counted(turns, "turn") : "")
    }

    /// The position in words: "rejects the clause · of the 28-point draft · ≠ “accepts the clause”
    /// reported before".
    private func labelled(
        _ entry: StanceHistory.Entry, towards provision: String?
    ) -> CitedSentence {
        var citation = entry.citation
        func words(_ label: StanceFinding.Label) -> String { label.words(towards: provision) }
        var parts = [words(entry.label)]
        if let draft = entry.draft { parts.append("of \(labels.draft(draft))") }
        if let condition = entry.condition { parts.append(condition) }
        if let source = entry.accordingTo { parts.append("by account of \(source)") }
        switch entry.turn {
        case .change(let label)?: parts.append("≠ “\(words(label))” reported before")
        case .contradiction(let label)?: parts.append("≠ “\(words(label))” in the same article")
        case nil: break
        }
        citation.label = parts.joined(separator: " · ")
        return citation
    }

    /// Each office with its first sentence, and in how many it is named.
    private func grouped(_ offices: [CitedOffice]) -> [PageScreen.Item] {
        let words = offices.map(\.finding.words)
        var counts: [String: Int] = [:]
        for word in words { counts[word, default: 0] += 1 }
        return zip(offices, words).compactMap { office, words in
            guard let count = counts.removeValue(forKey: words) else { return nil }
            var citation = office.citation
            let more = count > 1 ? " · and in \(counted(count - 1, "more sentence"))" : ""
            citation.label = words + more
            return .citation(citation)
        }
    }

    func sections(of page: SourcePage) -> [PageScreen.Section] {
        let outlet = page.outlet
        var about: [PageScreen.Item] = []
        let kind = [outlet.medium, outlet.owner.map { "owner: \($0)" }, outlet.country]
        let words = kind.compactMap(\.self).joined(separator: ", ")
        if !words.isEmpty { about.append(.fact(fact(words))) }
        if !outlet.domains.isEmpty {
            about.append(.fact(fact(outlet.domains.joined(separator: ", "))))
        }
        if let note = outlet.note { about.append(.fact(fact(note))) }
        return [
            section("What this is", "dossier", about),
            section(
                "Cites", counted(page.cites.count, "outlet"),
                page.cites.map { .entry(.cites, $0) }),
            section(
                "Published", counted(page.published.count, "article"),
                page.published.map { .article($0) }, isWide: true),
            section(
                "Cited by others", counted(page.citedBy.count, "sentence"),
                page.citedBy.map { .citation($0) }, isWide: true),
            section(
                "Speaks of", counted(page.speaksOf.count, "point"),
                page.speaksOf.map { .entry(.point, $0) }, isWide: true),
            section(
                "Names", Wording.counted(page.names.count, "person or body", "people and bodies"),
                page.names.map { .entry(.actor, $0) }),
        ]
    }

    func sections(of page: PointPage) -> [PageScreen.Section] {
        var about: [PageScreen.Item] = []
        if let provision = page.point.provision {
            about.append(.fact(fact("the plan: \(provision)")))
        }
        let positions = page.holders.map { holder in
            let point = page.isOfTopic ? ": " + labels.point(holder.history.point) : ""
            return section(holder.history, "Held by \(labels.participant(holder.actor))\(point)")
        }
        return [
            section("What it is", "dossier", about),
            coverage("Reported in", page.presence, in: page.sentences),
        ] + positions + [
            section(
                "Where articles differ on it", counted(page.disagreements.count, "fact"),
                page.disagreements.map(clash), isWide: true),
            section("What each draft says", "dossier", provisions(of: page)),
            section(
                "Who reports it", counted(page.sentences.distinctCount, "sentence"),
                reports(page.sentences), isWide: true, isRest: true),
        ]
    }

    /// Each draft with the numbered points it has on the matter.
    private func provisions(of page: PointPage) -> [PageScreen.Item] {
        var items: [PageScreen.Item] = []
        var last: String?
        for provision in page.provisions {
            if provision.draft != last {
                let draft = page.drafts.first { $0.id == provision.draft }
                let title = draft?.title ?? labels.draft(provision.draft)
                let date = draft?.date.map { ", \(Wording.date($0))" } ?? ""
                items.append(
                    .fact([("● ", Style(.confirmed)), (title + date, Style(.text, isBold: true))]))
                last = provision.draft
            }
            let sure = provision.isCertain ? " " : "~"
            let number = provision.number < 10 ? " \(provision.number)" : "\(provision.number)"
            items.append(.fact([("  \(number)\(sure) ", .quiet), (provision.text, .text)]))
        }
        return items
    }

    /// The sentences that report a point, the first of them marked.
    private func reports(_ sentences: [CitedSentence]) -> [PageScreen.Item] {
        let isDated = sentences.first?.published != nil
        let isAlone = Set(sentences.map(\.articleID)).count < 2
        return told(
            sentences.enumerated().map { index, sentence in
                var sentence = plain(sentence)
                if index == 0, isDated, !isAlone {
                    sentence.label = "first report in these articles"
                }
                return sentence
            })
    }

    /// The sentences, those that repeat another article's words shortened to saying so.
    private func told(_ sentences: [CitedSentence]) -> [PageScreen.Item] {
        var first: [String: CitedSentence] = [:]
        return sentences.map { sentence in
            guard let earlier = first[sentence.text] else {
                first[sentence.text] = sentence
                return .citation(sentence)
            }
            guard earlier.articleID != sentence.articleID else { return .citation(sentence) }
            let whose = "\(Wording.outlet(earlier.outlet)), \(Wording.date(earlier.published))"
            return .again(sentence, words: "repeats \(whose), word for word")
        }
    }

    /// The citation without a label: the section has said what was found.
    private func plain(_ citation: CitedSentence) -> CitedSentence {
        var citation = citation
        citation.label = ""
        return citation
    }

    private func section(
        _ title: String, _ scope: String, _ items: [PageScreen.Item], isWide: Bool = false,
        isRest: Bool = false
    ) -> PageScreen.Section {
        PageScreen.Section(
            title: title, scope: scope, items: items, isWide: isWide, isRest: isRest)
    }

    /// Words from the dossier: `●` says that no article is asked.
    private func fact(_ text: String) -> StyledText {
        [("● ", Style(.confirmed)), (text, .text)]
    }

    private func counted(_ count: Int, _ noun: String) -> String { Wording.counted(count, noun) }

    /// "President of Ukraine since 20 May 2019".
    static func words(of role: Participant.Role) -> String {
        switch (role.from, role.until) {
        case (nil, nil): role.title
        case (let from?, nil): "\(role.title) since \(Wording.day(from))"
        case (nil, let until?): "\(role.title) until \(Wording.day(until))"
        case (let from?, let until?):
            "\(role.title), \(Wording.day(from)) – \(Wording.day(until))"
        }
    }
}

extension OfficeFinding {
    /// "“Foreign Minister” · the dossier: Minister of Foreign Affairs until 5 Sep 2024, not checked".
    var words: String { "“\(office)” · \(dossierWords), \(checkedWords)" }

    /// What the dossier has instead.
    var dossierWords: String {
        "● the dossier: " + roles.map { State.words(of: $0) }.joined(separator: "; ")
    }

    /// Whether somebody confirmed it.
    var checkedWords: String { isChecked ? "checked" : "not checked" }
}
