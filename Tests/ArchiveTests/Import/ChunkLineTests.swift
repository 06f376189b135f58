import Dispatch
import Intake
import Testing

@testable import Archive

/// A chunk that can be told from others.
private func chunk(_ number: Int) -> ImportJob.Chunk {
    var chunk = ImportJob.Chunk()
    chunk.failures = [ImportFailure(name: "\(number)", message: "")]
    return chunk
}

private func takeAll(_ line: ChunkLine) -> [String] {
    var names: [String] = []
    while let chunk = line.take(within: .seconds(10)) { names += chunk.failures.map(\.name) }
    return names
}

@Test func `chunks are taken in the order of the items, in whichever they were ready`() async {
    let line = ChunkLine()
    let names = await withTaskGroup(of: Void.self) { group in
        for number in [2, 0, 3, 1] {
            group.addTask { await line.put(chunk(number), number: number) }
        }
        line.close(after: 4)
        #expect(await line.hasNext())
        return takeAll(line)
    }
    #expect(names == ["0", "1", "2", "3"])
    #expect(await !line.hasNext())
}

@Test func `who puts a chunk waits until it is taken`() async {
    let line = ChunkLine()
    let first = Task { await line.put(chunk(0), number: 0) }
    #expect(await line.hasNext())
    #expect(line.take(within: .seconds(10))?.failures.map(\.name) == ["0"])
    await first.value
    #expect(line.take(within: .milliseconds(0))?.failures.count == nil)
}

@Test func `a line without chunks is over at once`() async {
    let line = ChunkLine()
    line.close(after: 0)
    #expect(await !line.hasNext())
    #expect(takeAll(line).isEmpty)
}

@Test func `a line that is stopped keeps nobody waiting`() async {
    let line = ChunkLine()
    let second = Task { await line.put(chunk(1), number: 1) }
    let asking = Task { await line.hasNext() }
    line.stop()
    await second.value
    #expect(await !asking.value)
    await line.put(chunk(0), number: 0)
    #expect(takeAll(line).isEmpty)
}

/// A source of `count` items that stand for documents of so many bytes.
private func source(
    _ count: Int, bytes: Int = 0, chunkSize: Int = 4, limit: Int = 100
) -> ChunkSource<IndexingIterator<[ImportItem]>> {
    let document = RawDocument(name: "page", bytes: Array(repeating: 0x61, count: bytes))
    return ChunkSource(
        (0..<count).map { _ in ImportItem.document(document) }.makeIterator(),
        chunkSize: chunkSize, limit: limit)
}

@Test(arguments: [(0, [Int]()), (1, [1]), (4, [4]), (5, [4, 1])])
func `items come in chunks`(count: Int, sizes: [Int]) {
    var source = source(count)
    var found: [Int] = []
    while let (number, items) = source.next() {
        #expect(number == found.count)
        found.append(items.count)
    }
    #expect(found == sizes && source.isAtEnd && source.count == sizes.count)
    #expect((0..<found.count).map { source.done($0) } == sizes)
}

@Test(arguments: [(0, 3, 3), (1 << 20, 100, 2)])
func `what is under way is bounded in chunks and bytes`(bytes: Int, limit: Int, started: Int) {
    var source = source(40, bytes: bytes, chunkSize: bytes == 0 ? 4 : 64, limit: limit)
    var numbers: [Int] = []
    while source.mayRead, let (number, _) = source.next() { numbers.append(number) }
    #expect(numbers.count == started)
    _ = source.done(numbers[0])
    #expect(source.mayRead)
}
