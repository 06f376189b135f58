/// Mints the ids of articles and the hashes of their texts.
enum Identity {
    /// How many words of the body an id is minted from.
    private static let firstWords = 40

    /// From the address (`Address.key`) when there is one, else from the outlet and the first 40
    /// words of the body, folded: letters and digits only, small ASCII letters. Changed marks,
    /// spacing or headlines so keep the id. A body with fewer words adds the title, for short
    /// notices begin alike.
    static func id(_ facts: Facts, _ body: Body) -> String {
        if let url = facts.url { return id(ofAddress: url) }
        var fingerprint = Fingerprint()
        fingerprint.add("text\0")
        add(Array((facts.outlet ?? "").utf8), to: &fingerprint)
        let count = add(body.bytes, to: &fingerprint)
        if count < firstWords { add(Array((facts.title ?? "").utf8), to: &fingerprint) }
        return fingerprint.hexadecimal
    }

    static func id(ofAddress url: String) -> String {
        var fingerprint = Fingerprint()
        fingerprint.add("address\0")
        fingerprint.add(Address.key(url))
        return fingerprint.hexadecimal
    }

    @discardableResult
    private static func add(_ bytes: [UInt8], to fingerprint: inout Fingerprint) -> Int {
        let words = Words(bytes, 0..<bytes.count, most: firstWords)
        for range in words.ranges {
            var index = range.lowerBound
            while index < range.upperBound {
                let byte = bytes[index]
                if byte == 0xE2, bytes[index + 1] == 0x80 {
                    index += 3
                    continue
                }
                let isCapital = (0x41...0x5A).contains(byte)
                if byte != UInt8(ascii: "'") { fingerprint.add(isCapital ? byte | 0x20 : byte) }
                index += 1
            }
        }
        fingerprint.add(0)
        return words.count
    }

    /// Of title and body, every byte.
    static func contentHash(_ title: String?, _ body: [UInt8]) -> String {
        var fingerprint = Fingerprint()
        fingerprint.add(title ?? "")
        fingerprint.add(0)
        fingerprint.add(body, body.indices)
        return fingerprint.hexadecimal
    }
}
