import Analysis
import Foundation

/// Where dossiers come from: inside the binary, or files that a person names.
enum DossierShelf {
    /// The bundled dossier; one without entries should the binary hold none.
    static func bundled() -> Dossier {
        guard let file = BundledFile.dossiers.first else { return .empty }
        return read(file.bytes, name: file.name)
    }

    /// Whether the binary holds another state of `dossier` than this one.
    static func hasNewer(than dossier: Dossier) -> Bool {
        guard let file = BundledFile.dossiers.first, file.stem == dossier.id else { return false }
        return DossierReader.contentHash(file.bytes) != dossier.contentHash
    }

    /// A bundled dossier by its id or file name, else the file at a path.
    static func dossier(named name: String) throws -> Dossier {
        for file in BundledFile.dossiers where file.stem == name {
            return read(file.bytes, name: file.name)
        }
        return read(try bytes(at: name), name: name)
    }

    /// The bytes of a dossier file; throws a `CommandFailure` that names it.
    static func bytes(at path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            let known = BundledFile.dossiers.map(\.name).joined(separator: ", ")
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
