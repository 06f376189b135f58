/// Finds the words of `WordChoices` in an article; names are names, whatever they are made of.
enum ChosenWords {
    private struct Match: Sendable {
        var words: [Word]
        var about: String
        var form: String
    }

    /// Calls `body` with what each is about, the form it counts as, and its place.
    static func visit(_ column: Column, _ body: (String, String, Evidence) -> Void) {
        let reading = column.reading
        var index = 0
        while index < reading.tokens.count {
            let word = reading.tokens[index].word
            let match = filter.mayContain(word) ? match(at: index, reading) : nil
            guard let match, column.cast.mention(at: index) == nil else {
                index += 1
                continue
            }
            body(match.about, match.form, reading.evidence(index..<index + match.words.count))
            index += match.words.count
        }
    }

    private static func match(at index: Int, _ reading: Reading) -> Match? {
        choices[reading.tokens[index].word]?.first { match in
            match.words.indices.allSatisfy { reading.word(index + $0) == match.words[$0] }
        }
    }

    private static let filter: WordFilter = {
        var filter = WordFilter(size: 4096)
        for word in choices.keys { filter.insert(word) }
        return filter
    }()

    /// By first word, the longest first.
    private static let choices: [Word: [Match]] = {
        var choices: [Word: [Match]] = [:]
        for choice in WordChoices.all {
            for form in choice.forms {
                for words in form.spellings {
                    guard let first = words.first else { continue }
                    choices[first, default: []].append(
                        Match(words: words, about: choice.about, form: form.name))
                }
            }
        }
        return choices.mapValues { $0.sorted { $0.words.count > $1.words.count } }
    }()
}
