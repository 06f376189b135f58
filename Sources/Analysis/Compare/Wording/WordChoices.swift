/// Words between which an outlet chooses when it speaks of one kind of thing. A line names no
/// matter and no side; that two articles chose differently is shown with the sentences and judged
/// by whoever reads them.
enum WordChoices {
    struct Choice: Sendable {
        /// What the words are about.
        var about: String
        /// Each form as a list of ways to write it, each a list of words.
        var forms: [(name: String, spellings: [[Word]])]
    }

    static let all: [Choice] = lines.split(separator: "\n").map { line in
        let halves = line.split(separator: ":")
        return Choice(
            about: String(halves[0]).trimmed,
            forms: halves[1].split(separator: ",").map { form in
                let spellings = form.split(separator: "/").map { String($0).trimmed }
                return (spellings[0], spellings.map(words))
            })
    }

    private static func words(_ form: String) -> [Word] {
        form.split(separator: " ").map { Word(String($0)) }
    }

    /// What it is about: forms, inflections of one behind a slash.
    private static let lines = """
        who governs: government/governments, regime/regimes, junta, authorities, leadership, \
        administration, rulers
        the fighting: war/wars, invasion, aggression, conflict/conflicts, special military operation, \
        special operation, hostilities, intervention, incursion
        those who fight: troops, soldiers/soldier, forces, fighters/fighter, militants/militant, \
        rebels/rebel, separatists/separatist, insurgents/insurgent, terrorists/terrorist, \
        mercenaries/mercenary, militia/militias
        land taken: occupied/occupies/occupy/occupation, annexed/annexation, seized/seizure, \
        captured/capture, liberated/liberating, controlled, reunified/reunification
        giving way: concession/concessions, compromise/compromises, capitulation/capitulate, \
        surrender/surrendered
        the paper: plan/plans, proposal/proposals, ultimatum, deal, demands, framework, wish list
        verbs of saying: said, claimed/claims, admitted/admits, insisted/insists, alleged/alleges, \
        boasted/boasts, warned/warns, conceded/concedes, revealed/reveals, denied/denies, \
        acknowledged/acknowledges
        the killed: killed, died, murdered, slaughtered, eliminated, neutralised/neutralized
        crossing borders: migrants/migrant, refugees/refugee, illegals, aliens, undocumented
        """
}

extension String {
    fileprivate var trimmed: String {
        var words = self[...]
        while words.first == " " { words.removeFirst() }
        while words.last == " " { words.removeLast() }
        return String(words)
    }
}
