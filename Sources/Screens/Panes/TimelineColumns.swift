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
    }

    let day: Range<Int>
    let name: Range<Int>
    let tellers: Tellers

    init(_ columns: Int, _ timeline: Timeline, days: Int) {
        let left = 2 + 5 + days + 1
        day = 2..<left - 1
        let count = max(1, timeline.columns.count)
        let room = columns - left - 3
        if !timeline.isByArticle {
            tellers = .count
        } else {
            let each = min(14, (room - min(40, room / 2)) / count)
            tellers = each >= 7 ? .cells(each) : .strip
        }
        let right =
            switch tellers {
            case .cells(let each): each * count
            case .strip: count + 1
            case .count: 16
            }
        name = min(left + 2, columns)..<max(left + 2, columns - right)
    }
}
