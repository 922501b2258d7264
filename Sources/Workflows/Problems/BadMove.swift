import Sources

/// Guides that cannot move as it was asked for.
struct BadMove: Problem {
    enum Fault: Sendable {
        /// Both names are the same.
        case same
        /// Something is there.
        case taken
        /// A link that cannot be changed at its place.
        case link
        /// A text of a configuration that cannot be changed at its place.
        case text
        /// A list of redirects that no line can be added to.
        case list
    }

    static let description = CheckDescription(
        "move", .commands,
        summary: "A guide that cannot move as it was asked for.",
        why: "A link would lead nowhere, or something that is there would be written over; nothing was changed.",
        mending: "Choose a path at which nothing is, and write what the message names in the usual way.")

    let fault: Fault

    init(_ fault: Fault) { self.fault = fault }

    var message: String {
        switch fault {
        case .same: "it is called that already"
        case .taken: "something is here already, and the guide would be written over it"
        case .link: "this link cannot be changed where it stands"
        case .text: "this text cannot be changed where it stands"
        case .list: "no line can be added to this list of redirects"
        }
    }

    var help: String? {
        switch fault {
        case .same: "name the path that it shall have"
        case .taken: "choose another path"
        case .link: "write it as `[text](../guide/en.md)`"
        case .text: "write it on one line, without escapes"
        case .list: "write each redirect on a line of its own, `old: new`"
        }
    }
}
