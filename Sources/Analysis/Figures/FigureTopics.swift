import Intake

// What a figure is about by the point of the dossier its words stand beside.
extension FigureFinder {
    /// How far apart, in scalars, a number and the words of a point may stand.
    private static let reach = 24

    /// Gives figures that have no key one of point and unit, "army-cap.troop", where a point's
    /// words overlap the number or stand right beside it, and the draft its sentence speaks of.
    func addTopics(
        to figures: inout [FigureFinding], points: [PointFinding], in reading: Reading,
        drafts: Drafts
    ) {
        for index in figures.indices where figures[index].about == nil {
            guard let unit = figures[index].unit, unit != "ordinal",
                let point = nearestPoint(to: figures[index], points, reading.article.text)
            else { continue }
            figures[index].about = "\(point).\(unit)"
            let draft = drafts.ofSentence[figures[index].sentence]
            figures[index].draft = draft.map { dossier.drafts[$0].id }
        }
    }

    /// The point with the nearest words in the sentence; nil when two are as near or none is.
    private func nearestPoint(
        to figure: FigureFinding, _ points: [PointFinding], _ text: ArticleText
    ) -> String? {
        var best: (id: String, distance: Int)?
        var isShared = false
        for point in points {
            let distances = point.basis.evidence.lazy
                .filter { $0.sentence == figure.sentence }
                .compactMap { distance(figure.range, $0.range, text) }
            guard let distance = distances.min(), distance <= Self.reach else { continue }
            if let known = best, known.distance <= distance {
                if known.distance == distance { isShared = true }
                continue
            }
            best = (point.id, distance)
            isShared = false
        }
        return isShared ? nil : best?.id
    }

    /// Scalars between two ranges, 0 when they overlap; nil when a comma or the like parts them.
    private func distance(_ left: Range<Int>, _ right: Range<Int>, _ text: ArticleText) -> Int? {
        if left.overlaps(right) { return 0 }
        let gap =
            left.upperBound <= right.lowerBound
            ? left.upperBound..<right.lowerBound : right.upperBound..<left.lowerBound
        guard gap.count <= Self.reach else { return nil }
        return Self.hasParting(text.utf8[text.byteRange(ofScalars: gap)]) ? nil : gap.count
    }

    /// Whether a comma, semicolon, colon, bracket or dash stands among `bytes`.
    private static func hasParting(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.indices.contains { index in
            switch bytes[index] {
            case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("),
                UInt8(ascii: ")"):
                true
            // The last byte of – and —, U+2013 and U+2014.
            case 0x93, 0x94:
                index >= bytes.startIndex + 2 && bytes[index - 2] == 0xE2
                    && bytes[index - 1] == 0x80
            default: false
            }
        }
    }
}
