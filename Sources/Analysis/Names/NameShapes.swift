/// Finds names that no dossier knows: people with a first name or an office, bodies by the words
/// such names are made of, outlets beside a reporting cue, groups of a nation. Proposes only what
/// its shape makes plain; the rest is left alone.
struct NameShapes {
    let dossier: Dossier
    let reading: Reading
    private(set) var mentions: [Mention]
    private(set) var newcomers: [Newcomer] = []
    /// For each token the mention it belongs to, -1 for none, -2 for what is no name.
    private var owner: [Int32]
    private var newcomerOfName: [String: Int] = [:]
    /// By id: "Kim Jong-un" and "Kim Jong Un" are spelled two ways.
    private var newcomerOfID: [String: Int] = [:]
    private var newcomerOfSurname: [Word: Int] = [:]
    /// Bodies by the last two words of their longer names.
    private var newcomerOfTail: [Word: Int] = [:]
    /// First names of people of the dossier who are named in full; nil where two share one.
    private var bearers: [Word: Mention.Target?] = [:]

    /// `mentions` are those of the dossier's names; `taken` marks tokens that look like a name of
    /// the dossier and are none.
    init(_ reading: Reading, dossier: Dossier, mentions: [Mention], taken: [Bool]) {
        self.dossier = dossier
        self.reading = reading
        self.mentions = mentions
        owner = taken.map { $0 ? -2 : -1 }
        for (index, mention) in mentions.enumerated() {
            if mention.form == .fullName, mention.tokens.count > 1 {
                let word = reading.word(mention.tokens.lowerBound)
                let isShared = bearers[word].map { $0 != mention.target } ?? false
                bearers[word] = .some(isShared ? nil : mention.target)
            }
            for token in mention.title where token < owner.count { owner[token] = -2 }
            for token in mention.tokens { owner[token] = Int32(index) }
        }
    }

    mutating func run() {
        let openings = reading.tokens { _, token in
            token.isCapitalised || token.classes.contains(.groupNoun)
        }
        var next = 0
        for opening in openings where opening >= next {
            let index = Int(opening)
            next = read(at: index, before: reading.sentence(around: index).upperBound)
        }
        mentions.removeAll { $0.tokens.isEmpty }
        mentions.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }

    /// Reads what begins at a token; returns where to go on.
    private mutating func read(at index: Int, before limit: Int) -> Int {
        if reading.tokens[index].classes.contains(.groupNoun) { addGroup(at: index) }
        guard reading.tokens[index].isCapitalised else { return index + 1 }
        guard owner[index] != -2,
            let run = NameRun.at(index, in: reading, before: limit, connects: false)
        else { return index + 1 }
        if let end = readLongName(run.tokens, before: limit) { return end }
        guard owner[index] == -1 else { return index + 1 }
        let free = freePart(of: run.tokens)
        if let end = readPerson(free) { return end }
        if free.count == 1 { readShortName(at: index) }
        return free.upperBound
    }

    /// A surname of somebody proposed before, or the first name of somebody known: "Jared and I".
    private mutating func readShortName(at index: Int) {
        let word = reading.word(index)
        let token = reading.tokens[index]
        // "UN" is no "Kim Jong Un".
        if let known = newcomerOfSurname[word], !token.isAllCaps || token.end - token.start > 4 {
            add(.newcomer(known), index..<index + 1, .shortName, 0.8, title: index..<index)
        } else if reading.classes(index).contains(.givenName), let bearer = bearers[word],
            let bearer
        {
            add(bearer, index..<index + 1, .shortName, 0.75, title: index..<index)
        }
    }

    /// The run up to the first token that belongs to a mention.
    private func freePart(of tokens: Range<Int>) -> Range<Int> {
        let end = tokens.first { owner[$0] != -1 } ?? tokens.upperBound
        return tokens.lowerBound..<end
    }

    // MARK: Groups

    private mutating func addGroup(at index: Int) {
        let shapes = GroupShapes(reading: reading, cast: owner, mentions: mentions)
        guard let group = shapes.group(at: index) else { return }
        release(group.tokens)
        let number = newcomer(group.name, .group)
        add(
            .newcomer(number), group.tokens, .shape, 0.85,
            title: group.tokens.lowerBound..<group.tokens.lowerBound)
    }

    /// Takes tokens away from the mentions they belong to.
    private mutating func release(_ tokens: Range<Int>) {
        for token in tokens where owner[token] >= 0 {
            let index = Int(owner[token])
            for own in mentions[index].tokens { owner[own] = -1 }
            mentions[index].tokens = token..<token
        }
    }

    // MARK: Outlets and bodies

    /// Outlets and bodies have names of two words or more, which may hold names of the dossier:
    /// "Bank of Russia". `short` is the run without small words of such names. Returns where to go
    /// on after one.
    private mutating func readLongName(_ short: Range<Int>, before limit: Int) -> Int? {
        if let end = readOutlet(short) { return end }
        guard
            let run = NameRun.at(short.lowerBound, in: reading, before: limit, connects: true)
        else { return nil }
        let shapes = BodyShapes(reading: reading, surnames: newcomerOfSurname)
        guard run.tokens.count > 1, isFreeEnough(run.tokens), let body = shapes.body(in: run.tokens)
        else { return nil }
        release(body)
        let isOffice = Standing(reading).isOffice(after: body)
        let number = self.body(body)
        add(
            .newcomer(number), body, .shape, 0.75, title: body.lowerBound..<body.lowerBound,
            use: isOffice ? .topic : .actor)
        return body.upperBound
    }

    /// Whether a run holds at most states and places of the dossier, and begins with none of its
    /// longer names.
    private func isFreeEnough(_ tokens: Range<Int>) -> Bool {
        var free = 0
        for token in tokens {
            if owner[token] == -2 { return false }
            guard owner[token] >= 0 else {
                free += 1
                continue
            }
            let mention = mentions[Int(owner[token])]
            if !isLand(mention.target) || mention.tokens.upperBound > tokens.upperBound {
                return false
            }
        }
        return free > 0
    }

    private func isLand(_ target: Mention.Target) -> Bool {
        switch target {
        case .place: true
        case .participant(let index): dossier.participants[index].kind == .state
        case .outlet, .newcomer: false
        }
    }

    /// The newcomer a body's name names: a longer one found before that ends so ("Finance
    /// Committee" of the "Senate Finance Committee"), else one of its own.
    private mutating func body(_ tokens: Range<Int>) -> Int {
        let last = tokens.upperBound - 1
        let tail = Word(
            mixing: reading.word(last),
            with: Int(truncatingIfNeeded: reading.word(last - 1).hash))
        if tokens.count == 2, let known = newcomerOfTail[tail] { return known }
        let number = newcomer(reading.text(of: tokens), .body)
        if tokens.count > 2, reading.classes(last).contains(.bodyWord) {
            newcomerOfTail[tail] = number
        }
        return number
    }

    private mutating func readOutlet(_ run: Range<Int>) -> Int? {
        let tokens = isFreeEnough(run) ? run : freePart(of: run)
        guard !tokens.isEmpty,
            let outlet = OutletShapes(reading: reading).outlet(at: tokens, isFree: isFree(tokens))
        else { return nil }
        release(outlet.tokens)
        let number = newcomer(outlet.name, .body, isOutlet: true)
        add(
            .newcomer(number), outlet.tokens, .shape, outlet.confidence,
            title: run.lowerBound..<run.lowerBound)
        return outlet.tokens.upperBound
    }

    /// Whether no token of a run belongs to a name of the dossier.
    private func isFree(_ tokens: Range<Int>) -> Bool { tokens.allSatisfy { owner[$0] == -1 } }

    // MARK: People

    /// Somebody by first name and surname, or by a surname behind an office.
    private mutating func readPerson(_ tokens: Range<Int>) -> Int? {
        let shapes = PersonShapes(reading: reading)
        let part = shapes.part(of: tokens)
        if part.count == 1 {
            guard shapes.isPersonal(part.lowerBound) else { return nil }
            return readSurname(part, title: Titles.range(before: part.lowerBound, in: reading))
        }
        guard let person = shapes.person(in: tokens, isSmall: { smallWords.contains($0) }) else {
            return nil
        }
        let number = newcomer(reading.text(of: person.name), .person)
        newcomerOfSurname[reading.word(person.name.upperBound - 1)] = number
        add(.newcomer(number), person.name, .shape, person.confidence, title: person.title)
        return person.name.upperBound
    }

    /// The words that the article writes small.
    private lazy var smallWords = WordSet(
        reading.tokens.lazy.filter { $0.isWord && !$0.isCapitalised }.map(\.word))

    /// "Mr. Alvarez", "Senator Cruz": one name behind a capitalised office.
    private mutating func readSurname(_ name: Range<Int>, title: Range<Int>) -> Int? {
        guard let last = title.last(where: { reading.tokens[$0].isWord }),
            reading.tokens[last].isCapitalised,
            reading.classes(name.lowerBound).isDisjoint(with: [.title, .titlePart, .demonym])
        else { return nil }
        let known = newcomerOfSurname[reading.word(name.lowerBound)]
        let number = known ?? newcomer(reading.text(of: name), .person)
        add(.newcomer(number), name, known == nil ? .shape : .shortName, 0.7, title: title)
        return name.upperBound
    }

    // MARK: Adding

    private mutating func newcomer(
        _ name: String, _ kind: Participant.Kind, isOutlet: Bool = false
    ) -> Int {
        if let index = newcomerOfName[name] { return index }
        let id = NameShapes.id(of: name)
        if let index = newcomerOfID[id], newcomers[index].kind == kind,
            newcomers[index].isOutlet == isOutlet
        {
            newcomerOfName[name] = index
            return index
        }
        newcomers.append(Newcomer(id: id, name: name, kind: kind, isOutlet: isOutlet))
        newcomerOfName[name] = newcomers.count - 1
        newcomerOfID[id] = newcomers.count - 1
        return newcomers.count - 1
    }

    private mutating func add(
        _ target: Mention.Target, _ tokens: Range<Int>, _ form: Mention.Form, _ confidence: Double,
        title: Range<Int>, use: Mention.Use = .actor
    ) {
        for token in tokens { owner[token] = Int32(mentions.count) }
        mentions.append(
            Mention(
                tokens: tokens, target: target, use: use, form: form, title: title,
                confidence: confidence))
    }

    /// "tatiana-stanovaya": letters and digits in small letters, the rest hyphens.
    static func id(of name: String) -> String {
        var id: [UInt8] = []
        id.reserveCapacity(name.utf8.count)
        for scalar in name.lowercased().unicodeScalars {
            let isASCIILetter = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
            if isASCIILetter {
                id.append(UInt8(truncatingIfNeeded: scalar.value))
            } else if !scalar.isASCII, scalar.properties.isAlphabetic {
                id.append(contentsOf: Character(scalar).utf8)
            } else if let last = id.last, last != UInt8(ascii: "-") {
                id.append(UInt8(ascii: "-"))
            }
        }
        if id.last == UInt8(ascii: "-") { id.removeLast() }
        return String(decoding: id, as: UTF8.self)
    }
}
