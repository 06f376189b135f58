import Queries
import Screens

/// Where a running browser stands, for programs: one JSON object on a line.
///
/// `sentence` counts from 0, as in all JSON of this program; `text` is what a screen reader hears.
struct StateJSON {
    let text: String

    init(_ state: State) {
        let list = state.place.browse.list
        let selected = state.citablePlaces.map { place in
            JSON.object([
                ("article", .string(place.article)),
                ("sentence", place.sentence.map(JSON.integer) ?? .null),
            ])
        }
        text =
            JSON.object([
                ("screen", .string(state.place.screen.mode.rawValue)),
                ("address", .optional(state.address?.text)),
                (
                    "articles",
                    .object([("met", .integer(list.met)), ("of", .integer(list.corpusTotal))])
                ),
                ("selected", .array(selected)),
                ("picked", .strings(state.picked.map(\.id))),
                ("text", .string(linearSelection(state).joined(separator: " "))),
                ("notice", .optional(state.notice?.text)),
            ]).text
    }
}
