/// Which language a text is written in, found by script and by its commonest words.
///
/// Knows English, German, French, Spanish, Italian, Polish, Russian and Ukrainian, and answers
/// nil when it is unsure: fewer than five known words among the first 120, or two languages
/// close to each other.
enum Language {
    private static let codes = ["en", "de", "fr", "es", "it", "pl", "ru", "uk"]

    /// Whether texts in the language of this code are recognised.
    static func knows(_ code: String) -> Bool { codes.contains(code) }

    /// ISO 639-1.
    static func code(of bytes: [UInt8]) -> String? {
        let words = Words(bytes, 0..<bytes.count, most: 120)
        var hits = Array(repeating: 0, count: codes.count)
        for print in words.prints {
            guard let languages = table[print] else { continue }
            for index in codes.indices where languages & (1 << UInt8(index)) != 0 {
                hits[index] += 1
            }
        }
        guard let most = hits.max(), let best = hits.firstIndex(of: most) else { return nil }
        let second = hits.enumerated().filter { $0.offset != best }.map(\.element).max() ?? 0
        let isClear = most >= 5 && most * 8 >= words.count && most * 2 >= second * 3
        return isClear ? codes[best] : nil
    }

    /// The fingerprints of the commonest words of all of them.
    static let commonWords = Array(table.keys)

    /// Which languages a word is common in, one bit each in the order of `codes`.
    private static let table: [UInt64: UInt8] = {
        let lists = [
            """
            the of and to in a is that for it on was with as be by at are from his he but not have
            has had this which they an or were their said will would who been more its after
            """,
            """
            der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch
            es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über
            """,
            """
            de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce
            il sont avec son aux cette d l qu n ont mais ou comme été
            """,
            """
            de la que el en y a los se del las un por con no una su para es al lo como más o pero
            sus le ha me si sin sobre este ya entre cuando
            """,
            """
            di e il la che in a per un del non è una con le si da i della al sono ma ha nel alla
            più come dei delle gli lo anche se ed
            """,
            """
            w i na z do nie się że jest o to a jak po od za przez ale przy dla ma są tym który
            oraz jego tego co tak był ze
            """,
            """
            и в не на с что по а как к из у за о от для это он но его то так же бы был все до при
            или они после было
            """,
            """
            і в на з що не до у та за про як від для це він й але його або був його також яка який
            після було під є щоб
            """,
        ]
        var table: [UInt64: UInt8] = [:]
        for (index, list) in lists.enumerated() {
            for word in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                table[Fingerprint.of(word), default: 0] |= 1 << UInt8(index)
            }
        }
        return table
    }()
}
