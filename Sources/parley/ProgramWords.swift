/// The words of a command that a person names in a setting or the environment, parted as a shell
/// does it: quotation marks and backslashes count. No shell reads them, so nothing else does.
enum ProgramWords {
    /// `sh -c "cat 'a b'"` has three. A mark that nothing closes reaches to the end.
    static func of(_ command: String) -> [String] {
        var words: [String] = []
        var word: String?
        var mark: Character?
        var rest = command[...]
        while let character = rest.popFirst() {
            if character == mark {
                mark = nil
            } else if mark == nil, character == "'" || character == "\"" {
                mark = character
                word = word ?? ""
            } else if character == "\\", mark != "'", let next = rest.popFirst() {
                // Between double marks a backslash stands for itself before all but these.
                let isKept = mark != nil && !"\"\\$`".contains(next)
                word = (word ?? "") + (isKept ? "\\" : "") + String(next)
            } else if mark == nil, character.isWhitespace {
                if let whole = word { words.append(whole) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        return words + [word].compactMap(\.self)
    }
}
