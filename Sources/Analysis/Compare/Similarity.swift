import Intake

/// A sentence of one of the columns that are compared.
struct Node: Hashable, Sendable {
    var column: Int
    var sentence: Int
}

/// How much every two sentences of different columns have in common.
///
/// The measure is a cosine over features, softened by a constant so that two short sentences with
/// one rare word in common do not stand above two long ones with five:
/// `shared / sqrt((mass + c)(mass' + c))`, where a feature's mass is its kind's weight times the
/// square of its inverse sentence frequency among the articles at hand.
struct Similarity: Sendable {
    struct Neighbour: Sendable {
        var node: Int
        var value: Double
        /// The same without softening: 1 for sentences with the same features.
        var closeness: Double
    }

    let nodes: [Node]
    /// For each node, the sentences of other columns it shares anything with.
    let neighbours: [[Neighbour]]
    private let massOfKey: [UInt64: Double]

    static let softening = 24.0

    init(_ columns: [FeatureList], weights: WordWeights, clashes: [Comparison.Clash] = []) {
        var nodes: [Node] = []
        var features: [[Feature]] = []
        for (column, list) in columns.enumerated() {
            for (sentence, found) in list.ofSentence.enumerated() {
                nodes.append(Node(column: column, sentence: sentence))
                features.append(found)
            }
        }
        let holders = Similarity.holders(features)
        massOfKey = Similarity.masses(columns, holders, sentenceCount: nodes.count, weights)
        self.nodes = nodes
        var neighbours = Similarity.neighbours(nodes, features, holders, massOfKey)
        Similarity.addLedes(to: &neighbours, nodes)
        Similarity.draw(&neighbours, nodes, by: clashes)
        self.neighbours = neighbours
    }

    /// What a feature counts for; 0 for one that stands nowhere.
    func mass(of key: UInt64) -> Double { massOfKey[key] ?? 0 }

    /// What two sentences gain that differ on a fact: they speak of the same thing, which is enough
    /// to found a row.
    static let differing = 0.35
    /// What the openings of two articles gain: reports on one matter begin with the same news.
    private static let lede = (sentences: 2, gain: 0.05)

    private static func addLedes(to neighbours: inout [[Neighbour]], _ nodes: [Node]) {
        for node in nodes.indices where nodes[node].sentence < lede.sentences {
            for index in neighbours[node].indices
            where nodes[neighbours[node][index].node].sentence < lede.sentences {
                neighbours[node][index].value += lede.gain
            }
        }
    }

    /// Brings the sentences nearer that differ on one fact, spellings apart.
    private static func draw(
        _ neighbours: inout [[Neighbour]], _ nodes: [Node], by clashes: [Comparison.Clash]
    ) {
        for clash in clashes where clash.relation != .spelling {
            let places = Set(
                clash.values.compactMap { value in
                    nodes.firstIndex {
                        $0.column == value.column && value.sentences.first == $0.sentence
                    }
                }
            ).sorted()
            for (left, right) in places.flatMap({ left in places.map { (left, $0) } })
            where nodes[left].column != nodes[right].column {
                if let index = neighbours[left].firstIndex(where: { $0.node == right }) {
                    neighbours[left][index].value += differing
                } else {
                    neighbours[left].append(
                        Neighbour(node: right, value: differing, closeness: 0))
                }
            }
        }
    }

    /// Sentences that have fewer words in common, and nothing else, say nothing of the same.
    private static let fewestWords = 3

    private static func holders(_ features: [[Feature]]) -> [UInt64: [Int32]] {
        var holders: [UInt64: [Int32]] = [:]
        holders.reserveCapacity(features.count * 8)
        for (node, list) in features.enumerated() {
            for feature in list { holders[feature.key, default: []].append(Int32(node)) }
        }
        return holders
    }

    private static func masses(
        _ columns: [FeatureList], _ holders: [UInt64: [Int32]], sentenceCount: Int,
        _ weights: WordWeights
    ) -> [UInt64: Double] {
        var masses: [UInt64: Double] = [:]
        masses.reserveCapacity(holders.count)
        let total = Double(sentenceCount + 1)
        for column in columns {
            for feature in column.ofSentence.joined() {
                let frequency = Double(holders[feature.key]?.count ?? 1)
                var rarity = max(0.1, Logarithm.natural(total / frequency))
                if feature.kind == .word { rarity *= weights.telling(ofStem: feature.key) }
                let mass = feature.kind.weight * rarity * rarity
                masses[feature.key] = max(masses[feature.key] ?? 0, mass)
            }
        }
        return masses
    }

    private static func neighbours(
        _ nodes: [Node], _ features: [[Feature]], _ holders: [UInt64: [Int32]],
        _ masses: [UInt64: Double]
    ) -> [[Neighbour]] {
        // What nobody else quotes says nothing of how much else a sentence says.
        let total = features.map { list in
            list.reduce(0) { sum, feature in
                let isAlone = feature.kind == .quoted && (holders[feature.key]?.count ?? 0) < 2
                return sum + (isAlone ? 0 : masses[feature.key] ?? 0)
            }
        }
        var shared = Array(repeating: 0.0, count: nodes.count)
        var words = Array(repeating: 0, count: nodes.count)
        var touched: [Int] = []
        return nodes.indices.map { node in
            for feature in features[node] {
                let mass = masses[feature.key] ?? 0
                for holder in holders[feature.key] ?? [] {
                    let other = Int(holder)
                    guard nodes[other].column != nodes[node].column else { continue }
                    if shared[other] == 0 { touched.append(other) }
                    shared[other] += mass
                    // Anything but a word is enough by itself.
                    words[other] += feature.kind.isWord ? 1 : fewestWords
                }
            }
            let found = touched.sorted().filter { words[$0] >= fewestWords }.map { other in
                let product = total[node] * total[other]
                let soft = (total[node] + softening) * (total[other] + softening)
                return Neighbour(
                    node: other, value: shared[other] / soft.squareRoot(),
                    closeness: shared[other] / product.squareRoot())
            }
            for other in touched {
                shared[other] = 0
                words[other] = 0
            }
            touched.removeAll(keepingCapacity: true)
            return found
        }
    }
}
