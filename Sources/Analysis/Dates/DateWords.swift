/// The words dates are made of, each with its meaning.
struct DateWords: Sendable {
    enum Part: UInt64 { case early, mid, late, beginning, end }
    enum Direction: UInt64 { case last, this, next, coming, past, recent }
    enum Unit: UInt64 {
        case hour, day, week, weekend, fortnight, month, quarter, year, decade
    }
    enum Deictic: UInt64 { case today, tonight, yesterday, tomorrow }

    enum Meaning: Equatable {
        case weekday(Int)
        case month(Int, strict: Bool)
        /// Abbreviated: a full stop or a number has to follow.
        case shortMonth(Int)
        /// In another language than English.
        case foreignMonth(Int)
        case unit(Unit, isPlural: Bool)
        /// EDTF code, 21 to 24.
        case season(Int)
        case deictic(Deictic)
        case dayPart
        case number(Int)
        case ordinal(Int)
        case part(Part)
        /// "earlier", "later" before this or last.
        case earlier, later
        case direction(Direction)
        case holiday(Holiday)
        case none
    }

    enum Holiday: UInt64 {
        case christmas, thanksgiving, black, easter, good, halloween, boxing, valentine, eve
    }

    private var table = WordTable()
    /// All of them, for the lexicon: a token that is none is no date's.
    private(set) var listed: [String] = []

    init() {
        for (index, word) in Self.words(Self.weekdays).enumerated() { add(word, 1, index + 1) }
        for (index, word) in Self.words(Self.months).enumerated() { add(word, 2, index + 1) }
        for (index, words) in Self.shortMonths.enumerated() {
            for word in Self.words(words) { add(word, 3, index + 1) }
        }
        for (index, words) in Self.foreignMonths.enumerated() {
            for word in Self.words(words) { add(word, 4, index + 1) }
        }
        for (index, word) in Self.words(Self.units).enumerated() {
            add(word, 5, index)
            add(word + "s", 6, index)
        }
        for (word, code) in [("spring", 21), ("summer", 22), ("autumn", 23), ("fall", 23)] {
            add(word, 7, code)
        }
        add("winter", 7, 24)
        for (index, word) in Self.words("today tonight yesterday tomorrow").enumerated() {
            add(word, 8, index)
        }
        for word in Self.words(Self.dayParts) { add(word, 9, 0) }
        for (index, word) in Self.words(Self.numbers).enumerated() { add(word, 10, index + 1) }
        for (word, value) in [("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50)] {
            add(word, 10, value)
        }
        for (index, word) in Self.words("first second third fourth").enumerated() {
            add(word, 11, index + 1)
        }
        for (word, part) in [
            ("early", Part.early), ("mid", .mid), ("middle", .mid), ("late", .late),
            ("beginning", .beginning), ("start", .beginning), ("end", .end), ("close", .end),
        ] { add(word, 12, Int(part.rawValue)) }
        add("earlier", 13, 0)
        add("later", 14, 0)
        for (word, direction) in [
            ("last", Direction.last), ("previous", .last), ("this", .this), ("current", .this),
            ("next", .next), ("coming", .coming), ("upcoming", .coming), ("past", .past),
            ("recent", .recent),
        ] { add(word, 15, Int(direction.rawValue)) }
        for (word, holiday) in [
            ("christmas", Holiday.christmas), ("thanksgiving", .thanksgiving),
            ("black", .black), ("easter", .easter), ("good", .good), ("halloween", .halloween),
            ("boxing", .boxing), ("valentine", .valentine), ("eve", .eve),
        ] { add(word, 16, Int(holiday.rawValue)) }
    }

    func meaning(of word: Word) -> Meaning {
        let code = table.value(of: word)
        guard code != 0 else { return .none }
        let value = code >> 8
        switch code & 0xFF {
        case 1: return .weekday(Int(value))
        case 2: return .month(Int(value), strict: value == 3 || value == 5)
        case 3: return .shortMonth(Int(value))
        case 4: return .foreignMonth(Int(value))
        case 5, 6:
            return Unit(rawValue: value).map { .unit($0, isPlural: code & 0xFF == 6) } ?? .none
        case 7: return .season(Int(value))
        case 8: return Deictic(rawValue: value).map(Meaning.deictic) ?? .none
        case 9: return .dayPart
        case 10: return .number(Int(value))
        case 11: return .ordinal(Int(value))
        case 12: return Part(rawValue: value).map(Meaning.part) ?? .none
        case 13: return .earlier
        case 14: return .later
        case 15: return Direction(rawValue: value).map(Meaning.direction) ?? .none
        case 16: return Holiday(rawValue: value).map(Meaning.holiday) ?? .none
        default: return .none
        }
    }

    /// A word has one meaning: the first it is given.
    private mutating func add(_ text: String, _ kind: UInt64, _ value: Int) {
        let word = Word(text)
        listed.append(text)
        if table.value(of: word) == 0 { table.insert(word, UInt64(value) << 8 | kind) }
    }

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
    }

    private static let weekdays = "monday tuesday wednesday thursday friday saturday sunday"
    private static let months = """
        january february march april may june july august september october november december
        """
    private static let shortMonths = [
        "jan", "feb", "mar", "apr", "", "jun", "jul", "aug", "sep sept", "oct", "nov", "dec",
    ]
    /// Russian and Ukrainian in the case a day takes, German, French, Spanish.
    private static let foreignMonths = [
        "января январь січня січень januar jänner janvier enero",
        "февраля февраль лютого лютий februar février febrero",
        "марта март березня березень märz mars marzo",
        "апреля апрель квітня квітень avril abril",
        "мая май травня травень mai mayo",
        "июня июнь червня червень juni juin junio",
        "июля июль липня липень juli juillet julio",
        "августа август серпня серпень août agosto",
        "сентября сентябрь вересня вересень septembre septiembre",
        "октября октябрь жовтня жовтень oktober octobre octubre",
        "ноября ноябрь листопада листопад novembre noviembre",
        "декабря декабрь грудня грудень dezember décembre diciembre",
    ]
    private static let units = "hour day week weekend fortnight month quarter year decade"
    private static let dayParts = """
        morning afternoon evening night noon midday midnight dawn lunchtime overnight
        """
    private static let numbers = """
        one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
        sixteen seventeen eighteen nineteen
        """
}
