import Queries

// Looking for a regular expression in the text that is read, and hiding what it does not match.

extension State {
    /// Lets a pattern be typed: the text follows each letter.
    mutating func openPattern() -> [Effect] {
        prompt = Prompt(.pattern, saved: place, text: place.reader.search?.pattern.text ?? "")
        return []
    }

    /// Looks for what is typed; while that is no whole pattern, what was found before stays.
    mutating func patternTyped() {
        guard let text = prompt?.text else { return }
        prompt?.problem = nil
        guard !text.isEmpty else {
            place.reader.look(for: nil)
            return
        }
        do throws(PatternProblem) {
            let pattern = try Pattern(text)
            if pattern != place.reader.search?.pattern { place.reader.look(for: pattern) }
        } catch {
            prompt?.problem = error
        }
    }

    /// Keeps the pattern and goes on reading; one that is not whole is typed on.
    mutating func accept(pattern prompt: Prompt) -> [Effect] {
        if let problem = prompt.problem {
            self.prompt = prompt
            notice = Notice("Error: \(problem.message); Esc leaves the pattern.", isError: true)
            return []
        }
        remember(pattern: prompt.text)
        return []
    }

    private mutating func remember(pattern: String) {
        guard !pattern.isEmpty else { return }
        patterns.removeAll { $0 == pattern }
        patterns.insert(pattern, at: 0)
        if patterns.count > 100 { patterns.removeLast() }
    }

    /// Looks for a pattern given whole.
    mutating func search(text: String) -> [Effect] {
        guard place.screen == .reader else {
            notice = Notice("A pattern is looked for in one text: Enter opens an article.")
            return []
        }
        do throws(PatternProblem) {
            place.reader.look(for: text.isEmpty ? nil : try Pattern(text))
            remember(pattern: text)
        } catch {
            notice = Notice("Error: \(error.message).", isError: true)
        }
        return []
    }

    /// Asks where the pattern of the text matches, where that is not known.
    mutating func askMatches() -> [Effect] {
        guard let id = place.reader.articleID, let pattern = place.reader.patternToAsk() else {
            return []
        }
        return [ask(.matches(pattern, in: id), for: .matches)]
    }

    mutating func accept(_ matches: PatternMatches, of pattern: Pattern, in id: String) {
        guard place.reader.articleID == id else { return }
        let isTyping = prompt?.kind == .pattern
        let start = (isTyping ? prompt?.saved.reader.sentence : nil) ?? place.reader.sentence
        place.reader.show(matches, of: pattern, from: start)
        place.reader.moveToCurrentMatch(or: start)
    }

    /// Steps through the matches of a pattern in the reader, else through what a search found.
    mutating func stepFound(by step: Int) -> [Effect] {
        guard place.screen == .reader, let search = place.reader.search else {
            return stepPassage(by: step)
        }
        guard place.reader.moveToMatch(by: step) else {
            notice = Notice("`\(search.pattern.text)` matches nothing in this text.")
            return []
        }
        if place.reader.search?.hasTurned == true {
            notice = Notice(step > 0 ? "On from the first match." : "On from the last match.")
        }
        return []
    }

    /// Dims or hides what does not match, or shows all again.
    mutating func hideOthers() -> [Effect] {
        if place.screen == .browse, place.browse.focus != .reader { return hideOtherArticles() }
        let path: WritableKeyPath<State, ReaderScreen> =
            place.screen == .reader ? \.place.reader : \.place.browse.preview
        guard self[keyPath: path].cycleOthers() else {
            notice = Notice("Nothing is looked for in this text: / takes a pattern.")
            return []
        }
        let words: [Others: String] = [
            .shown: "All sentences are shown.", .dimmed: "Sentences that do not match are dimmed.",
            .hidden: "Only sentences that match are shown.",
        ]
        notice = words[self[keyPath: path].others].map { Notice($0) }
        return []
    }

    private mutating func hideOtherArticles() -> [Effect] {
        guard !place.browse.narrowing.isEmpty else {
            notice = Notice("Every article is listed: Space filters, / searches.")
            return []
        }
        place.browse.others = place.browse.others.next
        let words: [Others: String] = [
            .shown: "All articles are listed.", .dimmed: "Articles that do not fit are dimmed.",
            .hidden: "Only articles that fit are listed.",
        ]
        notice = words[place.browse.others].map { Notice($0) }
        return place.browse.listsOthers == place.browse.asked.listsOthers ? [] : [askList()]
    }
}
