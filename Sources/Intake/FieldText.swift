/// The one gate that fields of an article or a feed pass, wherever they were read: one line
/// without control characters, or nothing.
enum FieldText {
    /// Line ends and tabs become blanks, other control characters `U+FFFD`; blanks at either end
    /// go. Nil when nothing is left.
    static func line(_ text: String?) -> String? {
        guard let text else { return nil }
        if isClean(text) { return text }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x09...0x0D, 0x85, 0x2028, 0x2029: scalars.append(" ")
            case ..<0x20, 0x7F...0x9F: scalars.append("\u{FFFD}")
            default: scalars.append(scalar)
            }
        }
        while scalars.first == " " { scalars.removeFirst() }
        while scalars.last == " " { scalars.removeLast() }
        return scalars.isEmpty ? nil : String(scalars)
    }

    /// An address loses line ends and tabs, as browsers have it (WHATWG URL, 4.4); one with other
    /// control characters is none.
    static func address(_ text: String?) -> String? {
        guard let text else { return nil }
        if isClean(text) { return text }
        let kept = text.unicodeScalars.filter { !(0x09...0x0D).contains($0.value) }
        let address = String(String.UnicodeScalarView(kept))
        return isClean(address) ? address : nil
    }

    /// Not empty, no control character, no line end, no blank at either end.
    private static func isClean(_ text: String) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last, first != 0x20, last != 0x20
        else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            let value = scalar.value
            return value >= 0x20 && !(0x7F...0x9F).contains(value) && value != 0x2028
                && value != 0x2029
        }
    }
}

extension Facts {
    /// Every field as `FieldText` wants it.
    mutating func tidy() {
        title = FieldText.line(title)
        outlet = FieldText.line(outlet)
        externalID = FieldText.line(externalID)
        url = FieldText.address(url)
        authors = authors.compactMap { FieldText.line($0) }
    }
}

extension Feed {
    /// Every field as `FieldText` wants it; texts keep their line ends.
    mutating func tidy() {
        about.tidy()
        subtitle = FieldText.line(subtitle)
        info = FieldText.line(info)
        for index in entries.indices {
            entries[index].about.tidy()
            entries[index].source = FieldText.line(entries[index].source)
            entries[index].comments = FieldText.address(entries[index].comments)
            entries[index].enclosures = entries[index].enclosures.compactMap {
                FieldText.address($0)
            }
        }
    }
}

extension FeedFacts {
    fileprivate mutating func tidy() {
        title = FieldText.line(title)
        link = FieldText.address(link)
        links = links.compactMap { FieldText.address($0) }
        authors = authors.compactMap { FieldText.line($0) }
        id = FieldText.line(id)
        rights = FieldText.line(rights)
        language = FieldText.line(language)
        tags = tags.compactMap { FieldText.line($0) }
        image = FieldText.address(image)
    }
}
