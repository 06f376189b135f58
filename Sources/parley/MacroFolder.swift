import Foundation
import Screens

/// Macros in files: `parley/macros/NAME` in the XDG configuration folder, each a script as
/// `parley play` takes it.
enum MacroFolder {
    static var path: String {
        (SettingsFile.folder(ProcessInfo.processInfo.environment) ?? "/.config/parley") + "/macros"
    }

    /// The names of those that are there.
    static var names: [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return files.filter { !$0.hasPrefix(".") }.sorted()
    }

    /// Writes one down, in place of an earlier one of that name; throws a `CommandFailure`.
    static func keep(_ text: String, as name: String) throws {
        let file = path + "/" + name
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: URL(filePath: file), options: .atomic)
        } catch {
            throw CommandFailure("\(file): the macro could not be written there.")
        }
    }

    /// The same, where what went wrong is said.
    static func failure(toKeep text: String, as name: String) -> Action? {
        do {
            try keep(text, as: name)
            return nil
        } catch {
            return .warned("Error: \(error)")
        }
    }

    /// The macro of a name, else the script in a file; throws a `CommandFailure` that names it,
    /// and the line that cannot be read.
    static func script(_ name: String) throws -> Script {
        let typed = NSString(string: name).expandingTildeInPath
        for file in [path + "/" + name, typed] {
            guard let data = FileManager.default.contents(atPath: file) else { continue }
            do throws(Script.Mistake) {
                return try Script(String(decoding: data, as: UTF8.self))
            } catch {
                throw CommandFailure("\(file):\(error.line): \(error.message).")
            }
        }
        throw CommandFailure("`\(name)` is no macro and no script; Q records one.")
    }

    /// What comes of asking for one.
    static func action(for name: String) -> Action {
        do {
            return .macro(name, try script(name))
        } catch {
            return .warned("Error: \(error)")
        }
    }
}
