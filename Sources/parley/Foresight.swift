import Screens

/// What would come of the last step once more, worked out while nothing else is to be done: whoever
/// goes on as before finds the frame ready.
///
/// It holds for the state it was worked out from, and for no other. A class, so that whoever takes
/// its state up puts the old one in its place and copies neither.
final class Foresight {
    let key: Key
    var state: State
    let effects: [Effect]
    let frame: Frame

    /// Nil while answers are awaited, or where the key is no step.
    init?(of key: Key, from shown: Shown) {
        guard shown.state.isSettled, shown.state.isStep(key) else { return nil }
        var state = shown.state
        self.key = key
        effects = update(&state, .key(key))
        frame = view(state, after: shown)
        self.state = state
    }
}
