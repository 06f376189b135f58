import Testing

@testable import Intake

struct PublicationDateTests {
    @Test(arguments: [
        ("2025", "2025"), ("2025~", "2025~"), ("2025-12", "2025-12"), ("2025-12~", "2025-12~"),
        ("2025-12-02", "2025-12-02"), ("2025-12-02~", "2025-12-02~"), ("2024-02-29", "2024-02-29"),
        ("2025-12-02T08:30:00Z", "2025-12-02"), ("2025-12-02 08:30", "2025-12-02"),
    ])
    func `a date is read as precisely as it is written`(written: String, edtf: String) {
        #expect(PublicationDate(edtf: written)?.edtf == edtf)
    }

    @Test(arguments: [
        "", "~", "-", "25", "20255", "2025-", "2025-1", "2025-13", "2025-00", "2025-02-30",
        "2025-12-02-01", "2025~-12", "2025~~", "2025-12-02~x", "2025/12", "２０２５", "today",
        "2025-123456789012345678901234567890",
    ])
    func `what is no date is none`(written: String) {
        #expect(PublicationDate(edtf: written) == nil)
    }
}
