/// What a cell means; the theme says how that looks. No colour carries meaning alone.
package enum Role: UInt8, CaseIterable, Sendable {
    case text, quiet, rule, focus, selected, evidence, same, overlap, differs, only
    case machine, confirmed, unnamed, error
}

/// A role, with the emphasis a cell asks for beside it.
package struct Style: Hashable, Sendable {
    package var role: Role
    package var isBold: Bool
    package var isUnderlined: Bool
    /// The row is the selected one: the role keeps its colour on the selection's ground.
    package var isSelected: Bool

    package init(
        _ role: Role, isBold: Bool = false, isUnderlined: Bool = false, isSelected: Bool = false
    ) {
        self.role = role
        self.isBold = isBold
        self.isUnderlined = isUnderlined
        self.isSelected = isSelected
    }

    package static let text = Style(.text)
    package static let quiet = Style(.quiet)
    package static let rule = Style(.rule)
    package static let focus = Style(.focus, isBold: true)
    package static let evidence = Style(.evidence)
}
