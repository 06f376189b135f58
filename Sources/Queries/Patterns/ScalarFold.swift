import Analysis

/// How a pattern compares scalars: without diacritics, hyphens and quotation marks of all kinds
/// alike, and on request without case.
enum ScalarFold {
    static let lineEnd: UInt32 = 0x0A
    /// What a scalar that no pattern sees is folded to: combining accents, soft hyphens, joiners.
    static let unseen: UInt32 = 0

    /// What `scalar` is compared as; `unseen` where it is passed over.
    @inline(__always)
    static func folded(_ scalar: UInt32, keepsCase: Bool) -> UInt32 {
        if scalar < 0x80 {
            return !keepsCase && scalar >= 0x41 && scalar <= 0x5A ? scalar | 0x20 : scalar
        }
        return Folding.plain(scalar, keepsCase: keepsCase) ?? unseen
    }

    static func isWord(_ scalar: UInt32?) -> Bool {
        guard let scalar else { return false }
        switch scalar {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F: return true
        case ..<0x80: return false
        default: return Folding.isWord(scalar)
        }
    }

    static func isDigit(_ scalar: UInt32) -> Bool {
        scalar < 0x80 ? scalar >= 0x30 && scalar <= 0x39 : Folding.isDigit(scalar)
    }

    static func isBlank(_ scalar: UInt32) -> Bool {
        scalar == 0x20 || scalar == 0x09 || scalar >= 0x80 && Folding.isBlank(scalar)
    }
}
