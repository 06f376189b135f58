/// How well two colours can be told apart, and colours in fewer of them.
package enum Contrast {
    /// The contrast of two colours 0xRRGGBB, 1 to 21 (WCAG 2.2, “contrast ratio”).
    package static func ratio(_ left: Int32, _ right: Int32) -> Double {
        let lights = (luminance(left), luminance(right))
        return (max(lights.0, lights.1) + 0.05) / (min(lights.0, lights.1) + 0.05)
    }

    /// The relative luminance of a colour, 0 to 1 (WCAG 2.2).
    static func luminance(_ colour: Int32) -> Double {
        let weights: [(shift: Int32, weight: Double)] = [(16, 0.2126), (8, 0.7152), (0, 0.0722)]
        return weights.reduce(0) { sum, part in
            let channel = Double(colour >> part.shift & 0xFF) / 255
            let linear = channel <= 0.04045 ? channel / 12.92 : power((channel + 0.055) / 1.055)
            return sum + part.weight * linear
        }
    }

    /// x to the 2.4, for x from 0.08 to 1: the fifth root of x to the 12, by Newton's method.
    private static func power(_ x: Double) -> Double {
        var twelfth = 1.0
        for _ in 0..<12 { twelfth *= x }
        var root = x
        for _ in 0..<60 {
            let fourth = root * root * root * root
            root -= (fourth * root - twelfth) / (5 * fourth)
        }
        return root
    }
}

extension Theme.Colour {
    /// A colour 0xRRGGBB, with the nearest of the 256; on terminals of 16 colours it looks like
    /// `other`.
    init(_ direct: Int32, basicOf other: Theme.Colour?) {
        self.init(direct, Self.nearest(to: direct), basic: other?.basic ?? -1)
    }

    /// The nearest of the cube of 216 and the 24 greys, as xterm and its kin fill them.
    private static func nearest(to colour: Int32) -> Int32 {
        func distance(_ index: Int32) -> Int32 {
            let other = Self.direct(indexed: index)
            return [Int32(16), 8, 0].reduce(0) { sum, shift in
                let difference = (colour >> shift & 0xFF) - (other >> shift & 0xFF)
                return sum + difference * difference
            }
        }
        return (Int32(16)..<256).min { distance($0) < distance($1) } ?? 16
    }

    /// 0xRRGGBB of one of the 256, from 16 on.
    static func direct(indexed: Int32) -> Int32 {
        guard indexed < 232 else { return (8 + 10 * (indexed - 232)) * 0x010101 }
        let levels: [Int32] = [0, 95, 135, 175, 215, 255]
        let cube = Int(indexed) - 16
        return levels[cube / 36] << 16 | levels[cube / 6 % 6] << 8 | levels[cube % 6]
    }
}
