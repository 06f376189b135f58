import Screens
import Testing

@testable import parley

struct MailboxTests {
    @Test func `actions come out once, oldest first, from however many threads`() async throws {
        let mailbox = try Mailbox()
        await withTaskGroup(of: Void.self) { group in
            for sender in 0..<8 {
                group.addTask {
                    for number in 0..<100 { mailbox.post(.warned("\(sender) \(number)")) }
                }
            }
        }
        var last: [Substring: Int] = [:]
        let actions = mailbox.drain()
        #expect(actions.count == 800)
        for case .warned(let text) in actions {
            let parts = text.split(separator: " ")
            let number = try #require(Int(parts[1]))
            #expect(number == last[parts[0], default: -1] + 1)
            last[parts[0]] = number
        }
        #expect(mailbox.drain().isEmpty)
    }
}
