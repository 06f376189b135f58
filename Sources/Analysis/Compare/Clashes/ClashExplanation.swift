/// What differs, in one sentence: "differ" and "contradict", never "wrong".
enum ClashExplanation {
    static func sentence(for clash: Comparison.Clash) -> String {
        var texts: [String] = []
        var known: Set<String> = []
        for value in clash.values where known.insert(SpelledNumber.inDigits(value.text)).inserted {
            texts.append(value.text)
        }
        let quoted = texts.map { "“\($0)”" }
        let first = quoted.dropLast().joined(separator: ", ")
        let listed = [first, quoted.last ?? ""].filter { !$0.isEmpty }.joined(separator: " and ")
        return "\(subject(clash)): \(listed)."
    }

    private static func subject(_ clash: Comparison.Clash) -> String {
        switch (clash.kind, clash.relation) {
        case (.position, .contradiction) where clash.about.hasSuffix(".outcome"):
            "The outcome is told of in opposite words"
        case (.name, .contradiction): "An office is given here and denied there"
        case (.figure, _) where clash.about.hasSuffix(".scope"):
            "The same count is told of different things"
        case (.position, .contradiction) where clash.about.hasSuffix(".receipt"):
            "A paper has been received by one account and not by the other"
        case (.position, _) where clash.about.hasSuffix(".receipt"):
            "A paper is not yet received at one time and received at another"
        case (.position, _) where clash.about.hasSuffix(DemandClashes.ending):
            "What is demanded concerns different points"
        case (.date, _) where clash.about == "deadline":
            "The deadline is told of differently"
        case (.name, _): "The name or office is given differently"
        case (.version, .spelling): "One remark is quoted in different words"
        case (.place, .spelling): "One event is placed by different names"
        case (.version, .contradiction): "The same provision is ascribed to different versions"
        case (.version, _): "The provision is told of different versions"
        case (let kind, .contradiction): "The \(noun(kind)) contradict each other"
        case (let kind, .laterVersion): "The \(noun(kind)) belong to different versions"
        case (let kind, .otherTime): "The \(noun(kind)) are of different times"
        case (let kind, .spelling): "The \(noun(kind)) are written differently"
        }
    }

    private static func noun(_ kind: Comparison.Clash.Kind) -> String {
        switch kind {
        case .figure: "figures"
        case .date: "dates"
        case .place: "places"
        case .name: "names"
        case .position: "positions"
        case .version: "versions"
        }
    }
}
