/// Words of the news that say about the same: "arrived" and "visit", "proposal" and "draft". Each
/// line is one meaning. They bring sentences of other words near each other and count for little
/// by themselves.
enum Thesaurus {
    /// The meaning of a word, by the hash of its stem; nil for words of no line.
    static func meaning(ofStem stem: UInt64) -> Int? { meanings[stem] }

    private static let meanings: [UInt64: Int] = {
        var meanings: [UInt64: Int] = [:]
        for (number, line) in lines.split(separator: "\n").enumerated() {
            for word in line.split(separator: " ") {
                let stem = WordStem.stem(of: Array(word.utf8)).hash
                if meanings[stem] == nil { meanings[stem] = number }
            }
        }
        return meanings
    }()

    private static let lines = """
        arrive arrival travel travelled trip visit journey fly flew accompany join alongside depart
        meet met meeting talks negotiation consultation discussion discuss session summit round spoke
        plan proposal framework draft document text version blueprint outline
        revise revision update adjust adjustment rework amend amendment modify refine alter latest
        reduce shorten cut trim pare slim
        object objection criticism criticise oppose reject refuse refusal dismiss deny denied
        accept acceptable agree welcome favour favor endorse approve approval
        demand insist insistence require requirement seek condition
        withdraw withdrawal cede relinquish concede concession surrender capitulation
        restrict restriction ban bar block prevent prohibit limit cap
        constructive productive useful positive optimistic progress encouraging substantive fruitful
        obstacle hurdle unresolved unclear unsettled disagreement dispute contentious divide
        basis foundation
        receive hand send sent submit deliver
        attack strike airstrike shelling combat battle hostilities fighting
        capture seize occupy advance
        end ended resolve resolution settle settlement peace deal agreement
        war conflict invasion aggression crisis
        help shape craft prepare drafting credit
        video footage film
        head lead led chief
        troops soldiers forces army military
        delegation negotiator envoy representative emissary
        electricity power heating
        expect hope anticipate believe
        """
}
