#if DEBUG
import Foundation

/// A fault of this program behind the screen, which the environment of a test asks for: what is
/// left of the terminal and in the log is tried on the program itself. Release builds have none.
enum ProvokedFault: String {
    /// A recursion without end.
    case recursion
    /// An addition that does not fit.
    case overflow

    static func happen() {
        switch ProcessInfo.processInfo.environment["PARLEY_FAULT"].flatMap(Self.init) {
        case .recursion: _ = deeper(0)
        case .overflow: _ = [Int.max].reduce(1, +)
        case nil: break
        }
    }

    @inline(never)
    private static func deeper(_ depth: Int) -> Int {
        depth < 0 ? 0 : deeper(depth + 1) ^ deeper(depth + 2)
    }
}
#endif
