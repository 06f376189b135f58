import Analysis
import Intake
import Queries

/// Whether an article meets a query, and with which sentences: by plain comparison of words.
struct Matcher {
    let analyzed: AnalyzedArticle
    let dossier: Dossier

    init(_ analyzed: AnalyzedArticle, _ dossier: Dossier) {
        self.analyzed = analyzed
        self.dossier = dossier
    }

    func meets(_ query: Query) -> Bool {
        switch query {
        case .everything: return true
        case .not(let inner): return !meets(inner)
        case .and(let parts): return parts.allSatisfy(meets)
        case .or(let parts): return parts.contains(where: meets)
        case .before(let date): return day.map { $0 < date.day } ?? false
        case .after(let date): return day.map { $0 > date.lastDay } ?? false
        case .known(let date): return day.map { $0 <= date.lastDay } ?? false
        case .on(let date): return day.map { date.queriedDays.contains($0) } ?? false
        case .field(.source, let value):
            return analyzed.findings.outletID ?? "?" == value || analyzed.article.outlet == value
        case .word(let word):
            return titleHas(word) || !passages(query).isEmpty
        case .prefix(let word), .begun(let word):
            return titleHas(word) || !passages(query).isEmpty
        case .pattern(let pattern):
            return titleMatches(pattern)
                || !pattern.matches(in: analyzed.article.text).ranges.isEmpty
        case .titlePattern(let pattern): return titleMatches(pattern)
        default: return !passages(query).isEmpty
        }
    }

    private func titleMatches(_ pattern: Pattern) -> Bool {
        !pattern.matches(in: ArticleText(analyzed.article.title ?? "")).ranges.isEmpty
    }

    private var day: Day? { analyzed.article.published?.day }

    private func titleHas(_ word: String) -> Bool {
        analyzed.article.title?.lowercased().contains(word.lowercased()) ?? false
    }

    /// The sentences that meet some positive part of a query.
    func passages(_ query: Query) -> [Passage] {
        var found: [Int: [Range<Int>]] = [:]
        collect(query, into: &found)
        return found.keys.sorted().map { sentence in
            let start = analyzed.article.sentences[sentence].range.lowerBound
            let ranges = (found[sentence] ?? []).sorted { $0.lowerBound < $1.lowerBound }
            return Passage(
                sentence: sentence, text: analyzed.article.sentenceText(sentence),
                highlights: ranges.map { $0.lowerBound - start..<$0.upperBound - start })
        }
    }

    private func collect(_ query: Query, into found: inout [Int: [Range<Int>]]) {
        switch query {
        case .and(let parts), .or(let parts): for part in parts { collect(part, into: &found) }
        case .sentence(let inner): collect(inner, into: &found)
        case .word(let word), .prefix(let word), .begun(let word): find(word, into: &found)
        case .pattern(let pattern):
            for range in pattern.matches(in: analyzed.article.text).ranges {
                let sentence = analyzed.article.sentences.lastIndex {
                    $0.range.lowerBound <= range.lowerBound
                }
                found[sentence ?? 0, default: []].append(range)
            }
        case .phrase(let words), .phrasePrefix(let words):
            find(words.joined(separator: " "), into: &found)
        case .field(let field, let value): add(field, { $0 == value }, into: &found)
        case .fieldPrefix(let field, let value):
            add(field, { $0.lowercased().hasPrefix(value.lowercased()) }, into: &found)
        default: break
        }
    }

    private func find(_ words: String, into found: inout [Int: [Range<Int>]]) {
        let wanted = Array(words.lowercased().unicodeScalars)
        for (index, sentence) in analyzed.article.sentences.enumerated() {
            let text = Array(analyzed.article.sentenceText(index).lowercased().unicodeScalars)
            guard text.count == sentence.range.count, text.count >= wanted.count else { continue }
            for start in 0...text.count - wanted.count
            where Array(text[start..<start + wanted.count]) == wanted {
                if start > 0, text[start - 1].properties.isAlphabetic { continue }
                let from = sentence.range.lowerBound + start
                found[index, default: []].append(from..<from + wanted.count)
            }
        }
    }

    private func add(
        _ field: Query.Field, _ fits: (String) -> Bool, into found: inout [Int: [Range<Int>]]
    ) {
        let findings = analyzed.findings
        let bases: [Basis] =
            switch field {
            case .actor: findings.actors.filter { fits($0.id) }.map(\.basis)
            case .cites: findings.citedOutlets.filter { fits($0.id) }.map(\.basis)
            case .speaker: findings.quotes.filter { fits($0.speakerID ?? "") }.map(\.basis)
            case .point:
                findings.points.filter { found in
                    let topic = dossier.points.first { $0.id == found.id }?.topic ?? ""
                    return fits(found.id) || fits(topic)
                }.map(\.basis)
            case .draft: findings.drafts.filter { fits($0.id) }.map(\.basis)
            default: []
            }
        for evidence in bases.flatMap(\.evidence) {
            found[evidence.sentence, default: []].append(evidence.range)
        }
    }
}
