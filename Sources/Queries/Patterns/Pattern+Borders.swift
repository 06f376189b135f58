extension Pattern {
    /// It asks what stands before or behind: a border of a word, an end of a paragraph.
    package var looksAround: Bool {
        program.instructions.contains { $0.operation == .assertion }
    }

    /// A pattern that asks for the same and for no borders: it matches at least where this one
    /// does. Nil where the text does not tell it.
    package var withoutBorders: Pattern? {
        guard looksAround else { return self }
        var rest = Array(text.unicodeScalars)[...]
        var view = String.UnicodeScalarView()
        while let scalar = rest.popFirst() {
            switch scalar {
            case "^", "$": break
            case "\\":
                let escaped = rest.popFirst()
                if escaped == "b" || escaped == "B" { break }
                view.append(scalar)
                if let escaped { view.append(escaped) }
            case "[":
                view.append(scalar)
                Pattern.moveSet(from: &rest, to: &view)
            default: view.append(scalar)
            }
        }
        guard let pattern = try? Pattern(String(view)), !pattern.looksAround else { return nil }
        return pattern
    }

    /// What is left of `[…]`, where the first bracket may stand for itself.
    private static func moveSet(
        from rest: inout ArraySlice<Unicode.Scalar>, to view: inout String.UnicodeScalarView
    ) {
        var isFirst = true
        while let scalar = rest.popFirst() {
            view.append(scalar)
            if scalar == "\\", let escaped = rest.popFirst() { view.append(escaped) }
            if scalar == "]", !isFirst { return }
            if scalar != "^" { isFirst = false }
        }
    }
}
