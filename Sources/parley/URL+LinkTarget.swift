import Foundation

extension URL {
    /// The file that is meant where this is a link, also one that is not there yet; at most eight
    /// links on.
    var linkTarget: URL {
        var file = self
        for _ in 0..<8 {
            guard
                let target = try? FileManager.default.destinationOfSymbolicLink(atPath: file.path)
            else { break }
            file = URL(filePath: target, relativeTo: file.deletingLastPathComponent())
        }
        return file
    }
}
