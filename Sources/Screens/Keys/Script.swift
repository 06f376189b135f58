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

    /// The script that presses keys again, step by step: a command that was typed to its end on a
    /// line of its own, other keys in lines of up to 60 characters.
    package static func text(of steps: [[Key]]) -> String {
        var lines: [String] = []
        var open = ""
        func close() {
            if open.isEmpty { return }
            // A blank counts for nothing, and keeps these two from meaning more than the key.
            lines.append(open.hasPrefix(":") || open.hasPrefix("#") ? " " + open : open)
            open = ""
        }
        for step in steps {
            if let command = command(step) {
                close()
                lines.append(command)
            } else {
                let notation = step.compactMap(\.notation).joined()
                if open.count + notation.count > 60 { close() }
                open += notation
            }
        }
        close()
        return lines.map { $0 + "\n" }.joined()
    }

    /// `:set theme light` of its letters and the Enter behind them; nil for any other step.
    private static func command(_ step: [Key]) -> String? {
        guard step.first == .character(":"), step.last == .enter, step.count > 2 else { return nil }
        var line = ""
        for key in step.dropLast() {
            guard case .character(let character) = key else { return nil }
            line.append(character)
        }
        return line
    }
}
