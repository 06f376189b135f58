package import Queries

/// Something to be done outside, as data. `update` returns effects; the front door does them.
package enum Effect: Equatable, Sendable {
    /// Which questions go first.
    package enum Priority: Int, Sendable {
        /// What the person waits for.
        case now
        /// What follows the selection: asked in a later frame, dropped by the next key.
        case later
    }

    /// Asks the archive; the answer comes back as `Action.answered` with the same slot and
    /// generation. A question already running in the slot is cancelled.
    case ask(Question, slot: Slot, generation: Int, priority: Priority)
    case cancel(Slot)
    /// Puts text on the clipboard.
    case copy(String)
    case openLink(String)
    /// Shows what is at an address as text in the person's pager.
    case page(Address)
    case startTimer(Timer, milliseconds: Int)
    case cancelTimer(Timer)
    /// Writes the frame shown now to a file, as `SavedScreen` has it.
    case saveScreen(String)
    /// Takes in files and folders, as `parley import` does.
    case importPaths([String])
    /// Renews the feeds of the archive, as `parley fetch` does with these options.
    case fetchFeeds([String])
    /// Makes findings anew that are out of date, behind the screen.
    case renewFindings
    /// Keeps what the person has done with articles.
    case keep(OwnChange)
    /// Lets the person write on in their own editor; what they leave comes back as `Action.edited`.
    case edit(String)
    /// Writes what the person decided about a proposal.
    case decide(ProposalDecision)
    /// Stops the long work that `Action.progressed` tells of; what is done stays.
    case cancelWork
    /// Colours and marks are to follow these settings from the next frame on.
    case apply(Settings)
    /// Writes what was set to the settings file.
    case keepSettings(SettingsChanges)
    /// Writes a recorded macro to a file of that name.
    case keepMacro(name: String, text: String)
    /// Reads the macro of that name, or the script at that path; it comes as `Action.macro`.
    case readMacro(String)
    /// Says how long keys took to their frames, as `Action.told`.
    case tellTimes
    /// Draws the next frame whole: another program wrote over the last one.
    case redraw
    /// Gives the terminal back to the shell until it is continued.
    case suspend
    case quit
}
