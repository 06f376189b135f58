import Intake

/// Finds which points of the dossier a sentence is about, by their cues.
struct PointFinder: Sendable {
    let dossier: Dossier
    private let terms: TermIndex
    private let cues: [CompiledCue]
    /// For each term the cues whose first item it fulfils, ascending.
    private let cuesOfTerm: [[Int]]
    /// For each participant itself or the state or body it belongs to.
    private let parties: [Int]

    /// A cue with its terms as numbers.
    private struct CompiledCue: Sendable {
        var point: Int
        var position: Int
        var all: [[Int]]
        var none: [Int]
    }

    init(dossier: Dossier) {
        self.dossier = dossier
        let all = dossier.points.flatMap { $0.cues.flatMap { $0.all + $0.none } }
        let index = TermIndex(all.flatMap(\.terms))
        terms = index
        var compiled: [CompiledCue] = []
        for (point, entry) in dossier.points.enumerated() {
            for (position, cue) in entry.cues.enumerated() {
                compiled.append(
                    CompiledCue(
                        point: point, position: position,
                        all: cue.all.map { $0.terms.compactMap(index.number) },
                        none: cue.none.flatMap { $0.terms.compactMap(index.number) }))
            }
        }
        cues = compiled
        var cuesOfTerm: [[Int]] = Array(repeating: [], count: index.count)
        for (number, cue) in compiled.enumerated() {
            for term in cue.all.first ?? [] { cuesOfTerm[term].append(number) }
        }
        self.cuesOfTerm = cuesOfTerm
        parties = dossier.participants.enumerated().map { index, participant in
            dossier.participants.firstIndex { $0.id == participant.partOf } ?? index
        }
    }

    /// One finding for each point, with the words that show it in each sentence.
    func findings(in reading: Reading, cast: Cast) -> [PointFinding] {
        guard !cues.isEmpty, isAbout(cast) else { return [] }
        var search = Search(count: terms.count, points: dossier.points.count)
        for sentence in 0..<reading.sentenceCount {
            read(sentence, of: reading, &search)
        }
        return dossier.points.indices.compactMap { finding($0, search) }
    }

    /// Whether an article is about the dossier's matter at all: it names three parties. In one on
    /// another matter the words of a cue mean something else. A small dossier asks for nothing.
    private func isAbout(_ cast: Cast) -> Bool {
        guard dossier.participants.count >= 10 else { return true }
        var named: Set<Int> = []
        for mention in cast.mentions {
            guard case .participant(let index) = mention.target else { continue }
            named.insert(parties[index])
            if named.count >= 3 { return true }
        }
        return false
    }

    /// What one article has shown so far.
    private struct Search {
        /// For each term in which sentence it was last met, and by which of its hits.
        var met: [(sentence: Int32, hit: Int32)]
        var evidence: [[Evidence]]
        var cue: [Int?]
        /// For each point those whose own cue in one of its sentences was ruled out.
        var rivals: [[Int]]
        var ruledOut: [Int] = []
        var hits: [TermIndex.Hit] = []
        var candidates: [Int] = []

        init(count: Int, points: Int) {
            met = Array(repeating: (-1, -1), count: count)
            evidence = Array(repeating: [], count: points)
            cue = Array(repeating: nil, count: points)
            rivals = Array(repeating: [], count: points)
        }

        func met(_ term: Int, _ sentence: Int) -> Bool { Int(met[term].sentence) == sentence }
    }

    private func read(_ sentence: Int, of reading: Reading, _ search: inout Search) {
        let tokens = reading.tokens(ofSentence: sentence)
        search.hits.removeAll(keepingCapacity: true)
        terms.hits(in: reading, tokens, into: &search.hits)
        guard !search.hits.isEmpty else { return }
        search.candidates.removeAll(keepingCapacity: true)
        for (index, hit) in search.hits.enumerated() where !search.met(hit.term, sentence) {
            search.met[hit.term] = (Int32(sentence), Int32(index))
            search.candidates += cuesOfTerm[hit.term]
        }
        search.candidates.sort()
        search.ruledOut.removeAll(keepingCapacity: true)
        for number in search.candidates {
            let cue = cues[number]
            guard search.evidence[cue.point].last?.sentence != sentence else { continue }
            guard let found = words(of: cue, in: sentence, search) else { continue }
            if cue.none.contains(where: { search.met($0, sentence) }) {
                search.ruledOut.append(cue.point)
                continue
            }
            let text = reading.article.text
            for range in found {
                let words = TermIndex.wholeWords(range, in: text.utf8)
                search.evidence[cue.point].append(
                    Evidence(sentence: sentence, range: text.scalarRange(ofBytes: words)))
            }
            if search.cue[cue.point] == nil { search.cue[cue.point] = cue.position }
        }
        noteRivals(sentence, &search)
    }

    /// Points that a sentence would have been about, had a word of it not ruled them out, are the
    /// rivals of those that it is about.
    private func noteRivals(_ sentence: Int, _ search: inout Search) {
        guard !search.ruledOut.isEmpty else { return }
        let points = search.candidates.map { cues[$0].point }
        let found = points.filter { search.evidence[$0].last?.sentence == sentence }
        for rival in search.ruledOut where !found.contains(rival) {
            for point in found where !search.rivals[point].contains(rival) {
                search.rivals[point].append(rival)
            }
        }
    }

    /// The words that fulfil all items of a cue in a sentence, one range an item, in the order of
    /// the text; nil when one is missing. Whether others rule the cue out is not looked at here.
    private func words(of cue: CompiledCue, in sentence: Int, _ search: Search) -> [Range<Int>]? {
        var found: [Range<Int>] = []
        for item in cue.all {
            guard let term = item.first(where: { search.met($0, sentence) }) else {
                return nil
            }
            found.append(search.hits[Int(search.met[term].hit)].bytes)
        }
        found.sort { $0.lowerBound < $1.lowerBound }
        return found
    }

    private func finding(_ point: Int, _ search: Search) -> PointFinding? {
        guard let position = search.cue[point], !search.evidence[point].isEmpty else { return nil }
        let entry = dossier.points[point]
        return PointFinding(
            id: entry.id,
            basis: Basis(
                rule: "cue-in-sentence", cue: entry.cues[position].text, confidence: 0.85,
                rivals: search.rivals[point].map { dossier.points[$0].id },
                evidence: search.evidence[point]))
    }
}
