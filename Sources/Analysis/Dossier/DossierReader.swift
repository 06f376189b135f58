import Intake

/// Reads a dossier file. Never fails: what is sound is in the dossier, what is not is among the
/// problems, each with its line. `docs/dossier.md` documents the format.
package enum DossierReader {
    /// Larger files are refused: a dossier is written by hand.
    package static let largestFile = 4 << 20
    /// How many tables are read.
    package static let mostTables = 20_000

    /// The dossier in `bytes` (UTF-8), and what is wrong with it, by line. `file` names it in the
    /// problems and gives it an id when it states none. What is to be laid over `base` may refer to
    /// its entries.
    package static func read(
        _ bytes: [UInt8], file: String, over base: Dossier? = nil
    ) -> (dossier: Dossier, problems: [DossierProblem]) {
        let stem = id(fromFile: file)
        var dossier = Dossier(id: stem, title: stem, contentHash: contentHash(bytes))
        if let refusal = refusal(of: bytes) {
            return (dossier, [DossierProblem(file: file, line: 1, message: refusal)])
        }
        var (entries, problems) = DossierSource(bytes).entries(file: file)
        var validation = DossierValidation(file: file)
        if entries.count > mostTables {
            let line = entries[mostTables].line
            validation.report(line, "more than \(mostTables) tables; the rest is left out")
            entries.removeSubrange(mostTables...)
        }
        let tables = DossierTables(entries, validation: &validation)
        var check = DossierCheck(tables: tables, validation: validation, base: base)
        check.run()
        tables.fill(&dossier, leavingOut: check.unsound, cues: check.cues, over: base)
        problems += check.validation.problems
        problems.sort { ($0.line, $0.message) < ($1.line, $1.message) }
        return (dossier, problems)
    }

    private static func refusal(of bytes: [UInt8]) -> String? {
        if bytes.count > largestFile {
            return "the file has \(bytes.count) bytes; a dossier may have \(largestFile)"
        }
        if bytes.contains(0) { return "the file is not text: it holds zero bytes" }
        if String(validating: bytes, as: UTF8.self) == nil { return "the file is not UTF-8" }
        return nil
    }

    /// "dossiers/Test plan.toml" gives "test-plan".
    private static func id(fromFile file: String) -> String {
        let name = file.split(separator: "/").last ?? "dossier"
        let stem = name.split(separator: ".").first ?? name
        let words = stem.lowercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        return words.isEmpty ? "dossier" : words.joined(separator: "-")
    }

    /// Tells one state of a dossier file from another: FNV-1a, 64 bits (Fowler, Noll, Vo), in 16
    /// hexadecimal digits.
    package static func contentHash(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
