import Archive
import Intake

/// The documents under some paths, opened one after the other as the import asks for them, so
/// that a folder or a file of any size needs little memory.
struct ImportItems: Sequence, Sendable {
    /// Files, folders, or "-" for standard input.
    var paths: [String]
    var statement = RawDocument.Statement()

    func makeIterator() -> Iterator { Iterator(paths: paths, statement: statement) }

    struct Iterator: IteratorProtocol {
        private var paths: ArraySlice<String>
        private var files: ArraySlice<Result<String, IntakeError>> = []
        private var reader: FileReader?
        private let statement: RawDocument.Statement

        init(paths: [String], statement: RawDocument.Statement) {
            self.paths = paths[...]
            self.statement = statement
        }

        mutating func next() -> ImportItem? {
            while true {
                if let document = reader?.next() {
                    switch document {
                    case .success(let document): return .document(document)
                    case .failure(let error): return failure(error)
                    }
                }
                reader = nil
                if let file = files.popFirst() {
                    switch file {
                    case .success(let path):
                        reader = FileReader(path: path, stated: statement)
                    case .failure(let error): return failure(error)
                    }
                } else if let path = paths.popFirst() {
                    if path == "-" {
                        reader = FileReader(standardInput: statement)
                    } else {
                        files = Folder.files(under: path)[...]
                    }
                } else {
                    return nil
                }
            }
        }

        private func failure(_ error: IntakeError) -> ImportItem {
            .failure(name: error.name, message: error.description)
        }
    }
}
