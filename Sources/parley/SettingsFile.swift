import Foundation
import Screens

/// The reader's settings and keys: `parley/config` in the XDG configuration folder.
enum SettingsFile {
    /// What it says over the defaults, and its mistakes as messages that name file and line.
    typealias Reading = (contents: ConfigFile.Contents, problems: [String])

    /// No file says nothing.
    static func read() -> Reading {
        let folder = folder(ProcessInfo.processInfo.environment) ?? "/.config/parley"
        let path = folder + "/config"
        guard let data = FileManager.default.contents(atPath: path) else {
            return (ConfigFile.parse(""), [])
        }
        let contents = ConfigFile.parse(String(decoding: data, as: UTF8.self))
        return (contents, contents.problems.map { "\(path):\($0.line): \($0.message)" })
    }

    /// `$XDG_CONFIG_HOME/parley`, where `$HOME/.config` stands for an unset or relative
    /// `XDG_CONFIG_HOME`; nil when neither is known.
    static func folder(_ environment: [String: String]) -> String? {
        let config = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (config ?? environment["HOME"].map { $0 + "/.config" }).map { $0 + "/parley" }
    }
}
