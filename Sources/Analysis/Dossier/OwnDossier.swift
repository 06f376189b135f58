/// The file in which a person keeps what they add to a dossier: TOML in the format of a dossier,
/// laid over it. All here is text in, text out; entries are added at its end and taken out again
/// as they were written, so that comments and entries of the person's own stay to the byte.
package enum OwnDossier {
    /// An entry to be written.
    package struct Entry: Hashable, Sendable {
        package enum Kind: String, CaseIterable, Sendable { case person, body, outlet }

        package var name: String
        package var kind: Kind
        /// Other forms of the name.
        package var aliases: [String]
        /// Where it comes from, for the comment above it.
        package var remark: String

        package init(name: String, kind: Kind, aliases: [String] = [], remark: String = "") {
            self.name = name
            self.kind = kind
            self.aliases = aliases
            self.remark = remark
        }
    }

    /// What was written.
    package struct Addition: Equatable, Sendable {
        /// The whole file.
        package var bytes: [UInt8]
        /// The lines that were added; `removing` takes them out again.
        package var block: String
        package var id: String
    }

    /// Why the file was left as it is.
    package enum Refusal: Error, Hashable, Sendable {
        /// Before or after the addition something in it is no dossier; the problem says where.
        case unsound(String)
        /// Nothing is left of the name that could be matched.
        case nameless
        /// The lines to be taken out are no longer there as they were written.
        case changed
    }

    /// The dossier in `bytes`, read as one that is laid over `base`.
    package static func read(
        _ bytes: [UInt8], over base: Dossier, file: String
    ) -> (dossier: Dossier, problems: [DossierProblem]) {
        guard !bytes.isEmpty else {
            return (Dossier(id: base.id, title: base.title, contentHash: "0"), [])
        }
        return DossierReader.read(bytes, file: file, over: base)
    }

    /// `bytes` with `entry` at the end; an empty file gets its head first. Throws `Refusal` when
    /// the entry would not be read back as it is, or anything else otherwise than before.
    package static func adding(
        _ entry: Entry, to bytes: [UInt8], over base: Dossier, file: String
    ) throws(Refusal) -> Addition {
        guard entry.name.unicodeScalars.contains(where: { $0.properties.isAlphabetic }) else {
            throw .nameless
        }
        let (before, old) = read(bytes, over: base, file: file)
        let id = freeID(for: entry, in: base, before)
        let block = block(entry, id: id)
        var result = bytes.isEmpty ? Array(head(of: base).utf8) : bytes
        if result.last != UInt8(ascii: "\n") { result.append(UInt8(ascii: "\n")) }
        result += Array(block.utf8)
        let (after, new) = read(result, over: base, file: file)
        guard after.has(id, entry), after.hasAll(of: before), new.errors <= old.errors else {
            let fresh = new.first { !old.contains($0) && $0.severity == .error }
            throw .unsound((fresh ?? old.first)?.description ?? file)
        }
        return Addition(bytes: result, block: block, id: id)
    }

    /// `bytes` without the last occurrence of `block`. Throws `Refusal.changed` when it is gone.
    package static func removing(_ block: String, from bytes: [UInt8]) throws(Refusal) -> [UInt8] {
        let wanted = Array(block.utf8)
        guard !wanted.isEmpty, bytes.count >= wanted.count else { throw .changed }
        for start in stride(from: bytes.count - wanted.count, through: 0, by: -1)
        where bytes[start..<start + wanted.count].elementsEqual(wanted) {
            return Array(bytes[..<start] + bytes[(start + wanted.count)...])
        }
        throw .changed
    }

    // MARK: Writing

    private static func head(of base: Dossier) -> String {
        """
        # What you add to the dossier \(TOMLText.quoted(base.id)). parley lays this file over it: an
        # entry here takes the place of the one with the same id, all others are added. Edit it as
        # you like; docs/dossier.md explains every key, `parley dossier check` names mistakes.

        [dossier]
        id = \(TOMLText.quoted(base.id))
        title = \(TOMLText.quoted(base.title))

        """
    }

    private static func block(_ entry: Entry, id: String) -> String {
        let isOutlet = entry.kind == .outlet
        var lines = [""]
        if !entry.remark.isEmpty { lines.append(TOMLText.comment(entry.remark)) }
        lines += [
            isOutlet ? "[[outlet]]" : "[[actor]]", "id = \(TOMLText.quoted(id))",
            "name = \(TOMLText.quoted(entry.name))",
        ]
        if !isOutlet { lines.append("kind = \(TOMLText.quoted(entry.kind.rawValue))") }
        var seen = [entry.name]
        for alias in entry.aliases where !seen.contains(alias) { seen.append(alias) }
        if seen.count > 1 {
            let aliases = seen.dropFirst().map(TOMLText.quoted).joined(separator: ", ")
            lines.append("aliases = [\(aliases)]")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func freeID(for entry: Entry, in base: Dossier, _ own: Dossier) -> String {
        let isOutlet = entry.kind == .outlet
        let taken = Set(
            isOutlet
                ? (base.outlets + own.outlets).map(\.id)
                : (base.participants + own.participants).map(\.id))
        let stem = TOMLText.slug(entry.name) ?? entry.kind.rawValue
        var id = stem
        var number = 2
        while taken.contains(id) {
            id = "\(stem)-\(number)"
            number += 1
        }
        return id
    }
}

extension [DossierProblem] {
    fileprivate var errors: Int { count { $0.severity == .error } }
}

extension Dossier {
    /// Whether the entry is read back under this id with the kind it was written with.
    fileprivate func has(_ id: String, _ entry: OwnDossier.Entry) -> Bool {
        switch entry.kind {
        case .outlet: outlets.contains { $0.id == id }
        case .person: participants.contains { $0.id == id && $0.kind == .person }
        case .body: participants.contains { $0.id == id && $0.kind == .body }
        }
    }

    /// Whether no entry of `other` is missing here.
    fileprivate func hasAll(of other: Dossier) -> Bool {
        participants.starts(with: other.participants) && outlets.starts(with: other.outlets)
            && places == other.places && topics == other.topics && points == other.points
            && drafts == other.drafts && provisions == other.provisions
            && concordance == other.concordance && events == other.events
    }
}

extension ActorFinding {
    /// As what it can be taken into a dossier; nil for what is known, and for groups and states,
    /// which are nobody's name.
    package var proposal: OwnDossier.Entry.Kind? {
        guard !isKnown else { return nil }
        return switch kind {
        case .person: .person
        case .body: .body
        case .state, .group: nil
        }
    }
}
