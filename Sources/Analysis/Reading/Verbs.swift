/// Verbs of news prose with their regular forms, so that a list of stems is enough.
enum Verbs {
    /// Adds -s, -ed and -ing to each stem by the rules of spelling: deny, denies, denied, denying.
    /// Words of irregular verbs are given as they are after a bar: "say|said".
    static func forms(of stems: String) -> String {
        var result: [String] = []
        for item in stems.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let parts = item.split(separator: "|").map(String.init)
            guard let stem = parts.first else { continue }
            result += [stem, thirdPerson(stem), participle(stem)]
            result += parts.count > 1 ? Array(parts.dropFirst()) : [past(stem)]
        }
        return result.joined(separator: " ")
    }

    /// The stems alone.
    static func stems(of stems: String) -> String {
        stems.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { item in
            String(item.prefix { $0 != "|" })
        }.joined(separator: " ")
    }

    private static let vowels: Set<Character> = ["a", "e", "i", "o", "u"]

    /// Ends in y after a consonant.
    private static func endsInY(_ stem: String) -> Bool {
        stem.last == "y" && !(stem.dropLast().last.map(vowels.contains) ?? true)
    }

    private static func thirdPerson(_ stem: String) -> String {
        if endsInY(stem) { return stem.dropLast() + "ies" }
        let hisses = ["s", "x", "z", "ch", "sh", "o"].contains { stem.hasSuffix($0) }
        return stem + (hisses ? "es" : "s")
    }

    private static func past(_ stem: String) -> String {
        if endsInY(stem) { return stem.dropLast() + "ied" }
        return stem.hasSuffix("e") ? stem + "d" : doubled(stem) + "ed"
    }

    private static func participle(_ stem: String) -> String {
        if stem.hasSuffix("ie") { return stem.dropLast(2) + "ying" }
        let silent = stem.hasSuffix("e") && !stem.hasSuffix("ee")
        return (silent ? String(stem.dropLast()) : doubled(stem)) + "ing"
    }

    /// The last consonant doubled in short stems: stop, stopp-; two-syllable stems are listed.
    private static func doubled(_ stem: String) -> String {
        let listed = ["admit", "commit", "permit", "submit", "refer", "confer", "prefer", "begin"]
        let letters = Array(stem)
        guard letters.count >= 3, let last = letters.last, !vowels.contains(last),
            !"wxy".contains(last)
        else { return stem }
        let isShort =
            vowels.contains(letters[letters.count - 2])
            && !vowels.contains(letters[letters.count - 3])
            && letters.dropLast(2).allSatisfy { !vowels.contains($0) }
        return isShort || listed.contains(stem) ? stem + String(last) : stem
    }

    /// Verbs that report speech or writing.
    static let reporting = """
        say|said tell|told report announce confirm state claim add note write|wrote|written warn
        insist stress argue explain reveal declare suggest acknowledge admit deny|denied assert
        allege emphasize emphasise reiterate repeat reply respond answer ask urge call describe
        tweet post publish quote cite disclose predict believe think|thought conclude remark
        comment observe indicate caution estimate recall testify vow pledge promise boast
        speculate underline underscore mention hint signal maintain contend counter concede
        complain lament joke quip echo muse opine
        """

    /// Verbs of going and being somewhere, of people.
    static let motion = """
        arrive travel fly|flew|flown go|went|gone come|came return visit depart leave|left head
        land tour journey drive|drove|driven sail hurry rush flee|fled escape relocate deploy
        station evacuate deport extradite emigrate move swing|swung gather convene
        """

    /// What actors do in the news, apart from the above.
    static let action = """
        want accept reject agree oppose refuse demand propose offer seek|sought need require
        welcome criticize criticise condemn praise approve back support block veto plan intend
        hope expect aim try attempt fail manage continue begin|began|begun start stop end suspend
        resume launch push press pressure force pull withdraw|withdrew|withdrawn attack invade
        strike|struck bomb shell capture seize occupy control hold|held keep|kept lose|lost win|won
        defend deter help assist aid fund finance pay|paid buy|bought sell|sold supply deliver
        provide receive get|got give|gave|given take|took|taken make|made let|let put|put set|set
        bring|brought send|sent hand release issue sign draft prepare present submit table revise
        amend adjust change reduce cut|cut raise increase lift impose ease tighten freeze|froze
        ban bar allow permit prevent threaten warn retaliate fight|fought face suffer gain benefit
        risk consider weigh discuss negotiate talk meet|met speak|spoke|spoken hold|held host join
        cede recognize recognise annex declare commit oblige guarantee ensure secure protect see|saw
        view regard know|knew|known feel|felt find|found fear worry doubt trust share spread|spread
        show|showed|shown appear seem look remain stay become|became act react lead|led follow
        participate attend represent visit elect vote choose|chose|chosen appoint name dismiss fire
        resign replace nominate summon arrest accuse blame charge sue investigate probe mediate
        broker facilitate arrange organize organise schedule postpone delay cancel boycott skip
        abandon drop quit break|broke|broken violate breach respect honor honour observe comply
        fulfil fulfill implement enforce monitor verify inspect exchange swap free trade invest
        export import build|built rebuild|rebuilt restore repair destroy damage kill wound injure
        deploy send|sent advance retreat surrender prevail triumph celebrate mark serve play run|ran
        operate own rely depend contribute coordinate cooperate collaborate work pursue focus
        concentrate insist aspire apply enter exit leave|left rejoin bow yield concede sway turn
        close open reopen shut|shut tout hail slam blast rebuff shrug dodge ignore overlook
        """
}
