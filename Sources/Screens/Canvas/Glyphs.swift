/// Text as the glyphs a terminal shows, each after the sanitiser and with its columns.
///
/// A glyph is a scalar with columns and the scalars without columns that follow it. That is finer
/// than Unicode's grapheme cluster on purpose: whatever takes columns of its own in `wcwidth`, as
/// the second half of a flag or a spacing vowel sign does, has a cell of its own, so that ncurses
/// and the terminal agree about every column. Emoji sequences (joined by U+200D, or with a skin
/// tone) are one glyph of 2 columns up to `Glyph.capacity` scalars; longer ones show their first.
struct Glyphs: Sequence {
    /// One glyph of a text.
    struct Element {
        var glyph: Glyph
        var width: Int
        /// How many scalars of the text it stands for, those it leaves out among them.
        var scalarCount: Int
        /// The first of them as it was, before the sanitiser.
        var source: Unicode.Scalar
    }

    let text: String

    init(_ text: String) {
        self.text = text
    }

    func makeIterator() -> Iterator {
        Iterator(scalars: text.unicodeScalars.makeIterator())
    }

    struct Iterator: IteratorProtocol {
        private var scalars: String.UnicodeScalarView.Iterator
        private var ahead: Unicode.Scalar?
        private var previous: Unicode.Scalar = " "

        init(scalars: String.UnicodeScalarView.Iterator) {
            self.scalars = scalars
            ahead = self.scalars.next()
        }

        mutating func next() -> Element? {
            guard let source = ahead else { return nil }
            ahead = scalars.next()
            let plain = source.value >= 0x20 && source.value < 0x7F
            if plain, (ahead?.value ?? 0) < 0x300 {
                previous = source
                return Element(glyph: Glyph(source), width: 1, scalarCount: 1, source: source)
            }
            return cluster(from: source)
        }

        /// The glyph that begins with `source`, which has been taken already.
        private mutating func cluster(from source: Unicode.Scalar) -> Element {
            let shown = Sanitiser.visible(source, after: previous)
            previous = source
            var element = Element(glyph: .blank, width: 1, scalarCount: 1, source: source)
            let width = TextWidth.columns(of: shown)
            if width > 0 {
                element.glyph = Glyph(shown)
                element.width = width
            } else {
                _ = element.glyph.append(shown)
            }
            let first = element.glyph
            let isEmoji = width == 2 && shown.value > 0x2000 && shown.properties.isEmoji
            var isJoined = false
            var overflowed = false
            while source.value >= 0x20, let scalar = ahead {
                let mark = Sanitiser.visible(scalar, after: previous)
                guard belongs(mark, to: element, isEmoji: isEmoji, isJoined: isJoined) else {
                    break
                }
                isJoined = isEmoji && mark.value == 0x200D
                // U+FE0F asks for two columns where wcwidth counts one: it is left out there.
                if !(mark.value == 0xFE0F && element.width == 1) {
                    overflowed = !element.glyph.append(mark) || overflowed
                }
                element.scalarCount += 1
                previous = scalar
                ahead = scalars.next()
            }
            if isEmoji && (overflowed || isJoined) { element.glyph = first }
            return element
        }

        private func belongs(
            _ mark: Unicode.Scalar, to element: Element, isEmoji: Bool, isJoined: Bool
        ) -> Bool {
            if mark.value < 0x300 { return false }
            if isEmoji && (0x1F3FB...0x1F3FF).contains(mark.value) { return true }
            if isJoined { return mark.properties.isEmoji }
            return TextWidth.columns(of: mark) == 0
        }
    }
}
