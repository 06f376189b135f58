import Intake

/// Turns groups of sentences into rows in the order of the first article, every sentence once.
struct RowBuilder {
    let columns: [FeatureList]
    let similarity: Similarity
    let clashes: [Comparison.Clash]

    /// Sentences this close assert the same.
    private static let sameness = 0.5
    /// Those that stand beside them in the same row are at least so close to one of them.
    private static let belonging = 0.4
    /// Sentences less close than this have a name in common and no matter.
    private static let kinship = 0.17
    /// … and where no figure or day either, only names and words; or else they have so much in
    /// common, softened as it is for short sentences: of twelve such rows between two of the gold's
    /// articles that have less of both two are right.
    private static let acquaintance = (closeness: 0.35, likeness: 0.255)

    func rows(_ groups: [[Int]]) -> [Comparison.Row] {
        var rows = groups.compactMap(row)
        var rowOf = columns.map { Array(repeating: -1, count: $0.ofSentence.count) }
        for (index, row) in rows.enumerated() {
            for (column, sentences) in row.sentences.enumerated() {
                for sentence in sentences { rowOf[column][sentence] = index }
            }
        }
        for column in columns.indices {
            for sentence in rowOf[column].indices where rowOf[column][sentence] < 0 {
                rowOf[column][sentence] = rows.count
                rows.append(single(column, sentence))
            }
        }
        return order(rowOf, count: rows.count).map { rows[$0] }
    }

    /// Rows with the first column in its order; every other row follows the row before it in its
    /// own article.
    private func order(_ rowOf: [[Int]], count: Int) -> [Int] {
        var next = Array(repeating: -1, count: count + 1)
        let head = count
        var isPlaced = Array(repeating: false, count: count)
        var last = head
        for row in rowOf.first ?? [] where !isPlaced[row] {
            isPlaced[row] = true
            next[last] = row
            last = row
        }
        for column in rowOf.dropFirst() {
            var before = head
            for row in column {
                if !isPlaced[row] {
                    isPlaced[row] = true
                    next[row] = next[before]
                    next[before] = row
                }
                before = row
            }
        }
        var order: [Int] = []
        var row = next[head]
        while row >= 0 {
            order.append(row)
            row = next[row]
        }
        return order
    }

    private func single(_ column: Int, _ sentence: Int) -> Comparison.Row {
        var sentences = Array(repeating: [Int](), count: columns.count)
        sentences[column] = [sentence]
        let points = columns[column].ofSentence[sentence].filter { $0.kind == .point }
        return Comparison.Row(
            kind: .only, sentences: sentences,
            points: points.compactMap { columns[column].pointIDs[$0.key] },
            evidence: Array(repeating: [], count: columns.count))
    }

    /// The row of a group; nil where a name or a figure is all that its sentences have in common.
    /// They say the same where two of them do and no other says much besides.
    private func row(_ group: [Int]) -> Comparison.Row? {
        var sentences = Array(repeating: [Int](), count: columns.count)
        for index in group {
            let node = similarity.nodes[index]
            sentences[node.column].append(node.sentence)
        }
        let shared = sharedFeatures(sentences)
        let shares = columns.indices.map { column in
            evidence(of: sentences[column], in: column, keys: Set(shared.map(\.key)))
        }
        let difference = difference(sentences)
        let isOnlyName =
            shares.allSatisfy { RowBuilder.placeCount($0) < 2 } || RowBuilder.areNames(shared)
        let closeness = closeness(in: group)
        let closest = closeness.max() ?? 0
        let isKin = areKin(group, shared, closest: closest)
        let isRemark = shared.contains { $0.kind == .quoted }
        guard difference != nil || isRemark || isKin && !isOnlyName else { return nil }
        let reasons = reasons(shared, sentences)
        let keys = Set(reasons.map(\.key))
        let isSame =
            closest >= RowBuilder.sameness && closeness.allSatisfy { $0 >= RowBuilder.belonging }
        return Comparison.Row(
            kind: difference != nil ? .differs : isSame ? .same : .overlap,
            sentences: sentences,
            points: shared.filter { $0.kind == .point }.compactMap { feature in
                columns.lazy.compactMap { $0.pointIDs[feature.key] }.first
            },
            why: difference?.words ?? reasons.map(\.name).joined(separator: "; "),
            evidence: difference?.evidence
                ?? columns.indices.map { evidence(of: sentences[$0], in: $0, keys: keys) })
    }

    /// Whether names of people and places are all that is in common, however many.
    private static func areNames(_ shared: [Feature]) -> Bool {
        shared.allSatisfy { $0.kind.isName || $0.kind == .name }
    }

    /// Whether a word stands in the row only inside of a name, in the articles that have it.
    private func isInName(_ word: Feature, _ sentences: [[Int]]) -> Bool {
        sentences.enumerated().allSatisfy { column, list in
            list.map { columns[column].ofSentence[$0] }.allSatisfy { features in
                let names = features.filter(\.kind.isName)
                return features.filter { $0.key == word.key }.allSatisfy { found in
                    names.contains { $0.range.contains(found.range) }
                }
            }
        }
    }

    /// How many different words it rests on: a place that is also a party counts once.
    private static func placeCount(_ evidence: [Evidence]) -> Int {
        var end = 0
        return evidence.count { item in
            defer { end = max(end, item.range.upperBound) }
            return item.range.lowerBound >= end
        }
    }

    /// The fact on which two columns differ within the row, "figure 28 / 27", and the words of each
    /// that do; nil when they do not.
    private func difference(
        _ sentences: [[Int]]
    ) -> (words: String, evidence: [[Evidence]])? {
        for clash in clashes where clash.relation != .spelling {
            let values = clash.values.filter { value in
                value.sentences.contains { sentences[value.column].contains($0) }
            }
            if Set(values.map(\.column)).count > 1 {
                var texts: [String] = []
                for value in values where !texts.contains(value.text) { texts.append(value.text) }
                let evidence = columns.indices.map { column in
                    values.filter { $0.column == column }.flatMap { value in
                        value.sentences.filter(sentences[column].contains)
                            .map { Evidence(sentence: $0, range: value.range) }
                    }
                }
                return (clash.kind.rawValue + " " + texts.joined(separator: " / "), evidence)
            }
        }
        return nil
    }

    /// For each sentence of a group how close it is to the closest one of another column.
    private func closeness(in group: [Int]) -> [Double] {
        let members = Set(group)
        return group.map { node in
            similarity.neighbours[node].filter { members.contains($0.node) }.map(\.closeness).max()
                ?? 0
        }
    }

    /// Whether sentences with these features in common speak of one matter.
    private func areKin(_ group: [Int], _ shared: [Feature], closest: Double) -> Bool {
        if shared.contains(where: \.kind.isMatter) { return true }
        if shared.contains(where: { $0.kind == .figure || $0.kind == .date }) {
            return closest >= RowBuilder.kinship
        }
        return closest >= RowBuilder.acquaintance.closeness
            || likeness(in: group) >= RowBuilder.acquaintance.likeness
    }

    /// How much the two sentences of a group have in common that have most.
    private func likeness(in group: [Int]) -> Double {
        let members = Set(group)
        return group.flatMap { node in
            similarity.neighbours[node].filter { members.contains($0.node) }.map(\.value)
        }.max() ?? 0
    }

    /// Features that two columns have, each key once: first those of most columns, of these first
    /// what weighs most over all sentences of the row.
    private func sharedFeatures(_ sentences: [[Int]]) -> [Feature] {
        var holders: [UInt64: (columns: Set<Int>, count: Int)] = [:]
        var features: [Feature] = []
        for (column, list) in sentences.enumerated() {
            for sentence in list {
                var seen: Set<UInt64> = []
                for feature in columns[column].ofSentence[sentence]
                where feature.kind != .carriedEvent && seen.insert(feature.key).inserted {
                    var held = holders[feature.key] ?? ([], 0)
                    let isNew = held.columns.insert(column).inserted
                    held.count += 1
                    holders[feature.key] = held
                    if isNew, held.columns.count == 2 { features.append(feature) }
                }
            }
        }
        let order = features.map { feature in
            let held = holders[feature.key]
            return (
                feature: feature, columns: held?.columns.count ?? 0,
                mass: similarity.mass(of: feature.key) * Double(held?.count ?? 0)
            )
        }
        return order.sorted {
            if $0.columns != $1.columns { return $0.columns > $1.columns }
            return $0.mass != $1.mass ? $0.mass > $1.mass : $0.feature.key < $1.feature.key
        }.map(\.feature)
    }

    private func evidence(of sentences: [Int], in column: Int, keys: Set<UInt64>) -> [Evidence] {
        sentences.flatMap { sentence in
            columns[column].ofSentence[sentence].filter { keys.contains($0.key) }
                .map { Evidence(sentence: sentence, range: $0.range) }
        }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// The first of what is in common, by name: "Army limit", "600,000". A plain word, which may be
    /// half of a name, stands only where nothing that has a meaning of its own does; where that is
    /// a name or two, words stand behind it, since a name founds no row.
    private func reasons(
        _ shared: [Feature], _ sentences: [[Int]]
    ) -> [(name: String, key: UInt64)] {
        var telling = shared.filter { !$0.kind.isPlain }
        if telling.isEmpty {
            telling = shared
        } else if RowBuilder.areNames(telling) {
            telling =
                telling.prefix(2)
                + shared.filter { $0.kind == .word && !isInName($0, sentences) }
        }
        var reasons: [(name: String, key: UInt64)] = []
        for feature in telling where reasons.count < 3 {
            // A day is shown in the words of the article, since its key is for programs.
            let isQuoted =
                feature.kind.isPlain || feature.kind == .date || feature.kind == .quoted
            let label = columns.lazy.compactMap { $0.labels[feature.key] }.first
            let name =
                isQuoted
                ? "“\(words(feature, sentences))”" : label ?? words(feature, sentences)
            if !reasons.contains(where: { $0.name == name }) { reasons.append((name, feature.key)) }
        }
        return reasons
    }

    /// The words of a feature as they first stand in the row.
    private func words(_ feature: Feature, _ sentences: [[Int]]) -> String {
        for (column, list) in sentences.enumerated() {
            for found in list.flatMap({ columns[column].ofSentence[$0] })
            where found.key == feature.key {
                return columns[column].reading.article.text[scalars: found.range]
            }
        }
        return ""
    }
}

extension Feature.Kind {
    /// Somebody, or a place.
    fileprivate var isName: Bool { self == .participant || self == .place }
    /// Nothing but a word of the text, a part of a name, or what a word means.
    fileprivate var isPlain: Bool { self == .word || self == .name || self == .meaning }
}
