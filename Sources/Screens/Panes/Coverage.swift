import Queries

// Which of the lettered articles speak of something, in which sentences, and which say nothing.

/// One article's line: its letter and outlet, a square for each sentence, and their numbers.
enum Coverage {
    /// The most squares, so that the numbers stand below each other.
    private static let squares = 5

    static func line(_ letter: ArticleLetter, _ sentences: [Int], columns: Int) -> StyledText {
        let bar = Strip.squares(sentences.count, cells: squares)
        let head = head(letter, columns: columns)
        var text = head
        text.append(bar + blanks(squares + 1 - bar.count), .quiet)
        var room = columns - 4 - text.columns
        for (index, sentence) in sentences.enumerated() {
            let number = Wording.sentence(sentence) + " "
            let isLast = index == sentences.count - 1
            guard number.count + (isLast ? 0 : 4) <= room else {
                text.append("+\(sentences.count - index)", .quiet)
                break
            }
            text.append(number)
            room -= number.count
        }
        return text
    }

    /// What stands in place of the sentences where there is none.
    static func line(_ letter: ArticleLetter, without words: String, columns: Int) -> StyledText {
        var text = head(letter, columns: columns)
        text.append(String(repeating: "░", count: squares - 1) + "  ", .rule)
        text.append(words, .quiet)
        return text
    }

    private static func head(_ letter: ArticleLetter, columns: Int) -> StyledText {
        let room = max(8, min(20, (columns - 4) / 2 - 4))
        let outlet = Wording.shortOutlet(letter.outlet)
        let name = Wrapping.lines(of: outlet, columns: room, atMost: 1).first?.text ?? outlet
        return [
            (" \(letter.letter) ", .focus),
            (name + blanks(room + 1 - TextWidth.columns(of: name)), .text),
        ]
    }

    private static func blanks(_ count: Int) -> String {
        String(repeating: " ", count: max(0, count))
    }
}

extension State {
    /// A line for each lettered article, with the strip of those that speak of it at its head;
    /// nothing where the articles carry no letters. Those that speak of it and have no sentence here
    /// are narrowed away.
    func coverage(
        _ title: String, _ presence: UInt16?, in sentences: [CitedSentence]
    ) -> PageScreen.Section {
        let byArticle = Dictionary(grouping: sentences, by: \.articleID)
        let items = letters.enumerated().map { index, letter -> PageScreen.Item in
            if let own = byArticle[letter.articleID] { return .coverage(letter, own.inOrder) }
            let speaks = (presence ?? 0) & 1 << UInt16(index) != 0
            return .silence(letter, isFilteredOut: speaks)
        }
        let strip = presence.map { Strip.text($0, letters: letters, shown: .max) } ?? ""
        return PageScreen.Section(
            title: title, scope: strip, items: presence == nil ? [] : items, isWide: false)
    }
}

extension [CitedSentence] {
    /// Sentences of one article as they follow in it, each once: a topic has a sentence again for
    /// each of its points.
    fileprivate var inOrder: [CitedSentence] {
        var seen: Set<Int> = []
        return sorted { $0.sentence < $1.sentence }.filter { seen.insert($0.sentence).inserted }
    }
}
