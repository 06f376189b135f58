package import Queries
package import Screens

/// The browser without a terminal: real update and view, an archive that answers at once.
///
/// Every effect has run to its end before the next key, so "idle" is exact.
package struct Driver {
    package private(set) var state: State
    /// Replaced where another program is to change it.
    package var archive: MemoryArchive
    /// Effects other than questions, in order: what was copied, opened, quit.
    package private(set) var effects: [Effect] = []
    /// Every question that was asked, in order.
    package private(set) var questions: [Question] = []
    /// Answers are held back until `answerAll`.
    package var isHoldingAnswers = false
    private var held: [Effect] = []

    package init(
        _ archive: MemoryArchive, columns: Int = 120, rows: Int = 40, screen: Screen = .browse,
        resuming session: Session? = nil
    ) {
        self.archive = archive
        state = State(
            size: Size(columns: columns, rows: rows), dossier: archive.dossier, screen: screen)
        if let session { state.resume(session) }
        send(.started)
    }

    /// Takes an action and runs its effects; stops the tests when the frame that is drawn after
    /// the last one differs from the frame drawn anew, or breaks a rule that holds for all.
    package mutating func send(_ action: Action) {
        let before = Shown(state: state, frame: view(state))
        perform(update(&state, action))
        let frame = view(state)
        precondition(
            view(state, after: before) == frame,
            "After \(action) a pane was kept that shows something else now.")
        let broken = FrameRules.broken(by: frame, after: before.frame, at: state.size)
        precondition(broken == nil, "After \(action): \(broken ?? "")")
    }

    /// Presses keys as written: `/nato<Enter>`, `jj]`, `<C-p>`.
    package mutating func press(_ keys: String) {
        guard let sequence = try? KeySequence(keys.replacing(" ", with: "<Space>")) else {
            return effects.append(.quit)
        }
        for key in sequence.keys { send(.key(key)) }
    }

    package mutating func mouse(_ kind: Key.Mouse.Kind, _ column: Int, _ row: Int) {
        send(.key(.mouse(.init(kind: kind, column: column, row: row))))
    }

    package mutating func resize(columns: Int, rows: Int) {
        send(.resized(Size(columns: columns, rows: rows)))
    }

    package mutating func answerAll() {
        isHoldingAnswers = false
        let waiting = held
        held = []
        perform(waiting)
    }

    /// Answers what was held back, what was asked last first.
    package mutating func answerLatestFirst() {
        isHoldingAnswers = false
        let waiting = held
        held = []
        for effect in waiting.reversed() { perform([effect]) }
    }

    private mutating func perform(_ todo: [Effect]) {
        for effect in todo {
            if case .decide(let decision) = effect {
                effects.append(effect)
                archive.carryOut(decision)
                let isDossier = [.takeIn, .takeOut].contains(decision.verb)
                send(.decided(decision, isDossier ? state.labels : nil))
                continue
            }
            if case .keep(let change) = effect {
                archive.keep(change)
                send(.kept(change))
                continue
            }
            guard case .ask(let question, let slot, let generation, _) = effect else {
                effects.append(effect)
                continue
            }
            if isHoldingAnswers {
                held.append(effect)
                continue
            }
            questions.append(question)
            if let answer = archive.answer(question) {
                send(.answered(slot, generation: generation, answer))
            } else {
                send(.failed(slot, generation: generation, "nothing has that id."))
            }
        }
    }

    package var frame: Frame { view(state) }

    /// The screen as lines, blanks at the ends kept off.
    package var lines: [String] {
        let canvas = frame.canvas
        return (0..<canvas.size.rows).map { row in
            var text = canvas.text(row: row)
            while text.last == " " { text.removeLast() }
            return text
        }
    }

    package var text: String { lines.joined(separator: "\n") }
}
