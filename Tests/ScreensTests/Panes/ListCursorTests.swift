import Testing

@testable import Screens

@Suite struct ListCursorTests {
    @Test func `it stays inside the list`() {
        var cursor = ListCursor()
        cursor.move(by: 5, count: 3)
        #expect(cursor.index == 2)
        cursor.move(by: -9, count: 3)
        #expect(cursor.index == 0)
        cursor.move(by: 1, count: 0)
        #expect(cursor.index == 0)
    }

    @Test func `it scrolls as little as shows the selected row`() {
        var cursor = ListCursor(index: 12, top: 0)
        cursor.reveal(height: 10, count: 100)
        #expect(cursor.top == 3)
        cursor.index = 2
        cursor.reveal(height: 10, count: 100)
        #expect(cursor.top == 2)
        cursor.reveal(height: 10, count: 5)
        #expect(cursor.top == 0)
    }

    @Test func `rows of several lines scroll by their height`() {
        var cursor = ListCursor(index: 4, top: 0)
        cursor.reveal(height: 9) { $0 == 2 ? 5 : 3 }
        #expect(cursor.top == 3)
        cursor = ListCursor(index: 1, top: 0)
        cursor.reveal(height: 9) { _ in 3 }
        #expect(cursor.top == 0)
    }
}
