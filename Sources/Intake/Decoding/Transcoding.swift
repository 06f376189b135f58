import CIconv

/// Bytes of one encoding as UTF-8.
struct Transcoding {
    /// Valid UTF-8, with U+FFFD for what could not be read.
    private(set) var bytes: [UInt8] = []
    /// How many places could not be read.
    private(set) var lost = 0

    /// Nil when the C library does not know the encoding on this machine.
    init?(_ raw: ArraySlice<UInt8>, from encoding: TextEncoding) {
        switch encoding.method {
        case .utf8: readUTF8(raw)
        case .utf16(let isBigEndian): readUTF16(raw, isBigEndian)
        case .utf32(let isBigEndian): readUTF32(raw, isBigEndian)
        case .table:
            guard let table = SingleByteTables.all[encoding.name] else { return nil }
            readTable(raw, table)
        case .library(let name):
            guard readLibrary(raw, name) else { return nil }
        }
    }

    private mutating func readTable(_ raw: ArraySlice<UInt8>, _ table: [[UInt8]]) {
        bytes.reserveCapacity(raw.count * 2)
        for byte in raw {
            if byte < 0x80 {
                bytes.append(byte)
            } else {
                let meaning = table[Int(byte) - 0x80]
                if meaning == SingleByteTables.nothing { lost += 1 }
                bytes.append(contentsOf: meaning)
            }
        }
    }

    private mutating func readUTF8(_ raw: ArraySlice<UInt8>) {
        bytes.reserveCapacity(raw.count)
        var index = raw.startIndex
        while index < raw.endIndex {
            let length = UTF8Sequence.length(in: raw, at: index)
            if length > 0 {
                bytes.append(contentsOf: raw[index..<index + length])
                index += length
            } else {
                lost += 1
                bytes += SingleByteTables.nothing
                index = UTF8Sequence.isCutOff(raw, at: index) ? raw.endIndex : index + 1
            }
        }
    }

    private mutating func readUTF16(_ raw: ArraySlice<UInt8>, _ isBigEndian: Bool) {
        var units: [UInt16] = []
        units.reserveCapacity(raw.count / 2)
        var index = raw.startIndex
        while index + 1 < raw.endIndex {
            let (first, second) = (UInt16(raw[index]), UInt16(raw[index + 1]))
            units.append(isBigEndian ? first << 8 | second : second << 8 | first)
            index += 2
        }
        if index < raw.endIndex { lost += 1 }
        bytes.reserveCapacity(raw.count)
        lost += transcode(units.makeIterator(), from: UTF16.self)
    }

    private mutating func readUTF32(_ raw: ArraySlice<UInt8>, _ isBigEndian: Bool) {
        var units: [UInt32] = []
        units.reserveCapacity(raw.count / 4)
        var index = raw.startIndex
        while index + 3 < raw.endIndex {
            let unit = raw[index..<index + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            units.append(isBigEndian ? unit : unit.byteSwapped)
            index += 4
        }
        if index < raw.endIndex { lost += 1 }
        lost += transcode(units.makeIterator(), from: UTF32.self)
    }

    private mutating func transcode<Units: IteratorProtocol, Codec: Unicode.Encoding>(
        _ units: Units, from codec: Codec.Type
    ) -> Int where Units.Element == Codec.CodeUnit {
        var units = units
        var parser = Codec.ForwardParser()
        var lost = 0
        while true {
            switch parser.parseScalar(from: &units) {
            case .valid(let scalar): bytes += String(Codec.decode(scalar)).utf8
            case .error:
                lost += 1
                bytes += SingleByteTables.nothing
            case .emptyInput: return lost
            }
        }
    }

    private mutating func readLibrary(_ raw: ArraySlice<UInt8>, _ name: String) -> Bool {
        let capacity = 4 * raw.count + 16
        var isKnown = false
        var lost = 0
        bytes = [UInt8](unsafeUninitializedCapacity: capacity) { output, used in
            let written = raw.withUnsafeBufferPointer { input in
                ciconv_utf8(
                    name, input.baseAddress, input.count, output.baseAddress, capacity, &lost)
            }
            isKnown = written >= 0
            used = max(0, written)
        }
        self.lost = lost
        return isKnown
    }
}

/// Where UTF-8 holds (Unicode Standard, table 3-7).
enum UTF8Sequence {
    /// Bytes of the valid sequence at `index`, 0 when there is none.
    static func length(in bytes: ArraySlice<UInt8>, at index: Int) -> Int {
        let lead = bytes[index]
        if lead < 0x80 { return 1 }
        let length = expected(lead)
        guard length > 0, index + length <= bytes.endIndex,
            isSecond(bytes[index + 1], after: lead)
        else { return 0 }
        for next in index + 1..<index + length where bytes[next] & 0xC0 != 0x80 { return 0 }
        return length
    }

    /// Whether a sequence begins at `index` that the end of the bytes cuts off.
    static func isCutOff(_ bytes: ArraySlice<UInt8>, at index: Int) -> Bool {
        guard index + expected(bytes[index]) > bytes.endIndex else { return false }
        return bytes[(index + 1)...].allSatisfy { $0 & 0xC0 == 0x80 }
    }

    private static func expected(_ lead: UInt8) -> Int {
        switch lead {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 0
        }
    }

    private static func isSecond(_ byte: UInt8, after lead: UInt8) -> Bool {
        switch lead {
        case 0xE0: byte >= 0xA0
        case 0xED: byte < 0xA0
        case 0xF0: byte >= 0x90
        case 0xF4: byte < 0x90
        default: true
        }
    }
}
