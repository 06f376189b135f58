/// What is shown as a file keeps it: without the line that says it was kept.
package enum SavedScreen {
    /// An image in the theme's colours where the file's name ends in `.svg`, else text, a row a line.
    package static func content(of state: State, in theme: Theme, for path: String) -> String {
        var state = state
        state.notice = nil
        let frame = view(state)
        let canvas =
            frame.canvas.repertoire == .ascii ? frame.canvas.inASCII : frame.canvas
        if path.lowercased().hasSuffix(".svg") {
            return ScreenImage.svg(of: canvas, in: theme, title: frame.title)
        }
        return (0..<canvas.size.rows).map { canvas.text(row: $0) + "\n" }.joined()
    }
}
