@testable import Analysis

extension Sample {
    /// Two states with their capitals, a few people with hard names, and outlets that are words.
    static let dossier: Dossier = {
        var dossier = Dossier(id: "sample", title: "Sample", contentHash: "0")
        dossier.participants = [
            person("alvarez", "Maria Alvarez", ["Alvarez", "Альварес"]),
            person("vance", "Jane Vance", [], weak: ["Vance"]),
            person("vance-2", "Peter Vance", []),
            person("orban", "Viktor Orbán", ["Orbán"]),
            person("bacon", "Don Bacon", ["Rep. Bacon"], not: ["Bacon"]),
            state("norland", "Norland", ["NL"], metonyms: ["Portby"]),
            state("sudland", "Sudland", ["Kingdom of Sudland"], metonyms: ["Castra"]),
            body("palace", "Green Palace", ["the Palace"]),
            body("league", "Sea League", ["SEAL", "S.L."]),
        ]
        dossier.places = [
            Place(id: "portby", name: "Portby"), Place(id: "castra", name: "Castra"),
            Place(id: "bay", name: "Cold Bay"),
        ]
        dossier.outlets = [
            outlet("time", "Time", weak: true), outlet("wire", "Northern Wire", weak: false),
            outlet("truth", "Truth", weak: false), outlet("truth-x", "Truth.xy", weak: false),
        ]
        return dossier
    }()

    private static func person(
        _ id: String, _ name: String, _ aliases: [String], weak: [String] = [],
        not: [String] = []
    ) -> Participant {
        var result = Participant(id: id, name: name, kind: .person)
        result.aliases =
            [Alias(name)] + aliases.map { Alias($0) } + weak.map { Alias($0, isWeak: true) }
        result.notThis = not
        return result
    }

    private static func state(
        _ id: String, _ name: String, _ aliases: [String], metonyms: [String]
    ) -> Participant {
        var result = Participant(id: id, name: name, kind: .state)
        result.aliases = ([name] + aliases).map { Alias($0) }
        result.metonyms = metonyms
        return result
    }

    private static func body(_ id: String, _ name: String, _ aliases: [String]) -> Participant {
        var result = Participant(id: id, name: name, kind: .body)
        result.aliases = ([name] + aliases).map { Alias($0) }
        return result
    }

    private static func outlet(_ id: String, _ name: String, weak: Bool) -> Outlet {
        var result = Outlet(id: id, name: name)
        result.aliases = [Alias(name, isWeak: weak)]
        result.domains = ["\(id).example"]
        return result
    }

    /// "id: form" of every actor named, in the order of the text.
    static func actors(_ sentences: [String]) -> [String] {
        let reading = reading(sentences)
        let finder = NameFinder(dossier: dossier)
        let cast = finder.cast(in: reading)
        return cast.mentions.filter { $0.use == .actor }.compactMap { mention in
            guard cast.kind(of: mention.target, in: dossier) != nil else { return nil }
            return
                "\(cast.id(of: mention.target, in: dossier)): \(reading.text(of: mention.tokens))"
        }
    }
}
