import CBundle

/// A file of `seeds/` that travels inside the binary, so that a copied binary needs nothing
/// beside it.
struct BundledFile: Equatable {
    /// Its name in its folder under `seeds/`: "03-moscow-times.md", "iran-2015.toml".
    var name: String
    /// The id of the dossier that it is, or that the article belongs to.
    var dossier: String
    var bytes: [UInt8]

    /// The articles of the corpus that comes with a dossier, in the order of their names; empty
    /// for a dossier that is not bundled.
    static func articles(of dossier: String) -> [BundledFile] {
        files(of: PARLEY_ARTICLE).filter { $0.dossier == dossier }
    }

    /// The dossiers that are bundled; the first is read when the user names none.
    static var dossiers: [BundledFile] { files(of: PARLEY_DOSSIER) }

    private static func files(of kind: parley_bundled_kind) -> [BundledFile] {
        (0..<parley_bundled_count()).compactMap { index in
            let file = parley_bundled_at(index)
            guard file.kind == kind, let name = file.name, let dossier = file.dossier,
                let bytes = file.bytes
            else { return nil }
            return BundledFile(
                name: String(cString: name), dossier: String(cString: dossier),
                bytes: Array(UnsafeBufferPointer(start: bytes, count: file.count)))
        }
    }
}
