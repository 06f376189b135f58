/// A first walk through the program: it says in one line what to do next, and notices when it has
/// been done, by whichever key or name.
///
/// It is a script, as `parley play` takes it: the keys are those a newcomer is told of, and a test
/// presses them. What stands in the remarks before them is said, and what is to have been run.
package struct Tutorial: Equatable, Sendable {
    package struct Step: Equatable, Sendable {
        /// `{open}` stands for the key of that command.
        var words: String
        /// Commands that are to be run, in this order.
        var commands: [String]
        /// Where one must be then; nil for anywhere.
        var screen: Screen?
        /// What the script presses for it.
        package var keys: [Key]
    }

    package static let steps = parsed(script)

    /// The step that is to be done next; the number of steps when all are.
    package private(set) var index = 0
    /// Commands of the step that have not been run yet.
    private var wanted: [String]

    package init() { wanted = Self.steps.first?.commands ?? [] }

    package var isDone: Bool { index >= Self.steps.count }

    var step: Step? { isDone ? nil : Self.steps[index] }

    /// Takes note of a command that was run.
    mutating func note(_ command: String) {
        if wanted.first == command { wanted.removeFirst() }
    }

    /// Goes to the next step when this one is done; before anything else is pressed.
    mutating func settle(on screen: Screen) {
        guard let step, wanted.isEmpty, step.screen.map({ $0 == screen }) ?? true else { return }
        index += 1
        wanted = self.step?.commands ?? []
    }

    /// `#! COMMAND … [on SCREEN]` says when a step is done, other remarks what is to be said.
    private static func parsed(_ script: String) -> [Step] {
        var steps: [Step] = []
        var step = Step(words: "", commands: [], screen: nil, keys: [])
        for line in script.split(separator: "\n").map(String.init) {
            if line.hasPrefix("#! ") {
                let words = line.dropFirst(3).split(separator: " ").map(String.init)
                let on = words.firstIndex(of: "on") ?? words.count
                step.commands = Array(words[..<on])
                step.screen = words[safe: on + 1].flatMap(Screen.init)
            } else if line.hasPrefix("# ") {
                step.words = String(line.dropFirst(2))
            } else {
                step.keys = (try? Script(line))?.steps.flatMap(\.keys) ?? []
                steps.append(step)
            }
        }
        return steps
    }

    /// The script itself.
    package static let script = """
        # These articles differ on facts. {move-down} goes to the next of them.
        #! move-down on overview
        j
        # {open} puts the sentences that differ side by side.
        #! open on compare
        <Enter>
        # ] goes to the next difference, [ back to the one before.
        #! next-mark on compare
        ]
        # {open} opens the sentence where it stands, in its article.
        #! open on reader
        <Enter>
        # {explain-finding} says why something is marked here: by which rule, on which words.
        #! explain-finding on reader
        W
        # {step-out} takes that away, and then goes back, as {leave} does. Twice, please.
        #! step-out step-out on compare
        <Esc><Esc>
        # {focus-articles} goes to the list of articles, from anywhere.
        #! focus-articles on browse
        4
        # {focus-people} goes to the people; {filter-by-this} keeps the articles that name one.
        #! focus-people filter-by-this on browse
        2<Space>
        # {undo} takes the filter away again.
        #! undo on browse
        u
        # {search} searches as you type: a word such as troops, then Enter.
        #! search accept on browse
        /troops<Enter>
        # {next-passage} goes to the next place where it was found.
        #! next-passage
        n
        # {copy-sentence} copies the sentence with its source.
        #! copy-sentence
        y
        # {show-matrix} shows who speaks of which point. An empty cell is an omission.
        #! show-matrix on matrix
        M
        # {show-help} lists every key; letters narrow it, Enter runs one. Esc leaves it.
        #! show-help dismiss
        ?copy<Esc>
        """
}

extension State {
    /// Begins the tutorial where it begins, or ends it.
    mutating func toggleTutorial() -> [Effect] {
        guard tutorial == nil else {
            tutorial = nil
            notice = Notice("The tutorial is over; :tutorial begins it again.")
            return []
        }
        guard !isCorpusEmpty else {
            notice = Notice("There are no articles yet; `parley tutorial` brings its own.")
            return []
        }
        tutorial = Tutorial()
        if place.screen != .overview { go(to: .overview) }
        place.overview.showsAll = false
        place.overview.list = nil
        return []
    }

    /// "3/14  ] goes to the next difference", with the keys as they are bound.
    var tutorialLine: String? {
        guard let tutorial else { return nil }
        guard let step = tutorial.step else {
            return "That was it. \(key(for: "go-to-anything")) goes to anything; "
                + ":tutorial takes this line away."
        }
        var words = step.words
        while let open = words.firstIndex(of: "{"), let close = words[open...].firstIndex(of: "}") {
            words.replaceSubrange(
                open...close, with: key(for: String(words[words.index(after: open)..<close])))
        }
        return "\(tutorial.index + 1)/\(Tutorial.steps.count)  \(words)"
    }

    /// The same for the screen: in the rule above the last two lines, what it has no room for in
    /// the first of these; on a screen without that rule, in the last. Empty without a tutorial.
    var tutorialLines: [StyledText] {
        guard let words = tutorialLine else { return [] }
        let isInRule = screenLayout.ruleRow != nil
        return Wrapping.lines(
            of: words, columns: size.columns - (isInRule ? 5 : 2), atMost: isInRule ? 2 : 1
        ).map { StyledText($0.text, Style(.focus, isBold: true)) }
    }

    private func key(for command: String) -> String {
        for mode in [mode] + Mode.allCases {
            if let keys = keymaps[mode]?.sequences(for: command).first { return named(keys.shown) }
        }
        return ":" + command
    }
}
