import Queries

/// Where the columns of the timeline stand, from the left.
struct TimelineColumns {
    /// How the articles are shown that tell of a row.
    enum Tellers: Equatable {
        /// A cell each, of so many columns.
        case cells(Int)
        /// The strip of their letters.
        case strip
        /// How many there are.
        case count
        /// There is no room.
        case nothing
    }

    /// Below it the year stands before what happened, and of several days there is the first.
    private static let narrow = 44

    /// Whether the year and all days of a row have columns of their own.
    let hasYears: Bool
    let day: Range<Int>
    let name: Range<Int>
    let tellers: Tellers

    init(_ columns: Int, _ timeline: Timeline, days: Int) {
        hasYears = columns >= TimelineColumns.narrow
        let left = 2 + (hasYears ? 5 + days : 6) + 1
        day = 2..<left - 1
        let count = max(1, timeline.columns.count)
        let room = columns - left - 3
        if columns < TimelineColumns.narrow / 3 * 2 {
            tellers = .nothing
        } else if !timeline.isByArticle {
            tellers = .count
        } else {
            let each = min(14, (room - min(40, room / 2)) / count)
            tellers = each >= 7 ? .cells(each) : .strip
        }
        let right =
            switch tellers {
            case .cells(let each): each * count
            case .strip: count + 1
            case .count: hasYears ? 16 : 7
            case .nothing: 0
            }
        name = min(left + 2, columns)..<max(left + 2, columns - right)
    }
}
