/// Sets that only unite, with halved paths (Tarjan and van Leeuwen, "Worst-case analysis of set union
/// algorithms", 1984). The root of a set is its smallest element.
package struct DisjointSets: Sendable {
    private var parents: [Int]

    /// Every number below `count` in a set of its own.
    package init(count: Int) { parents = Array(0..<count) }

    /// The smallest element of the set that holds `element`.
    package mutating func root(of element: Int) -> Int {
        var element = element
        while parents[element] != element {
            parents[element] = parents[parents[element]]
            element = parents[element]
        }
        return element
    }

    /// Makes one set of the two that hold `a` and `b`.
    package mutating func unite(_ a: Int, _ b: Int) {
        let (a, b) = (root(of: a), root(of: b))
        parents[max(a, b)] = min(a, b)
    }
}
