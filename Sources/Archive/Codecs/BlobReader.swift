/// Why a blob cannot be read: it was cut short, or its numbers make no sense.
struct MalformedBlob: Error, Equatable {
    var offset: Int
}

/// Reads what `BlobWriter` wrote. Never traps: bytes that make no sense throw `MalformedBlob`.
struct BlobReader {
    private let bytes: [UInt8]
    private var offset = 0
    private var strings: [String] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { offset == bytes.count }

    private mutating func raw() throws -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try byte()
            guard shift < 64 else { throw MalformedBlob(offset: offset) }
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
    }

    mutating func byte() throws -> UInt8 {
        guard offset < bytes.count else { throw MalformedBlob(offset: offset) }
        defer { offset += 1 }
        return bytes[offset]
    }

    mutating func fixed() throws -> UInt32 {
        var value: UInt32 = 0
        for shift in stride(from: UInt32(0), to: 32, by: 8) {
            value |= UInt32(try byte()) << shift
        }
        return value
    }

    mutating func number() throws -> Int {
        guard let value = Int(exactly: try raw()) else { throw MalformedBlob(offset: offset) }
        return value
    }

    mutating func signed() throws -> Int {
        let value = try raw()
        return Int(bitPattern: UInt(value >> 1)) ^ -Int(value & 1)
    }

    mutating func flag() throws -> Bool { try byte() != 0 }

    mutating func string() throws -> String? {
        switch try number() {
        case 0: return nil
        case 1:
            let count = try number()
            guard count <= bytes.count - offset else { throw MalformedBlob(offset: offset) }
            let value = String(decoding: bytes[offset..<offset + count], as: UTF8.self)
            offset += count
            strings.append(value)
            return value
        case let reference:
            guard reference - 2 < strings.count else { throw MalformedBlob(offset: offset) }
            return strings[reference - 2]
        }
    }

    /// A string that was not nil.
    mutating func text() throws -> String {
        guard let value = try string() else { throw MalformedBlob(offset: offset) }
        return value
    }

    /// A case that was written by its raw value.
    mutating func choice<Choice: RawRepresentable>(
        _ type: Choice.Type
    ) throws -> Choice where Choice.RawValue == String {
        guard let value = Choice(rawValue: try text()) else {
            throw MalformedBlob(offset: offset)
        }
        return value
    }

    mutating func double() throws -> Double {
        if try flag() { return Double(try signed()) / 1000 }
        var pattern: UInt64 = 0
        for shift in stride(from: 0, to: 64, by: 8) {
            pattern |= UInt64(try byte()) << UInt64(shift)
        }
        return Double(bitPattern: pattern)
    }

    mutating func range() throws -> Range<Int> {
        let start = try number()
        let (end, overflow) = start.addingReportingOverflow(try number())
        guard !overflow else { throw MalformedBlob(offset: offset) }
        return start..<end
    }

    mutating func list<Item>(_ read: (inout BlobReader) throws -> Item) throws -> [Item] {
        let count = try number()
        // Every item takes a byte at least, so a greater count is a lie.
        guard count <= bytes.count - offset else { throw MalformedBlob(offset: offset) }
        var items: [Item] = []
        items.reserveCapacity(count)
        for _ in 0..<count { items.append(try read(&self)) }
        return items
    }

    /// All bytes that are left.
    mutating func rest() -> ArraySlice<UInt8> {
        defer { offset = bytes.count }
        return bytes[offset...]
    }

    mutating func texts() throws -> [String] {
        try list { try $0.text() }
    }
}
