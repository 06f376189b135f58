import Testing

@testable import parley

struct `What a watched folder asks for` {
    private func changes(_ body: (inout FolderChanges) -> Void) -> FolderChanges {
        var changes = FolderChanges()
        body(&changes)
        return changes
    }

    @Test func `a file that is written twice is read once`() {
        let changes = changes {
            $0.wrote("/n/a")
            $0.wrote("/n/a")
        }
        #expect(changes.files == ["/n/a"])
        #expect(!changes.isEmpty)
    }

    @Test func `both halves of a renaming are one move`() {
        let changes = changes {
            $0.left("/n/a", cookie: 7)
            $0.left("/n/b", cookie: 8)
            $0.arrived("/n/c", isFolder: false, cookie: 7)
        }
        #expect(changes.moves == [FolderChanges.Move(from: "/n/a", to: "/n/c")])
        #expect(changes.gone == ["/n/b"])
        #expect(changes.files == ["/n/c"])
    }

    @Test func `what is written in the place of a deleted file is not gone`() {
        let changes = changes {
            $0.deleted("/n/a")
            $0.arrived("/n/a", isFolder: false, cookie: 3)
        }
        #expect(changes.gone.isEmpty)
        #expect(changes.files == ["/n/a"])
    }

    @Test func `nothing is read in a folder that went away`() {
        let changes = changes {
            $0.came("/n/x/y")
            $0.wrote("/n/x/y/a")
            $0.wrote("/n/xy")
            $0.deleted("/n/x")
        }
        #expect(changes.files == ["/n/xy"])
        #expect(changes.folders.isEmpty)
        #expect(changes.gone == ["/n/x"])
    }

    @Test func `lost events make it incomplete`() {
        #expect(changes { $0.lostEvents() }.isIncomplete)
        #expect(FolderChanges().isEmpty)
    }

    @Test func `events are read one behind the other`() {
        var bytes: [UInt8] = []
        func add(_ folder: UInt8, _ mask: UInt8, _ cookie: UInt8, _ name: String) {
            let padded = Array(name.utf8) + Array(repeating: 0, count: 16 - name.utf8.count)
            for number in [folder, mask, cookie, 16] { bytes += [number, 0, 0, 0] }
            bytes += padded
        }
        add(1, 8, 0, "a.txt")
        add(2, 128, 5, "b")
        let events = Inotify.events(in: bytes + [1, 2, 3])
        #expect(events.map(\.folder) == [1, 2])
        #expect(events.map(\.mask) == [8, 128])
        #expect(events.map(\.cookie) == [0, 5])
        #expect(events.map(\.name) == ["a.txt", "b"])
    }
}
