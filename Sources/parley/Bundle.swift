import CBundle

/// A file of `seeds/` that travels inside the binary, so that a copied binary needs nothing
/// beside it.
struct BundledFile: Equatable {
    /// Its name in `seeds/` or `seeds/dossiers/`: "03-moscow-times.md", "ukraine-2025.toml".
    var name: String
    var bytes: [UInt8]

    /// The name without its ending; for a dossier that is its id.
    var stem: String { String(name.prefix { $0 != "." }) }

    /// The articles of the bundled corpus, in the order of their names.
    static var articles: [BundledFile] { files(of: PARLEY_ARTICLE) }

    /// The dossiers that are bundled; the first is read when the user names none.
    static var dossiers: [BundledFile] { files(of: PARLEY_DOSSIER) }

    private static func files(of kind: parley_bundled_kind) -> [BundledFile] {
        (0..<parley_bundled_count()).compactMap { index in
            let file = parley_bundled_at(index)
            guard file.kind == kind, let name = file.name, let bytes = file.bytes else {
                return nil
            }
            return BundledFile(
                name: String(cString: name),
                bytes: Array(UnsafeBufferPointer(start: bytes, count: file.count)))
        }
    }
}
