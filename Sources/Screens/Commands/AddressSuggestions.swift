import Queries

extension State {
    /// What can follow an address that is being typed: screens, then the ids of their entries.
    /// `head` is what stands before it on the line.
    func addressSuggestions(_ typed: String, after head: String) -> [Suggestion] {
        let screens = AddressForm.all.filter { $0.text.hasPrefix(typed) }.map { form in
            suggestion(form.text, form.summary, after: head)
        }
        return screens + entrySuggestions(typed, after: head)
    }

    private func entrySuggestions(_ typed: String, after head: String) -> [Suggestion] {
        let keys: [(start: String, key: QueryKey, address: (String) -> Address)] = [
            ("parley:actor/", .actor, { .actor($0) }), ("parley:source/", .source, { .source($0) }),
            ("parley:point/", .point, { .point($0) }),
        ]
        for (start, key, address) in keys where typed.hasPrefix(start) {
            return valueSuggestions(key, String(typed.dropFirst(start.count))).map { value in
                suggestion(address(value.name).text, value.detail, after: head)
            }
        }
        guard typed.hasPrefix("parley:article/") else { return [] }
        return place.browse.list.rows.map { row in
            (Address.article(row.id, sentence: nil).text, row.heading)
        }.filter { $0.0.hasPrefix(typed) }.map { suggestion($0.0, $0.1, after: head) }
    }

    private func suggestion(
        _ address: String, _ detail: String, after head: String
    ) -> Suggestion {
        Suggestion(
            target: .argument(head + address), name: address, highlights: [], kind: "address",
            detail: detail)
    }
}

/// The beginnings of addresses, as they are proposed.
private struct AddressForm {
    var text: String
    var summary: String

    static let all = [
        AddressForm(text: "parley:overview", summary: "where the articles disagree"),
        AddressForm(text: "parley:clashes?q=", summary: "every fact on which they differ"),
        AddressForm(text: "parley:articles?q=", summary: "the articles that meet a query"),
        AddressForm(text: "parley:article/", summary: "an article, by the start of its id"),
        AddressForm(text: "parley:actor/", summary: "a person, state, body or group"),
        AddressForm(text: "parley:source/", summary: "an outlet"),
        AddressForm(text: "parley:point/", summary: "a point of the plan, or a topic"),
        AddressForm(text: "parley:compare?a=", summary: "two to four articles: a=…&b=…"),
        AddressForm(text: "parley:matrix?of=points", summary: "who speaks of which point"),
        AddressForm(text: "parley:matrix?of=people", summary: "who speaks of whom"),
        AddressForm(text: "parley:timeline", summary: "what happened, day by day"),
        AddressForm(text: "parley:chains", summary: "who has it from whom"),
        AddressForm(text: "parley:drafts?pair=1", summary: "what became of each point"),
        AddressForm(text: "parley:proposals", summary: "names the dossier does not have"),
        AddressForm(text: "parley:help", summary: "every key"),
    ]
}
