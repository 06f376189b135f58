import Queries

// Where one stands in the list and the panes beside it, and standing there again as they come.

extension BrowseScreen {
    var standing: Standing {
        var standing = Standing()
        standing[.row] = list.cursor.row(list.selected?.id)
        standing[.order] = order == .newest ? nil : order.rawValue
        standing.set(.folded, if: foldsCopies)
        standing[.others] = others == .hidden ? nil : others.rawValue
        standing[.facet] = lastFacet == .sources ? nil : String(lastFacet.rawValue)
        standing[.passage] = list.passage.map(String.init)
        standing[.sources] = sources.standing
        standing[.people] = people.standing
        standing[.points] = points.standing
        guard preview.articleID == list.selected?.id else {
            // Its text has not been seen again yet.
            guard let returning, returning[.row]?.id == standing[.row]?.id else { return standing }
            standing[.sentence] = returning[.sentence]
            for trait in [Standing.Trait.top, .why, .text] { standing[trait] = returning[trait] }
            return standing
        }
        standing[.sentence] = .init(id: "", index: preview.sentence)
        standing.set(.top, to: [preview.top])
        standing.set(.why, if: preview.isAskingWhy)
        standing[.text] = preview.others == .shown ? nil : preview.others.rawValue
        return standing
    }

    /// Sets the list as it was, and has the rest follow its answers.
    mutating func `return`(to standing: Standing) {
        guard !standing.isEmpty else { return }
        returning = standing
        list.wanted = standing[.row].flatMap { $0.id.isEmpty ? nil : $0 }
        list.passage = standing.numbers(.passage).first
        order = standing[.order].flatMap(ArticlesQuestion.Order.init) ?? .newest
        foldsCopies = standing.isSet(.folded)
        others = standing[.others].flatMap(Others.init) ?? .hidden
        lastFacet = standing.numbers(.facet).first.flatMap(PaneName.init) ?? .sources
    }

    /// `isWhole` when nothing more is to come of what the panes list.
    mutating func standInFacets(isWhole: Bool) {
        sources.stand(on: returning?[.sources])
        people.stand(on: returning?[.people])
        points.stand(on: returning?[.points])
        guard isWhole else { return }
        for part in [Standing.Part.sources, .people, .points] { returning?[part] = nil }
    }

    /// Goes to the sentence of the text, where it is that of the same article.
    mutating func standInPreview() {
        guard let standing = returning else { return }
        // The panes may still have to come whole.
        returning?[.sentence] = nil
        guard let sentence = standing[.sentence], standing[.row]?.id == preview.articleID else {
            return
        }
        var text = Standing()
        text[.sentence] = sentence
        text[.top] = standing[.top]
        text[.why] = standing[.why]
        text[.others] = standing[.text]
        preview.stand(on: text)
    }
}
