import Queries

extension State {
    /// The letters of marked places, each with the place it leads to: "a Articles nato".
    var markNames: [String] {
        let letters = Set(marks.keys).union(keptMarks.keys).sorted()
        return letters.map { letter in
            guard let marked = marks[letter] else {
                return "\(letter) " + (keptMarks[letter]?.address.text ?? "")
            }
            var there = self
            there.prompt = nil
            there.place = marked
            return "\(letter) " + there.standingWords.name
        }
    }
}
