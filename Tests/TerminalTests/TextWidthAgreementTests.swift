import CNcurses
import Glibc
import Screens
import Testing

struct TextWidthAgreementTests {
    @Test func `every scalar is as wide as the C library says, whom ncurses asks`() throws {
        try #require(setlocale(LC_CTYPE, "C.UTF-8") != nil)
        var wrong: [UInt32] = []
        for value in UInt32(0x20)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let theirs = Int(parley_wcwidth(value))
            if TextWidth.columns(of: scalar) != theirs { wrong.append(value) }
        }
        #expect(wrong.isEmpty, "\(wrong.count) differ, first \(wrong.prefix(8))")
    }
}
