/// Something a person can have done: reached by key, by name at `:`, from the help and from
/// scripts. What is not in the registry cannot be reached, so nothing goes undocumented.
package struct Command: Sendable {
    /// The part of the help it stands in.
    package enum Group: String, CaseIterable, Sendable {
        case move = "Move"
        case find = "Find"
        case read = "Read"
        case compare = "Compare"
        case own = "Keep"
        case decide = "Decide"
        case screens = "Screens"
        case leave = "Go out"
        case typing = "While typing"
    }

    /// Something a command takes after its name at `:`.
    package struct Argument: Hashable, Sendable {
        package enum Values: Hashable, Sendable {
            case text
            case path
            case oneOf([String])
            case setting
            case command
            case address
            case theme
            case role
            case macro
            /// A search that is kept under a name.
            case saved
        }
        package var name: String
        package var values: Values
        package var isOptional: Bool

        package init(_ name: String, _ values: Values = .text, isOptional: Bool = false) {
            self.name = name
            self.values = values
            self.isOptional = isOptional
        }
    }

    /// In kebab-case, verb first: `open-article`.
    package let name: String
    /// One line that begins with a verb and ends without a full stop.
    package let summary: String
    /// Two or three words for the line of keys; nil when it is never hinted.
    package let hint: String?
    package let group: Group
    /// Where its keys work.
    package let modes: Set<Mode>
    /// As written in a settings file: `Ctrl-P`, `g`, `]`.
    package let keys: [String]
    package let arguments: [Argument]
    package let run: @Sendable (inout State, [String]) -> [Effect]

    package init(
        _ name: String, _ summary: String, hint: String? = nil, group: Group,
        modes: Set<Mode> = Mode.reading, keys: [String] = [], arguments: [Argument] = [],
        run: @escaping @Sendable (inout State, [String]) -> [Effect]
    ) {
        self.name = name
        self.summary = summary
        self.hint = hint
        self.group = group
        self.modes = modes
        self.keys = keys
        self.arguments = arguments
        self.run = run
    }

    /// How it is typed: `sort [ORDER]`.
    package var usage: String {
        ([name] + arguments.map { $0.isOptional ? "[\($0.name)]" : $0.name })
            .joined(separator: " ")
    }

    /// What is wrong with what stands behind the command, if anything.
    func mistake(in words: [String]) -> String? {
        guard let last = arguments.last else {
            return words.isEmpty ? nil : "`\(name)` takes nothing after it."
        }
        for (index, word) in words.enumerated() {
            guard case .oneOf(let all) = (arguments[safe: index] ?? last).values,
                !all.contains(word)
            else { continue }
            return "`\(name)` takes \(all.joined(separator: ", ")), not `\(word)`."
        }
        return nil
    }
}
