import Screens
import Testing

@testable import Terminal

struct GroundAnswerTests {
    @Test(arguments: [
        ("11;rgb:0000/0000/0000", Ground.dark), ("11;rgb:ff/ff/ff", .light),
        ("11;rgb:1/1/1", .dark), ("11;rgba:ffff/ffff/f7f7/ffff", .light),
        ("11;rgb:0000/ffff/0000", .light), ("11;rgb:ffff/0000/ffff", .dark),
        ("11;rgb:zz/00/00", nil), ("11;rgb:00/00", nil), ("10;rgb:ff/ff/ff", nil), ("", nil),
        ("11;rgb:12345/0/0", nil),
    ])
    func `an answer tells dark from light by its luminance`(
        answer: String, ground: Ground?
    ) {
        #expect(GroundAnswer.ground(in: answer) == ground)
    }
}
