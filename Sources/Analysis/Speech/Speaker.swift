/// Whom a speaker phrase denotes in its article.
enum Speaker: Hashable, Sendable {
    case known(Mention.Target)
    /// A run of capitals that no mention covers, by its index among the names.
    case shape(Int)
    /// Nobody by name: the tokens that describe the speaker.
    case described(Range<Int>)
}
