import CNcurses
import Glibc
package import Screens

// Terminal is ncurses and nothing else: keys in, grid out. It knows nothing of what the cells
// mean, and nothing above it knows of bytes.

/// The terminal while the browser has it: one at a time, used by the main thread alone.
///
/// Before any other thread starts, `Terminal.blockSignals` must have been called. However the
/// process ends, the terminal is given back as it was.
package final class Terminal {
    /// What a wait brought, in the order in which it happened.
    package enum Event: Equatable, Sendable {
        case key(Key)
        case resized(Size)
        /// The terminal has told its ground.
        case ground(Ground)
        /// `Wakeup.wake` was called.
        case woken
        /// The reader or the system wants the program to end: by this signal, or, when nil,
        /// because the terminal is gone.
        case ended(bySignal: Int32?)
    }

    private let line: Line
    private let screen: CursesScreen
    private let surroundings: Surroundings
    private var settings: Settings
    /// What the terminal answered when asked for its ground.
    private var answeredGround: Ground?
    private let signals: CInt
    /// Nil where the terminal takes UTF-8 or ASCII alone.
    private let letters: LocaleLetters?
    private var decoder: InputDecoder
    private var lastRead = ContinuousClock.now
    private var shown: Frame?
    /// A frame that may come next, and what brings the terminal there. ncurses is there already:
    /// whatever else is done with it begins with `goBack`.
    private var foreseen: (frame: Frame, bytes: [UInt8])?
    private var title: String?
    private var isOpen = false

    /// The size of the screen, at least 1x1.
    package private(set) var size: Size
    /// What the terminal's locale can show.
    package let repertoire: Canvas.Repertoire

    /// Has signals wait for the terminal instead of interrupting; for the first line of `main`.
    package static func blockSignals() {
        parley_block_signals()
    }

    /// Has signals end or stop the process again, where no terminal could be taken.
    package static func unblockSignals() {
        parley_unblock_signals()
    }

    /// Should the program crash while it has the terminal, it leaves a file at `path` that begins
    /// with `about` and says what was pressed.
    package static func leaveLog(at path: String, about: String) {
        parley_guard_log(path, about)
    }

    /// What the locale of the environment can show.
    package static func localeRepertoire() -> Canvas.Repertoire {
        setlocale(LC_CTYPE, "")
        return String(cString: nl_langinfo(CInt(CODESET))) == "UTF-8" ? .unicode : .ascii
    }

    /// Takes the terminal. Throws when there is none, or one that cannot be browsed in; nothing
    /// has been written to it then.
    package init(_ surroundings: Surroundings, settings: Settings) throws(TerminalError) {
        repertoire = Terminal.localeRepertoire()
        letters = LocaleLetters()
        self.surroundings = surroundings
        self.settings = settings
        line = try Line()
        size = line.size
        // The console of a machine gives a cell to what it does not know.
        let isolates = repertoire == .unicode && !surroundings.type.hasPrefix("linux")
        screen = try CursesScreen(
            types: surroundings.types(settings), input: line.input, size: size, isolates: isolates)
        decoder = InputDecoder(sequences: .ofTerminal(), letters: letters)
        signals = parley_signalfd()
        guard signals >= 0 else { throw .system("signalfd", errno) }
        setPalette()
        take()
        askGround()
    }

    deinit {
        close()
        Glibc.close(signals)
    }

    // MARK: taking and giving back

    /// Sets the line and the terminal's modes; the screen itself is taken with the first frame.
    private func take() {
        parley_guard_arm(line.input, line.output, line.original, crashModes)
        line.setRaw()
        let mouse = settings.mouse == .off ? "" : Modes.mouse(isOn: true)
        line.write(Array((Modes.on + mouse).utf8))
        isOpen = true
    }

    /// The answer comes as input, if ever.
    private func askGround() {
        if screen.palette.depth >= .indexed { line.write(Array(Modes.askGround.utf8)) }
    }

    /// Follows other settings from the next frame on.
    package func apply(_ settings: Settings) {
        let hadMouse = self.settings.mouse != .off
        self.settings = settings
        let hasMouse = settings.mouse != .off
        if isOpen, hadMouse != hasMouse { line.write(Array(Modes.mouse(isOn: hasMouse).utf8)) }
        setPalette()
    }

    /// The theme that is drawn with, also where the terminal has too few colours for it.
    package var theme: Theme { settings.theme(on: answeredGround ?? surroundings.ground) }

    /// Colours by the settings, the terminal's answer and the environment, in this order; what is
    /// on the screen is drawn again with the next frame if they change.
    private func setPalette() {
        let depth = surroundings.depth(
            settings, colours: screen.colours, isDirect: screen.isDirect)
        let palette = Palette(depth: depth, theme: theme)
        guard palette != screen.palette else { return }
        goBack()
        screen.palette = palette
        shown = nil
    }

    /// What the crash guard writes: whatever was being written is broken off (CAN), the modes are
    /// off, and the screen is given back.
    private var crashModes: String {
        let names = ["sgr0", "cnorm", "rmkx", "rmcup"]
        let capabilities = names.compactMap { (name: String) in
            parley_capability(name).map { String(cString: $0) }
        }
        return "\u{18}" + Modes.off + capabilities.joined()
    }

    /// Gives the terminal back as it was. Does nothing the second time.
    package func close() {
        guard isOpen else { return }
        goBack()
        isOpen = false
        line.write(line.cancellation + Array(Modes.off.utf8) + screen.end())
        line.setOriginal()
        parley_guard_disarm()
        shown = nil
        title = nil
    }

    /// Draws the next frame whole, whatever stands on the terminal.
    package func redraw() {
        goBack()
        screen.forget()
        shown = nil
    }

    /// Gives the terminal back, stops the process and its group as Ctrl-Z does, and takes the
    /// terminal again when it goes on. The next frame is drawn whole.
    package func suspend() {
        close()
        kill(0, SIGTSTP)
        kill(getpid(), SIGSTOP)
        resume()
    }

    /// Gives the terminal to somebody else for as long as `body` takes. What is interrupted there
    /// (Ctrl-C in a pager) is not this program.
    package func lend(to body: () -> Void) {
        close()
        body()
        parley_drop_interrupts()
        resume()
    }

    private func resume() {
        take()
        askGround()
        screen.forget()
        shown = nil
        title = nil
    }

    /// Ends the process by a signal, as if it had never been caught.
    package static func die(bySignal number: Int32) {
        parley_die_by(number)
    }

    // MARK: showing

    /// Brings the screen to a frame in one write; writes nothing when nothing has changed.
    package func show(_ frame: Frame) {
        goBack()
        guard isOpen, let (frame, bytes) = drawn(frame, screen.update) else { return }
        write(bytes, of: frame)
    }

    /// Works out what brings the screen to the frame that is likely to come next, so that
    /// `showForeseen` has only to write it. Any other frame can still come.
    package func foresee(_ frame: Frame) {
        goBack()
        guard isOpen, shown != nil else { return }
        foreseen = drawn(frame, screen.foresee)
    }

    /// Brings the screen to the frame that was foreseen last. False when it has been forgotten
    /// since, and nothing is shown.
    package func showForeseen() -> Bool {
        guard let (frame, bytes) = foreseen else { return false }
        foreseen = nil
        write(bytes, of: frame)
        return true
    }

    /// The frame as this terminal can show it, and the bytes that bring the screen there; nil when
    /// it is what is shown.
    private func drawn(_ frame: Frame, _ bytes: () -> [UInt8]) -> (frame: Frame, bytes: [UInt8])? {
        var frame = frame
        if repertoire == .ascii || frame.canvas.repertoire == .ascii {
            frame.canvas = frame.canvas.inASCII(besides: letters?.all ?? [])
        }
        let changed = frame.canvas.stretches(changedSince: shown?.canvas)
        if let shown, changed.isEmpty, frame.cursor == shown.cursor, frame.title == title {
            return nil
        }
        screen.draw(frame.canvas, changed, cursor: frame.cursor)
        return (frame, bytes())
    }

    private func write(_ bytes: [UInt8], of frame: Frame) {
        var bytes = bytes
        if frame.title != title {
            bytes += titleBytes(frame.title)
            title = frame.title
        }
        shown = frame
        if !bytes.isEmpty { line.write(Modes.synchronized(bytes)) }
    }

    /// Forgets what was foreseen: ncurses comes back to what the terminal shows.
    private func goBack() {
        guard let (frame, _) = foreseen, let shown else { return }
        foreseen = nil
        screen.goBack(
            to: shown.canvas, shown.canvas.stretches(changedSince: frame.canvas),
            cursor: shown.cursor)
    }

    /// A title is text of the terminal's locale as well.
    private func titleBytes(_ title: String) -> [UInt8] {
        guard repertoire == .ascii else { return Array(Modes.title(title).utf8) }
        let plain = Modes.title(ASCIIFallback.text(for: title, besides: letters?.all ?? []))
        return letters?.bytes(of: plain) ?? Array(plain.utf8)
    }

    /// Puts text on the clipboard of the terminal, where it allows that; false where it has none.
    package func copy(_ text: String) -> Bool {
        guard isOpen, screen.hasOwnScreen else { return false }
        line.write(Modes.clipboard(text))
        return true
    }

    // MARK: waiting

    /// Waits until something happens and says what, all of it.
    ///
    /// Without `milliseconds` it waits for ever, and nothing wakes the process meanwhile; with
    /// them nothing may have happened.
    package func wait(for wakeup: Wakeup, milliseconds: Int? = nil) -> [Event] {
        var descriptors = [
            pollfd(fd: line.input, events: Int16(POLLIN), revents: 0),
            pollfd(fd: wakeup.descriptor, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        ]
        let pause = CInt(clamping: milliseconds ?? -1)
        while poll(&descriptors, 3, pause) < 0 {
            if errno != EINTR { return [.ended(bySignal: nil)] }
        }
        var events: [Event] = []
        if descriptors[2].revents != 0 { readSignals(into: &events) }
        if descriptors[0].revents & Int16(POLLIN) != 0 {
            readKeys(into: &events)
        } else if descriptors[0].revents != 0 {
            events.append(.ended(bySignal: nil))
        }
        if descriptors[1].revents != 0 {
            wakeup.reset()
            events.append(.woken)
        }
        return events
    }

    private func readSignals(into events: inout [Event]) {
        while case let number = parley_next_signal(signals), number != 0 {
            switch number {
            case SIGWINCH:
                goBack()
                size = line.size
                screen.resize(to: size)
                shown = nil
                events.append(.resized(size))
            case SIGTSTP:
                suspend()
                events.append(.resized(size))
            case SIGCONT:
                // Stopped and continued by another hand: the line may have been changed.
                close()
                resume()
                events.append(.resized(size))
            default:
                events.append(.ended(bySignal: number))
            }
        }
    }

    /// Milliseconds in which the rest of a sequence comes, or there is none.
    private static let sequencePatience: CInt = 25

    private func readKeys(into events: inout [Event]) {
        var outputs: [InputDecoder.Output] = []
        let now = ContinuousClock.now
        decoder.resume(after: now - lastRead, into: &outputs)
        lastRead = now
        repeat {
            guard let bytes = line.read() else {
                events.append(.ended(bySignal: nil))
                break
            }
            decoder.take(bytes, into: &outputs)
        } while line.hasInput(within: decoder.hasBegun ? Self.sequencePatience : 0)
        decoder.pause(into: &outputs)
        for output in outputs { take(output, into: &events) }
    }

    private func take(_ output: InputDecoder.Output, into events: inout [Event]) {
        switch output {
        case .key(let key):
            if let notation = key.notation { parley_guard_key(notation) }
            // Not every terminal tells by itself that its ground is another one now.
            if key == .focusGained { askGround() }
            events.append(.key(key))
        case .ground(let ground):
            answeredGround = ground
            setPalette()
            events.append(.ground(ground))
        }
    }
}
