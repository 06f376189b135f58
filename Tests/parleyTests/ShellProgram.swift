import Foundation

/// A program that a test puts in the place of a person's editor, pager, browser or clipboard.
enum ShellProgram {
    /// Makes `path` a script that can be run at once.
    ///
    /// Another process writes it: while it is open for writing here, whatever another test starts
    /// holds it open, too, and the system runs no program that is being written.
    static func write(_ script: String, to path: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "cat > \"$0\" && chmod 755 \"$0\"", path]
        let input = Pipe()
        process.standardInput = input
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(("#!/bin/sh\n" + script).utf8))
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
