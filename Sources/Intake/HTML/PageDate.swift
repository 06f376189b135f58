/// When a page says it was published: in its metadata, its address, a `time` element or a line
/// that holds a date and nothing else. Never when it was only changed.
struct PageDate {
    let date: PublicationDate?

    init(_ metadata: PageMetadata) {
        date =
            PageDate.stated(metadata) ?? PageDate.microdata(metadata) ?? PageDate.other(metadata)
            ?? PageDate.inAddress(metadata) ?? PageDate.time(metadata) ?? PageDate.line(metadata)
    }

    private static func stated(_ metadata: PageMetadata) -> PublicationDate? {
        if let date = metadata.first(["article.published_time", "og.article.published_time"])
            .flatMap(read)
        {
            return date
        }
        let article = metadata.article
        return article.flatMap { metadata.linked.text("datePublished", of: $0) }.flatMap(read)
            ?? article.flatMap { metadata.linked.text("dateCreated", of: $0) }.flatMap(read)
    }

    private static func microdata(_ metadata: PageMetadata) -> PublicationDate? {
        for name in ["datepublished", "datecreated"] {
            if let date = metadata.first([name]).flatMap(read) { return date }
            for node in metadata.items {
                guard metadata.page.string(.itemprop, of: node)?.lowercased() == name,
                    let date = value(metadata.page, node)
                else { continue }
                return date
            }
        }
        return nil
    }

    private static func other(_ metadata: PageMetadata) -> PublicationDate? {
        let names = [
            "article.published", "parsely-pub-date", "sailthru.date", "dc.date.issued",
            "dcterms.date", "dcterms.created", "dc.date", "dc.date.created", "pubdate",
            "publish-date", "publishdate", "publish_date", "publication_date", "date", "ptime",
            "pdate", "article_date_original", "displaydate", "originalpublicationdate",
            "article.created", "article.published", "og.published_time", "og.pubdate",
            "citation_publication_date", "citation_date", "cxenseparse.recs.publishtime",
            "rnews.datepublished", "bt.pubdate", "published_time", "dateposted", "created",
            "shareaholic.article_published_time", "cxenseparse.publishtime",
            "dcsext.articlefirstpublished",
        ]
        for name in names {
            if let date = metadata.first([name]).flatMap(read) { return date }
        }
        return nil
    }

    /// `/2025/12/02/`, `/2025-12-02-`, `/20251202/`.
    private static func inAddress(_ metadata: PageMetadata) -> PublicationDate? {
        let addresses = [metadata.canonical, metadata.first(["og.url"])]
        for address in addresses {
            guard let address, let day = DateInAddress.day(Array(address.utf8)) else { continue }
            return PublicationDate(day: day)
        }
        return nil
    }

    private static func time(_ metadata: PageMetadata) -> PublicationDate? {
        for node in metadata.times.prefix(8) where !metadata.isNamed(node, updates) {
            if let date = value(metadata.page, node) { return date }
        }
        return nil
    }

    private static let updates: Set<String> = ["updated", "modified", "update"]

    /// A short element called a date, or the first line below the headline that is nothing else.
    private static func line(_ metadata: PageMetadata) -> PublicationDate? {
        let page = metadata.page
        for node in page.nodes.indices where metadata.regions.words[node].contains(.dated) {
            if let date = value(page, node) { return date }
        }
        guard let headline = metadata.headlines.first else { return nil }
        var looked = 0
        for node in headline..<page.nodes.count where page.nodes[node].tag == .text {
            let text = page.textRange(of: node)
            if (8...60).contains(text.count),
                let line = DateLine(String(decoding: page.bytes[text], as: UTF8.self)),
                !line.isUpdate
            {
                return line.date
            }
            looked += 1
            if looked > 60 { return nil }
        }
        return nil
    }

    /// What an element says by an attribute, else by its text.
    private static func value(_ page: Page, _ node: Int) -> PublicationDate? {
        for attribute in [PageAttribute.datetime, .content, .title] {
            if let date = page.string(attribute, of: node).flatMap(read) { return date }
        }
        let text = page.text(in: node)
        return text.utf8.count <= 80 ? read(text) : nil
    }

    /// In ISO form, with or without marks and time, or as people write it.
    static func read(_ written: String) -> PublicationDate? {
        let text = written.trimmingBlanks
        if let date = PublicationDate(edtf: text), date.precision == .day { return date }
        let bytes = Array(text.utf8.prefix(100))
        if let day = leadingDay(bytes) { return PublicationDate(day: day) }
        guard let line = DateLine(String(decoding: bytes, as: UTF8.self)) else { return nil }
        return line.isUpdate ? nil : line.date
    }

    /// Of `2025-12-02…`, `2025/12/2…`, `20251202…`.
    private static func leadingDay(_ bytes: [UInt8]) -> Day? {
        var reader = DateInAddress.Digits(bytes)
        guard let year = reader.number(of: 4...4) else {
            reader = DateInAddress.Digits(bytes)
            guard let all = reader.number(of: 8...14) else { return nil }
            var whole = all
            while whole > 99_999_999 { whole /= 100 }
            return plausible(whole / 10000, whole / 100 % 100, whole % 100)
        }
        guard reader.mark("-/."), let month = reader.number(of: 1...2), reader.mark("-/."),
            let day = reader.number(of: 1...2)
        else { return nil }
        return plausible(year, month, day)
    }

    static func plausible(_ year: Int, _ month: Int, _ day: Int) -> Day? {
        (1900...2100).contains(year) ? Day(year: year, month: month, day: day) : nil
    }
}

/// Finds a whole day among the parts of an address.
enum DateInAddress {
    static func day(_ bytes: [UInt8]) -> Day? {
        var index = 0
        while index + 8 < bytes.count {
            let isStart = index == 0 || !(0x30...0x39).contains(bytes[index - 1])
            if isStart, (0x30...0x39).contains(bytes[index]), let day = whole(bytes, index) {
                return day
            }
            index += 1
        }
        return nil
    }

    private static func whole(_ bytes: [UInt8], _ start: Int) -> Day? {
        var reader = Digits(bytes, start)
        if let year = reader.number(of: 4...4) {
            guard reader.mark("-/_"), let month = month(&reader), reader.mark("-/_"),
                let day = reader.number(of: 1...2)
            else { return nil }
            return PageDate.plausible(year, month, day)
        }
        reader = Digits(bytes, start)
        guard let all = reader.number(of: 8...8), all > 19_900_000 else { return nil }
        return PageDate.plausible(all / 10000, all / 100 % 100, all % 100)
    }

    private static func month(_ reader: inout Digits) -> Int? {
        reader.number(of: 1...2) ?? reader.monthName()
    }

    /// Reads runs of digits and the marks between them.
    struct Digits {
        private let bytes: [UInt8]
        private var index: Int

        init(_ bytes: [UInt8], _ start: Int = 0) {
            self.bytes = bytes
            index = start
        }

        /// A whole run of digits of an allowed length; leaves the place where it is else.
        mutating func number(of lengths: ClosedRange<Int>) -> Int? {
            var end = index
            var value = 0
            while end < bytes.count, (0x30...0x39).contains(bytes[end]), end - index < 15 {
                value = value * 10 + Int(bytes[end]) - 0x30
                end += 1
            }
            guard lengths.contains(end - index) else { return nil }
            index = end
            return value
        }

        mutating func mark(_ marks: String) -> Bool {
            guard index < bytes.count, marks.utf8.contains(bytes[index]) else { return false }
            index += 1
            return true
        }

        /// `nov`.
        mutating func monthName() -> Int? {
            guard index + 3 < bytes.count else { return nil }
            let name = String(decoding: bytes[index..<index + 3], as: UTF8.self).lowercased()
            guard let month = Digits.months.firstIndex(of: name) else { return nil }
            index += 3
            return month + 1
        }

        private static let months = [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ]
    }
}
