import Glibc

/// Where a screen is saved: in a file, or into what stands there.
enum ScreenFile {
    /// Writes it all; says what is wrong, with the path, where that fails.
    static func write(_ text: String, to path: String) -> String? {
        guard let file = fopen(path, "we") else { return problem(path) }
        let isWritten = fputs(text, file) >= 0
        return fclose(file) != 0 || !isWritten ? problem(path) : nil
    }

    private static func problem(_ path: String) -> String {
        "\(path): \(String(cString: strerror(errno))); the screen was not saved."
    }
}
