package import Queries

/// Something that happened. Actions are facts; only `update` makes something of them.
package enum Action: Equatable, Sendable {
    /// The loop stands and the archive is open.
    case started
    case key(Key)
    /// The same key so many times at once, where `State.isStep` says that it only moves.
    case held(Key, times: Int)
    case resized(Size)
    case answered(Slot, generation: Int, Answer)
    /// That part of what a question takes is done, 0 to 1.
    case advanced(Slot, generation: Int, share: Double)
    /// The question could not be answered; the message says what, where and what still works.
    case failed(Slot, generation: Int, String)
    /// Long work has come so far; at most ten times a second.
    case progressed(Progress)
    /// Long work is over: said in one line, and everything shown is asked anew.
    case finished(String)
    /// Findings that were out of date have been made anew, or the rest is left for the next time.
    case renewed
    /// A decision about a proposal has been carried out; the dossier's names where it changed.
    case decided(ProposalDecision, Labels?)
    /// It could not be, and nothing has changed.
    case refused(ProposalDecision, String)
    /// A change of the person's own work is in the archive.
    case kept(OwnChange)
    /// What the person left in their editor.
    case edited(String)
    /// The terminal said what ground it draws on.
    case background(Ground)
    /// A timer that an effect had started has run out.
    case timer(Timer)
    /// A script that was to be played has been read.
    case macro(String, Script)
    /// Somebody outside wants these keys pressed.
    case script(Script)
    /// The settings file has changed: what it says now, and its mistakes with file and line.
    case configured(ConfigFile.Contents, problems: [String])
    /// Another program has changed the archive, perhaps its articles.
    case changedOutside
    /// Something that was asked outside, in a line.
    case told(String)
    /// Something outside went wrong that the person should know.
    case warned(String)
}

/// A pause worth waiting for. Only an effect starts one, so nothing ticks while nobody waits.
package enum Timer: String, Hashable, Sendable {
    /// A key sequence has begun; after the pause its continuations are listed.
    case keys
    /// Something has been asked; after the pause the screen says that it waits.
    case busy
}
