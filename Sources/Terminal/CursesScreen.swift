import CNcurses
import Glibc
import Screens

/// ncurses, writing into memory: cells in, the fewest bytes that bring the screen there out.
///
/// ncurses would write whenever its buffer is full; through a file in memory a frame leaves in one
/// write. There can be only one at a time, used by one thread.
final class CursesScreen {
    private let screen: OpaquePointer
    private let output: UnsafeMutablePointer<FILE>
    private let input: UnsafeMutablePointer<FILE>
    private var cells: CellMaker
    /// How many colours the terminal has, and whether their numbers are 0xRRGGBB.
    let colours: Int
    let isDirect: Bool
    private var filter: RenditionFilter
    /// The filter as it was before a frame that has not been written.
    private var filterBefore: RenditionFilter?
    /// Rows that were last drawn with letters that are written from right to left.
    private var isolatedRows: Set<Int> = []
    /// What is to be written before the first frame.
    private var prelude: [UInt8] = []

    /// Opens the screen for the first of the types of terminal that terminfo has; throws
    /// `unknownType` of the last. ncurses knows the terminal's settings by a copy of the descriptor
    /// its keys come from, and does not read them. Where marks without a width have none on the
    /// screen, runs from right to left are `isolated`.
    init(
        types: [String], input descriptor: CInt, size: Size, isolates: Bool
    ) throws(TerminalError) {
        let memory = parley_memory_file()
        guard memory >= 0, let output = fdopen(memory, "w") else {
            throw .system("memfd_create", errno)
        }
        guard let input = fdopen(dup(descriptor), "r") else {
            let number = errno
            fclose(output)
            throw .system("fdopen", number)
        }
        // Padding is for slow serial lines; here it would be written as waits.
        setenv("NCURSES_NO_PADDING", "1", 1)
        var type = ""
        var known: OpaquePointer?
        for name in types where known == nil && !name.isEmpty {
            (type, known) = (name, parley_screen(name, output, input))
        }
        guard let screen = known else {
            fclose(output)
            fclose(input)
            throw .unknownType(types.last ?? "")
        }
        self.screen = screen
        self.output = output
        self.input = input
        start_color()
        use_default_colors()
        colours = Int(parley_colors())
        isDirect = tigetflag("RGB") > 0
        filter = RenditionFilter(turnsOff: colours >= 8)
        cells = CellMaker(palette: Palette(depth: .none, theme: .dark), isolates: isolates)
        guard parley_capability("cup") != nil else { throw .cannotPlaceCursor(type) }
        configure(size)
    }

    deinit {
        endwin()
        delscreen(screen)
        fclose(output)
        fclose(input)
    }

    private func configure(_ size: Size) {
        let window = parley_window()
        noecho()
        nonl()
        // Keys arrive as terminfo names them.
        keypad(window, true)
        prelude = takeOutput()
        idlok(window, true)
        // A frame is never broken off because a key has been pressed meanwhile.
        typeahead(-1)
        resize(to: size)
    }

    // MARK: drawing

    /// The theme and depth it draws with; a change shows when all rows are drawn again.
    var palette: Palette {
        get { cells.palette }
        set {
            if newValue != cells.palette {
                cells = CellMaker(palette: newValue, isolates: cells.isolates)
            }
        }
    }

    func resize(to size: Size) {
        if is_term_resized(CInt(size.rows), CInt(size.columns)) {
            resizeterm(CInt(size.rows), CInt(size.columns))
        }
    }

    /// Whatever stands on the terminal is not to be relied on.
    func forget() {
        clearok(parley_window(), true)
    }

    /// Puts parts of a canvas, and the cursor.
    func draw(_ canvas: Canvas, _ stretches: [Canvas.Stretch], cursor: Frame.Position) {
        let window = parley_window()
        for stretch in stretches {
            let first = fill(with: canvas.row(stretch.row), stretch)
            mvwadd_wchnstr(
                window, CInt(stretch.row), CInt(first), cells.made, CInt(cells.made.count))
        }
        wmove(window, CInt(cursor.row), CInt(cursor.column))
        wnoutrefresh(window)
    }

    /// Makes the cells of a stretch, or of its whole row where that holds or held isolated runs;
    /// gives the column where they begin.
    private func fill(with row: ArraySlice<Cell>, _ stretch: Canvas.Stretch) -> Int {
        let isIsolated = cells.isolates && RightToLeft.isIn(row)
        let wasIsolated = !isolatedRows.isEmpty && isolatedRows.contains(stretch.row)
        guard isIsolated || wasIsolated else {
            cells.fill(with: row, stretch.columns)
            return stretch.columns.lowerBound
        }
        if isIsolated { isolatedRows.insert(stretch.row) } else { isolatedRows.remove(stretch.row) }
        cells.fill(with: RightToLeft.isolated(row), 0..<row.count)
        return 0
    }

    /// The bytes that bring the terminal to what has been drawn.
    func update() -> [UInt8] {
        doupdate()
        defer { prelude = [] }
        return filter.filtered(prelude + takeOutput())
    }

    /// The bytes that would bring the terminal to what has been drawn. They are either all written
    /// before anything else is drawn, or it `goesBack`.
    func foresee() -> [UInt8] {
        filterBefore = filter
        return update()
    }

    /// Draws again what the terminal shows, which has not been written to since `foresee`.
    func goBack(to canvas: Canvas, _ stretches: [Canvas.Stretch], cursor: Frame.Position) {
        draw(canvas, stretches, cursor: cursor)
        doupdate()
        _ = takeOutput()
        if let filterBefore { filter = filterBefore }
    }

    /// Whether there is a second screen for programs, as on a terminal in a window; the console of a
    /// machine and old terminals have the one.
    var hasOwnScreen: Bool { parley_capability("rmcup") != nil }

    /// The bytes that give the screen back; drawing again takes it once more. Where what was drawn
    /// stays, the last row is left blank for what comes next.
    func end() -> [UInt8] {
        if !hasOwnScreen {
            let window = parley_window()
            wmove(window, getmaxy(window) - 1, 0)
            wclrtoeol(window)
            wnoutrefresh(window)
            doupdate()
        }
        endwin()
        let bytes = filter.filtered(takeOutput()) + filter.rest()
        filter.forget()
        return bytes
    }

    private func takeOutput() -> [UInt8] {
        let descriptor = fileno(output)
        let count = Int(lseek(descriptor, 0, SEEK_CUR))
        guard count > 0 else { return [] }
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            filled = max(0, pread(descriptor, buffer.baseAddress, count, 0))
        }
        lseek(descriptor, 0, SEEK_SET)
        return bytes
    }
}
