import Analysis
import Intake
import Queries

// What the page of an article's history says: an edit a section, newest first, and in it each
// change with the words around it.

extension State {
    func sections(of page: ArticleHistory) -> [PageScreen.Section] {
        let about = PageScreen.Section(
            title: "What this is", scope: "", items: [.fact(about(page))], isWide: false)
        let versions = PageScreen.Section(
            title: "Texts held of it", scope: Wording.counted(page.versions.count, "text"),
            items: page.versions.indices.reversed().map { index in
                let version = page.versions[index]
                let count = version.text.split { $0.isWhitespace }.count
                let isPresent = index == page.versions.count - 1
                return .fact(
                    [
                        (isPresent ? "● " : "  ", Style(.confirmed)),
                        (
                            "since \(Wording.moment(version.seen)), "
                                + Wording.counted(count, "word"), .text
                        ),
                    ])
            }, isWide: false)
        let edits = page.edits.map { edit in
            PageScreen.Section(
                title: "Edited, seen \(Wording.moment(edit.seen))",
                scope: "−\(edit.text.wordsCut) +\(edit.text.wordsAdded) words",
                items: items(of: edit, in: page), isWide: true)
        }
        return [about, versions] + edits
    }

    private func items(
        of edit: ArticleHistory.Edit, in page: ArticleHistory
    ) -> [PageScreen.Item] {
        let title = edit.title.map { change in
            PageScreen.Item.change(
                change, "the title", article: page.article.id, sentence: nil)
        }
        let changes = zip(edit.text.changes, edit.sentences).map { change, sentence in
            PageScreen.Item.change(
                change, sentence.map { Wording.sentence($0) } ?? "the text",
                article: page.article.id, sentence: sentence)
        }
        let all = (title.map { [$0] } ?? []) + changes
        return all.isEmpty ? [.fact([("Only blanks were changed.", .text)])] : all
    }

    private func about(_ page: ArticleHistory) -> StyledText {
        if page.edits.isEmpty {
            return [("One text is held of this article: no edit has been seen.", .text)]
        }
        return [
            (
                "What was edited from each text that was held to the next: [-cut-] {+added+}. The "
                    + "times say when a text was first seen here, not when it was published.", .text
            )
        ]
    }
}

extension ArticleHistory {
    /// What was edited, in numbers.
    var facts: [String] {
        edits.isEmpty
            ? ["never edited"]
            : [
                "edited \(edits.count == 1 ? "once" : "\(edits.count) times")",
                Wording.counted(changeCount, "change"),
            ]
    }
}

extension TextEdits.Change {
    /// Cut and added words between signs, so that no colour is needed, and their marks in it.
    var marked: (text: String, marks: [(scalars: Range<Int>, style: Style)]) {
        var text = isCutBefore ? "… " : ""
        var marks: [(scalars: Range<Int>, style: Style)] = []
        for (index, piece) in pieces.enumerated() {
            if index > 0, piece.followsBlank || piece.kind != .kept { text += " " }
            let start = text.unicodeScalars.count
            text += piece.written
            let range = start..<text.unicodeScalars.count
            switch piece.kind {
            case .kept: break
            case .cut: marks.append((range, Style(.differs)))
            case .added: marks.append((range, Style(.same, isUnderlined: true)))
            }
        }
        return (text + (isCutAfter ? " …" : ""), marks)
    }
}
