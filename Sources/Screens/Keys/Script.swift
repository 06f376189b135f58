/// Keys and commands from a file, as `parley play` presses them: the test driver, the macro and
/// the bug report in one.
///
/// A line is a sequence of keys (`/nato<Enter>`, `2jj<Space>`) or, beginning with `:`, a command
/// as typed at the prompt (`:save-screen shot.txt`). Blank lines and lines that begin with `#` say
/// nothing.
package struct Script: Equatable, Sendable {
    package struct Step: Equatable, Sendable {
        /// The line it stands on, from 1.
        package var line: Int
        package var keys: [Key]
    }

    package struct Mistake: Error, Equatable, Sendable {
        package var line: Int
        package var message: String
    }

    package var steps: [Step] = []

    /// Throws the first line that cannot be read.
    package init(_ text: String) throws(Mistake) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() {
            if line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") { continue }
            if line.hasPrefix(":") {
                steps.append(Step(line: index + 1, keys: line.map(Key.character) + [.enter]))
                continue
            }
            do throws(KeySequence.Mistake) {
                steps.append(Step(line: index + 1, keys: try KeySequence(String(line)).keys))
            } catch {
                throw Mistake(line: index + 1, message: error.message)
            }
        }
    }
}
