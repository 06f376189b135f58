/// Something in a dossier file that its writer should mend.
package struct DossierProblem: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Severity: String, Sendable {
        /// Something was left out of the dossier.
        case error
        /// Everything was taken, but it can hardly be meant so.
        case warning
    }

    /// As the caller named it.
    package var file: String
    /// From 1.
    package var line: Int
    /// What is wrong and what to do, without the place.
    package var message: String
    package var severity: Severity

    package init(file: String, line: Int, message: String, severity: Severity = .error) {
        self.file = file
        self.line = line
        // It may quote the file.
        let scalars = message.unicodeScalars.map { scalar in
            scalar.properties.generalCategory == .control ? "\u{FFFD}" : scalar
        }
        self.message = String(String.UnicodeScalarView(scalars))
        self.severity = severity
    }

    /// `plan.toml:12: error: …`, as compilers print it.
    package var description: String { "\(file):\(line): \(severity.rawValue): \(message)" }
}
