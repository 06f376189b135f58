/// The body of an article as bytes, addressed from outside by Unicode scalars.
///
/// Analysis walks `utf8`; everything handed on (findings, evidence, JSON) counts Unicode scalars,
/// which is what `contract.md` promises. Conversion costs nothing for ASCII and otherwise one
/// look-up and a walk of at most 32 bytes.
package struct ArticleText: Hashable, Sendable {
    /// Valid UTF-8, NFC; hard wraps joined by one blank; paragraphs parted by two line ends.
    package let utf8: [UInt8]
    /// Length in Unicode scalars.
    package let count: Int
    /// Scalars that begin before each 32nd byte; empty when every byte is a scalar.
    private let marks: [Int32]

    private static let stride = 32

    package init(_ string: String) {
        self.init(validUTF8: Array(string.utf8))
    }

    /// `bytes` must be valid UTF-8 (the caller has decoded or checked them).
    package init(validUTF8 bytes: [UInt8]) {
        utf8 = bytes
        var scalars = 0
        var marks: [Int32] = []
        marks.reserveCapacity(bytes.count / ArticleText.stride + 1)
        var start = 0
        while start < bytes.count {
            marks.append(Int32(scalars))
            let end = min(start + ArticleText.stride, bytes.count)
            for index in start..<end where bytes[index] & 0xC0 != 0x80 { scalars += 1 }
            start = end
        }
        count = scalars
        self.marks = scalars == bytes.count ? [] : marks
    }

    package var string: String { String(decoding: utf8, as: UTF8.self) }

    /// How many scalars begin before byte `offset`.
    package func scalarOffset(ofByte offset: Int) -> Int {
        if marks.isEmpty { return offset }
        let block = min(offset / ArticleText.stride, marks.count - 1)
        var scalars = Int(marks[block])
        for index in block * ArticleText.stride..<offset where utf8[index] & 0xC0 != 0x80 {
            scalars += 1
        }
        return scalars
    }

    /// The byte at which scalar `offset` begins; `utf8.count` for `count`.
    package func byteOffset(ofScalar offset: Int) -> Int {
        if marks.isEmpty { return offset }
        // No scalar begins before its own number of bytes, and in most texts shortly behind it.
        var low = min(offset / ArticleText.stride, marks.count - 1)
        var high = low
        var step = 1
        while high < marks.count, Int(marks[high]) <= offset {
            low = high
            high += step
            step *= 2
        }
        high = min(high, marks.count) - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if Int(marks[middle]) <= offset { low = middle } else { high = middle - 1 }
        }
        var scalars = Int(marks[low])
        var index = low * ArticleText.stride
        while index + 8 <= utf8.count {
            let count = scalarCount(inEightFrom: index)
            if scalars + count > offset { break }
            scalars += count
            index += 8
        }
        while index < utf8.count {
            if utf8[index] & 0xC0 != 0x80 {
                if scalars == offset { return index }
                scalars += 1
            }
            index += 1
        }
        return utf8.count
    }

    /// How many scalars begin in eight bytes: all but those that go on with one, 10xxxxxx.
    private func scalarCount(inEightFrom index: Int) -> Int {
        let eight = utf8.withUnsafeBytes {
            $0.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        }
        return (~(eight & ~(eight << 1)) & 0x8080_8080_8080_8080).nonzeroBitCount
    }

    package func scalarRange(ofBytes range: Range<Int>) -> Range<Int> {
        scalarOffset(ofByte: range.lowerBound)..<scalarOffset(ofByte: range.upperBound)
    }

    package func byteRange(ofScalars range: Range<Int>) -> Range<Int> {
        byteOffset(ofScalar: range.lowerBound)..<byteOffset(ofScalar: range.upperBound)
    }

    /// The text of a range of scalars, which must lie inside the text.
    package subscript(scalars range: Range<Int>) -> String {
        String(decoding: utf8[byteRange(ofScalars: range)], as: UTF8.self)
    }

    /// The text of a range of bytes, which must lie on scalar borders.
    package subscript(bytes range: Range<Int>) -> String {
        String(decoding: utf8[range], as: UTF8.self)
    }
}
