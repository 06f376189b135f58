/// Which sentences stand in one row: groups of up to three sentences a column.
///
/// Every two sentences of a group that stand in different columns add their similarity less a
/// price, so that a sentence joins a group when it fits most of it. Groups are seeded by the best
/// pairs, then single sentences move, groups unite and free pairs found new ones until nothing
/// gains any more. Order plays no part: a partner may stand anywhere in its article.
struct Grouping {
    /// A pair less alike than this founds no group.
    static let threshold = 0.14
    /// What two sentences in one row must have in common to be a gain.
    static let price = 0.1
    static let limit = 3
    private static let rounds = 8

    private let similarity: Similarity
    /// For each node its group, or -1.
    private var groupOf: [Int]
    private var groups: [[Int]] = []
    /// Node pairs of different columns, the best first.
    private let pairs: [(left: Int, right: Int, value: Double)]
    private let columnCount: Int

    /// Groups of nodes, each with two columns at least; the rest stands alone.
    static func groups(of similarity: Similarity) -> [[Int]] {
        var grouping = Grouping(similarity)
        grouping.seed()
        for _ in 0..<rounds where !grouping.improve() { break }
        return grouping.groups.filter { !$0.isEmpty }.map { $0.sorted() }
    }

    private init(_ similarity: Similarity) {
        self.similarity = similarity
        groupOf = Array(repeating: -1, count: similarity.nodes.count)
        columnCount = (similarity.nodes.last?.column ?? 0) + 1
        var pairs: [(left: Int, right: Int, value: Double)] = []
        for left in similarity.nodes.indices {
            for neighbour in similarity.neighbours[left]
            where neighbour.node > left && neighbour.value >= Grouping.threshold {
                pairs.append((left, neighbour.node, neighbour.value))
            }
        }
        self.pairs = pairs.sorted {
            $0.value != $1.value ? $0.value > $1.value : ($0.left, $0.right) < ($1.left, $1.right)
        }
    }

    private mutating func seed() {
        for pair in pairs {
            let (left, right) = (groupOf[pair.left], groupOf[pair.right])
            if left < 0, right < 0 {
                found(pair.left, pair.right)
            } else if left < 0 {
                joinIfGain(pair.left, right)
            } else if right < 0 {
                joinIfGain(pair.right, left)
            } else if left != right, canUnite(left, right), gain(uniting: left, right) > 0 {
                unite(left, right)
            }
        }
    }

    private mutating func joinIfGain(_ node: Int, _ group: Int) {
        if hasRoom(group, for: node), gain(of: node, in: group) > 0 { join(node, group) }
    }

    /// One round over everything; false when nothing gained.
    private mutating func improve() -> Bool {
        var changed = false
        for node in groupOf.indices where !similarity.neighbours[node].isEmpty {
            if move(node) { changed = true }
        }
        for pair in pairs where groupOf[pair.left] < 0 && groupOf[pair.right] < 0 {
            found(pair.left, pair.right)
            changed = true
        }
        for pair in pairs {
            let (left, right) = (groupOf[pair.left], groupOf[pair.right])
            guard left >= 0, right >= 0, left != right, canUnite(left, right),
                gain(uniting: left, right) > 0
            else { continue }
            unite(left, right)
            changed = true
        }
        return changed
    }

    // MARK: Moves

    /// Takes a node to where it gains most: another group, a full group in another's place, alone.
    private mutating func move(_ node: Int) -> Bool {
        let current = groupOf[node]
        var best = current >= 0 ? gain(of: node, in: current) : 0
        var target = current
        var replaced: Int?
        if best < 0 { (best, target) = (0, -1) }
        var seen: Set<Int> = [current]
        for neighbour in similarity.neighbours[node] {
            let group = groupOf[neighbour.node]
            guard group >= 0, seen.insert(group).inserted else { continue }
            var value = gain(of: node, in: group)
            var weakest: Int?
            if !hasRoom(group, for: node) {
                weakest = weakestMember(of: group, besides: node)
                value -= weakest.map { gain(of: $0, in: group) } ?? 0
            }
            if value > best + 1e-9 { (best, target, replaced) = (value, group, weakest) }
        }
        guard target != current else { return false }
        leave(node)
        if let replaced { leave(replaced) }
        if target >= 0, !groups[target].isEmpty { join(node, target) }
        return true
    }

    private func gain(of node: Int, in group: Int) -> Double {
        let column = similarity.nodes[node].column
        var sum = 0.0
        for neighbour in similarity.neighbours[node] where groupOf[neighbour.node] == group {
            sum += neighbour.value
        }
        let others = groups[group].count { similarity.nodes[$0].column != column }
        return sum - Grouping.price * Double(others)
    }

    private func gain(uniting left: Int, _ right: Int) -> Double {
        groups[right].reduce(0) { $0 + gain(of: $1, in: left) }
    }

    private func weakestMember(of group: Int, besides node: Int) -> Int? {
        groups[group].filter { similarity.nodes[$0].column == similarity.nodes[node].column }
            .min { gain(of: $0, in: group) < gain(of: $1, in: group) }
    }

    // MARK: Groups

    private func count(_ group: Int, column: Int) -> Int {
        groups[group].count { similarity.nodes[$0].column == column }
    }

    private func hasRoom(_ group: Int, for node: Int) -> Bool {
        count(group, column: similarity.nodes[node].column) < Grouping.limit
    }

    private func canUnite(_ left: Int, _ right: Int) -> Bool {
        (0..<columnCount).allSatisfy {
            count(left, column: $0) + count(right, column: $0) <= Grouping.limit
        }
    }

    private mutating func found(_ left: Int, _ right: Int) {
        groups.append([left, right])
        groupOf[left] = groups.count - 1
        groupOf[right] = groups.count - 1
    }

    private mutating func join(_ node: Int, _ group: Int) {
        groups[group].append(node)
        groupOf[node] = group
    }

    private mutating func unite(_ left: Int, _ right: Int) {
        for node in groups[right] { join(node, left) }
        groups[right] = []
    }

    /// Takes a node out of its group, and the group apart when one column alone is left of it.
    private mutating func leave(_ node: Int) {
        let group = groupOf[node]
        guard group >= 0 else { return }
        groupOf[node] = -1
        groups[group].removeAll { $0 == node }
        let columns = Set(groups[group].map { similarity.nodes[$0].column })
        guard columns.count < 2 else { return }
        for other in groups[group] { groupOf[other] = -1 }
        groups[group] = []
    }
}
