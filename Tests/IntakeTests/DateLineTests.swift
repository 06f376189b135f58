import Testing

@testable import Intake

struct DateLineTests {
    @Test(arguments: [
        ("- Nov 26, 2025", "2025-11-26"), ("Nov. 26, 2025", "2025-11-26"),
        ("26 November 2025", "2025-11-26"), ("Wednesday, November 26th, 2025", "2025-11-26"),
        ("Published: 2025-11-26 10:15 GMT", "2025-11-26"), ("26.11.2025", "2025-11-26"),
        ("03.04.2025", "2025-04-03"), ("26/11/2025", "2025-11-26"), ("11/26/2025", "2025-11-26"),
        ("Posted on 2 Dec 2025 at 7:05 p.m.", "2025-12-02"), ("2 декабря 2025 г.", "2025-12-02"),
        ("2 грудня 2025, 10:15", "2025-12-02"), ("2. Dezember 2025", "2025-12-02"),
        ("le 2 décembre 2025", "2025-12-02"), ("2 de diciembre de 2025", "2025-12-02"),
        ("Tue, 02 Dec 2025 10:00:00 GMT", "2025-12-02"),
    ])
    func `a line of nothing but a date is read`(line: String, date: String) {
        #expect(DateLine(line)?.date.edtf == date)
    }

    @Test(arguments: [
        "", "2025", "03/04/2025", "Nov 2025", "31 November 2025", "The talks of 26 November 2025",
        "Nov 26, 2025 and Nov 27, 2025", "12", "2025 2025 2025", "99/99/2025",
        "123456789012345678901234567890",
    ])
    func `a line that says more, or too little, is no date line`(line: String) {
        #expect(DateLine(line) == nil)
    }

    @Test func `an update is told from a publication`() {
        #expect(DateLine("Updated Nov 26, 2025")?.isUpdate == true)
        #expect(DateLine("Nov 26, 2025")?.isUpdate == false)
    }
}
