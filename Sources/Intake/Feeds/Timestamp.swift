/// A moment as a feed states it: a day, and the time and zone where they are stated.
package struct Timestamp: Hashable, Sendable {
    /// In the zone that is stated.
    package var day: Day
    /// What of the day is stated; a time only ever with a whole day.
    package var precision: PublicationDate.Precision
    /// Since midnight; nil when only the day is stated.
    package var seconds: Int?
    /// Minutes that the zone is ahead of UTC; nil when none is stated.
    package var offset: Int?

    package init(
        day: Day, precision: PublicationDate.Precision = .day, seconds: Int? = nil,
        offset: Int? = nil
    ) {
        self.day = day
        self.precision = precision
        self.seconds = seconds
        self.offset = offset
    }

    /// The day as the outlet counts it, as precise as it is stated.
    package var publicationDate: PublicationDate {
        PublicationDate(day: day, precision: precision)
    }

    /// ISO 8601 with a zone: `2004-07-13T09:15:00-05:00`. Midnight where no time is stated, UTC
    /// where no zone is.
    package var iso: String {
        let time = seconds ?? 0
        let clock = [time / 3600, time / 60 % 60, time % 60].map(Timestamp.padded)
        return day.iso + "T" + clock.joined(separator: ":") + zone
    }

    private var zone: String {
        guard let offset, offset != 0, seconds != nil else { return "Z" }
        let minutes = abs(offset)
        return (offset < 0 ? "-" : "+") + Timestamp.padded(minutes / 60) + ":"
            + Timestamp.padded(minutes % 60)
    }

    private static func padded(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}

extension Timestamp {
    /// A moment in UTC, by the seconds since the first of January 1970.
    package init(sinceEpoch seconds: Int) {
        let time = (seconds % 86_400 + 86_400) % 86_400
        self.init(
            day: Day(number: Int32((seconds - time) / 86_400)), seconds: time, offset: 0)
    }

    /// Seconds since the first of January 1970; UTC where no zone is stated.
    var sinceEpoch: Int {
        Int(day.number) * 86_400 + (seconds ?? 0) - (offset ?? 0) * 60
    }
}
