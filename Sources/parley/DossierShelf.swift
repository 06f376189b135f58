import Analysis
import Foundation

/// Where dossiers come from: inside the binary, or files that a person names.
enum DossierShelf {
    /// The bundled dossier that is read when none is named; one without entries should the binary
    /// hold none.
    static func bundled() -> Dossier {
        guard let file = BundledFile.dossiers.first else { return .empty }
        return read(file.bytes, name: file.name)
    }

    /// The state of `dossier` that the binary holds; nil when it is the same or not bundled.
    static func newer(than dossier: Dossier) -> Dossier? {
        guard let file = BundledFile.dossiers.first(where: { $0.dossier == dossier.id }),
            DossierReader.contentHash(file.bytes) != dossier.contentHash
        else { return nil }
        return read(file.bytes, name: file.name)
    }

    /// Whether `name` is a bundled dossier's id other than that of the one read by default.
    static func isFurtherBundled(_ name: String) -> Bool {
        BundledFile.dossiers.dropFirst().contains { $0.dossier == name }
    }

    /// A bundled dossier by its id, else the file at a path.
    static func dossier(named name: String) throws -> Dossier {
        for file in BundledFile.dossiers where file.dossier == name {
            return read(file.bytes, name: file.name)
        }
        return read(try bytes(at: name), name: name)
    }

    /// The bytes of a dossier file; throws a `CommandFailure` that names it.
    static func bytes(at path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            let known = BundledFile.dossiers.map(\.dossier).joined(separator: ", ")
            throw CommandFailure(
                "\(path): is no dossier that can be read. Give a file, or one of: \(known).")
        }
        return [UInt8](data)
    }

    /// Reads what can be read and says on standard error what cannot.
    private static func read(_ bytes: [UInt8], name: String) -> Dossier {
        let (dossier, problems) = DossierReader.read(bytes, file: name)
        for problem in problems { Console.complain(problem.description) }
        return dossier
    }
}
