import Foundation

/// The built program on a pseudo-terminal, measured from outside by `ptybench.py` where it is.
struct TerminalBenchmark {
    let place: Workplace

    func run() throws {
        guard let shared = place.shared else {
            report("terminal", "skipped", "no ptybench.py (give SHARED=FOLDER)")
            return
        }
        let script = shared + "/bench/ptybench.py"
        guard FileManager.default.fileExists(atPath: script) else {
            report("terminal", "skipped", "no \(script)")
            return
        }
        let program = ["--", place.binary, "--archive", place.archive.path]
        let common = ["python3", script, "--rows", "40", "--cols", "120", "--quit", "qq"]
        let runs: [(String, [String])] = [
            ("first complete screen", ["--starts", "15"]),
            ("moves and pages", ["--keys", "4 j*100 <PgDn>*20 <PgUp>*20"]),
            ("300 keys in one write", ["--pre", "4", "--burst", "j*300"]),
            ("a search, letter by letter", ["--pre", "/", "--keys", "ceasefire"]),
            ("five idle seconds", ["--idle", "5"]),
        ]
        for (name, options) in runs {
            print("\n-- \(name)")
            print(try Child.run(common + options + program).output)
        }
    }
}
