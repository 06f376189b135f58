/// What `view` declares: the grid, where the cursor stands, and the window's title.
package struct Frame: Equatable, Sendable {
    package struct Position: Hashable, Sendable {
        package var column: Int
        package var row: Int

        package init(column: Int, row: Int) {
            self.column = column
            self.row = row
        }
    }

    package var canvas: Canvas
    /// Always inside the canvas; on the selection, or in the prompt while typing.
    package var cursor: Position
    package var title: String

    package init(canvas: Canvas, cursor: Position, title: String) {
        self.canvas = canvas
        self.cursor = cursor
        self.title = title
    }
}

/// A frame and the state that it shows.
package struct Shown: Equatable, Sendable {
    package let state: State
    package let frame: Frame

    package init(state: State, frame: Frame) {
        self.state = state
        self.frame = frame
    }
}
