/// How one state of a text became the next, word by word and to the letter: what was cut, what was
/// added, with some words around it. Unlike `WordDiff` it tells capitals, accents and marks apart,
/// for a silent edit may be no more than that.
package struct TextEdits: Equatable, Sendable {
    /// A run of words of one kind.
    package struct Piece: Equatable, Sendable {
        package var kind: WordDiff.Kind
        package var text: String
        /// Whether a blank stands before it.
        package var followsBlank: Bool

        package init(kind: WordDiff.Kind, text: String, followsBlank: Bool) {
            self.kind = kind
            self.text = text
            self.followsBlank = followsBlank
        }
    }

    /// Edits that stand close together, and the words around them.
    package struct Change: Equatable, Sendable {
        package var pieces: [Piece]
        /// Where in the newer text it stands, in scalars; the edits without the words around.
        package var range: Range<Int>
        /// Something of the text comes before what is shown, or after it.
        package var isCutBefore: Bool
        package var isCutAfter: Bool

        package init(
            pieces: [Piece], range: Range<Int>, isCutBefore: Bool, isCutAfter: Bool
        ) {
            self.pieces = pieces
            self.range = range
            self.isCutBefore = isCutBefore
            self.isCutAfter = isCutAfter
        }
    }

    /// In the order of the text.
    package var changes: [Change]
    package var wordsCut: Int
    package var wordsAdded: Int

    /// Words that are shown on each side of an edit; edits nearer than that are one change.
    private static let margin = 8

    package init(from old: String, to new: String) {
        let left = EditWords(old)
        let right = EditWords(new)
        let runs = TextEdits.runs(left, right)
        wordsCut = runs.reduce(0) { $0 + ($1.isKept ? 0 : left.wordCount($1.left)) }
        wordsAdded = runs.reduce(0) { $0 + ($1.isKept ? 0 : right.wordCount($1.right)) }
        changes = TextEdits.groups(of: runs, right).map { group in
            TextEdits.change(Array(runs[group]), left, right)
        }
    }

    // MARK: Runs

    /// Words of both that are the same, or that stand in each other's place; either may be empty.
    private struct Run {
        var isKept: Bool
        var left: Range<Int>
        var right: Range<Int>
    }

    private static func runs(_ left: EditWords, _ right: EditWords) -> [Run] {
        let pairs = CommonSubsequence.pairs(left.hashes, right.hashes)
        var runs: [Run] = []
        var (i, j) = (0, 0)
        for pair in pairs + [(left.count, right.count)] {
            if i < pair.left || j < pair.right {
                runs.append(Run(isKept: false, left: i..<pair.left, right: j..<pair.right))
            }
            guard pair.left < left.count else { break }
            let kept = Run(
                isKept: true, left: pair.left..<pair.left + 1, right: pair.right..<pair.right + 1)
            if let last = runs.last, last.isKept {
                runs[runs.count - 1].left = last.left.lowerBound..<kept.left.upperBound
                runs[runs.count - 1].right = last.right.lowerBound..<kept.right.upperBound
            } else {
                runs.append(kept)
            }
            (i, j) = (pair.left + 1, pair.right + 1)
        }
        return runs
    }

    /// Runs from an edit to the last edit that is near; what is kept between them stays short.
    private static func groups(of runs: [Run], _ right: EditWords) -> [Range<Int>] {
        var groups: [Range<Int>] = []
        for index in runs.indices where !runs[index].isKept {
            if let last = groups.last, last.upperBound + 1 == index,
                runs[index - 1].right.count <= margin,
                !right.hasParagraphEnd(runs[index - 1].right)
            {
                groups[groups.count - 1] = last.lowerBound..<index + 1
            } else {
                groups.append(index..<index + 1)
            }
        }
        return groups
    }

    private static func change(_ runs: [Run], _ left: EditWords, _ right: EditWords) -> Change {
        let edited = runs[0].right.lowerBound..<runs[runs.count - 1].right.upperBound
        let before = right.margin(before: edited.lowerBound, most: margin)
        let after = right.margin(after: edited.upperBound, most: margin)
        var pieces: [Piece] = []
        func add(_ kind: WordDiff.Kind, _ words: EditWords, _ range: Range<Int>) {
            if range.isEmpty { return }
            pieces.append(
                Piece(
                    kind: kind, text: words.text(range),
                    followsBlank: words.followsBlank(range.lowerBound)))
        }
        add(.kept, right, before)
        for run in runs {
            if run.isKept {
                add(.kept, right, run.right)
            } else {
                add(.cut, left, run.left)
                add(.added, right, run.right)
            }
        }
        add(.kept, right, after)
        return Change(
            pieces: pieces, range: right.scalars(edited), isCutBefore: before.lowerBound > 0,
            isCutAfter: after.upperBound < right.count)
    }
}

/// A text as words to the letter, marks one by one, and ends of paragraphs.
private struct EditWords {
    private let scalars: [Unicode.Scalar]
    private var ranges: [Range<Int>] = []
    private(set) var hashes: [UInt64] = []
    private static let paragraphEnd: UInt64 = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            let start = index
            if scalars[index] == "\n" {
                while index < scalars.count, scalars[index] == "\n" { index += 1 }
                ranges.append(start..<index)
                hashes.append(EditWords.paragraphEnd)
            } else if scalars[index].properties.isWhitespace {
                index += 1
            } else {
                repeat {
                    index += 1
                } while index < scalars.count
                    && EditWords.belongs(scalars[index], with: scalars[start])
                ranges.append(start..<index)
                hashes.append(EditWords.hash(scalars[start..<index]))
            }
        }
    }

    var count: Int { ranges.count }

    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }

    private static func belongs(_ scalar: Unicode.Scalar, with first: Unicode.Scalar) -> Bool {
        if scalar.properties.canonicalCombiningClass != .notReordered { return true }
        return isOfWord(first) && (isOfWord(scalar) || scalar == "'" || scalar == "’")
    }

    /// FNV-1a of the scalars; never that of a paragraph's end.
    private static func hash(_ scalars: ArraySlice<Unicode.Scalar>) -> UInt64 {
        let hash = scalars.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1.value)) &* 0x0000_0100_0000_01b3
        }
        return max(1, hash)
    }

    func wordCount(_ range: Range<Int>) -> Int {
        range.count { EditWords.isOfWord(scalars[ranges[$0].lowerBound]) }
    }

    func hasParagraphEnd(_ range: Range<Int>) -> Bool {
        hashes[range].contains(EditWords.paragraphEnd)
    }

    /// So many words before one, or as many as its paragraph has.
    func margin(before index: Int, most: Int) -> Range<Int> {
        var start = index
        while start > 0, index - start < most, hashes[start - 1] != EditWords.paragraphEnd {
            start -= 1
        }
        return start..<index
    }

    func margin(after index: Int, most: Int) -> Range<Int> {
        var end = index
        while end < count, end - index < most, hashes[end] != EditWords.paragraphEnd { end += 1 }
        return index..<end
    }

    func followsBlank(_ index: Int) -> Bool {
        let start = ranges[index].lowerBound
        return start > 0 && scalars[start - 1].properties.isWhitespace
    }

    /// As it stands in the text; ends of paragraphs become ¶.
    func text(_ range: Range<Int>) -> String {
        var text = String.UnicodeScalarView()
        for index in range {
            if index > range.lowerBound, followsBlank(index) || hashes[index] == 0 {
                text.append(" ")
            }
            if hashes[index] == EditWords.paragraphEnd {
                text.append("¶")
            } else {
                text.append(contentsOf: scalars[ranges[index]])
            }
        }
        return String(text)
    }

    /// Where the words stand; an empty range stands where they would.
    func scalars(_ range: Range<Int>) -> Range<Int> {
        guard let first = range.first, let last = range.last else {
            let place =
                range.lowerBound < count ? ranges[range.lowerBound].lowerBound : scalars.count
            return place..<place
        }
        return ranges[first].lowerBound..<ranges[last].upperBound
    }
}

extension TextEdits.Piece {
    /// `[-cut-]`, `{+added+}`, or the words as they are: the signs of `wdiff(1)`.
    package var written: String {
        switch kind {
        case .kept: text
        case .cut: "[-\(text)-]"
        case .added: "{+\(text)+}"
        }
    }
}

extension TextEdits.Change {
    /// On one line, with the signs.
    package var written: String {
        var line = isCutBefore ? "… " : ""
        for (index, piece) in pieces.enumerated() {
            if index > 0, piece.followsBlank || piece.kind != .kept { line += " " }
            line += piece.written
        }
        return line + (isCutAfter ? " …" : "")
    }
}
