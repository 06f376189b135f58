/// Whether some word of a name begins with what was typed; ASCII letters in either case.
package enum NameStart {
    /// Walks bytes, since it is asked of every name of a large archive at each key.
    package static func fits(_ typed: String, _ name: String) -> Bool {
        if typed.isEmpty { return true }
        var typed = typed
        var name = name
        return typed.withUTF8 { wanted in
            name.withUTF8 { bytes in
                var isStart = true
                for start in bytes.indices {
                    if isStart, begins(bytes[start...], with: wanted) { return true }
                    isStart = bytes[start] == 0x20 || bytes[start] == 0x2D
                }
                return false
            }
        }
    }

    private static func begins(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>, with wanted: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        guard bytes.count >= wanted.count else { return false }
        for (byte, letter) in zip(bytes, wanted) where folded(byte) != folded(letter) {
            return false
        }
        return true
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
    }
}
