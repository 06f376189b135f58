/// The people of RSS, who are written as mail addresses with a name beside them.
enum FeedPerson {
    /// `me@example.com (Ann Lee)`, `Ann Lee <me@example.com>`, `Ann Lee and Bo Sun`. A bare mail
    /// address stands for its owner.
    static func names(_ written: String) -> [String] {
        let words = written.split { " ()<>".contains($0) }
        let isAddress = { (word: Substring) in word.contains("@") && word.contains(".") }
        guard words.contains(where: isAddress) else { return Facts.names(in: written) }
        let name = words.filter { !isAddress($0) }.joined(separator: " ")
        return name.isEmpty ? words.first.map { [String($0)] } ?? [] : Facts.names(in: name)
    }
}
