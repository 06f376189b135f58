import Queries

// A sentence may belong under several headings of a page: a position is also a statement, and it
// names whoever holds it. Its words stand where it says most, which is where it comes first.

extension PageScreen.Section {
    /// The sections with the words of each sentence once. What a later heading finds in it stays as
    /// one line that says under which heading it is told; where a heading only lists what there is,
    /// the sentence is left out, and counted.
    static func once(_ sections: [Self]) -> [Self] {
        var told: [SentencePlace: String] = [:]
        return sections.map { section in
            var section = section
            var places: [SentencePlace] = []
            var above = 0
            section.items = section.items.compactMap { item in
                guard let citation = item.cited else { return item }
                let place = SentencePlace(citation.articleID, citation.sentence)
                guard let title = told[place] else {
                    places.append(place)
                    return item
                }
                if section.isRest, citation.label.isEmpty {
                    above += 1
                    return nil
                }
                return .again(citation, words: "told above, under “\(title)”")
            }
            for place in places { told[place] = section.title }
            if above > 0 { section.scope += ", \(Wording.number(above)) above" }
            return section
        }
    }
}

extension PageScreen {
    /// Where on this page the words stand to which the selected line points; nil where it points to
    /// none of this page.
    var toldAbove: (section: Int, item: Int)? {
        guard case .again(let citation, _)? = selectedItem else { return nil }
        let place = SentencePlace(citation.articleID, citation.sentence)
        for (index, section) in sections[...section].enumerated() {
            let told = section.items.firstIndex { item in
                item.cited.map { SentencePlace($0.articleID, $0.sentence) == place } ?? false
            }
            guard let told else { continue }
            return index < self.section ? (index, told) : nil
        }
        return nil
    }
}

extension PageScreen.Item {
    /// The sentence it tells or points to.
    fileprivate var cited: CitedSentence? {
        switch self {
        case .citation(let citation), .again(let citation, _): citation
        default: nil
        }
    }
}
