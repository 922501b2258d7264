import Rendering

/// A page as the guides make it, and the ID of its text.
struct BuiltPage: Sendable {
    let page: WikiPage
    let blob: String
}

/// What is to be done about one page, from what was published, what stands on the wiki, and what the guides make.
struct WikiDecision: Sendable {
    /// What to do.
    enum Action: Sendable, Equatable {
        /// The wiki has no such page yet.
        case create
        /// What stands there is what was published, and the guides make another text.
        case change
        /// What stands there is what the guides make.
        case keep
        /// Somebody edited the page, and the guides make what they made before: the edit stays.
        case edited
        /// Somebody edited the page, and the guides make another text: both go into one, if they can.
        case merge
        /// Somebody edited the page or it is not ours, and we were told to replace it.
        case overwrite
        /// Somebody deleted the page.
        case deleted
        /// Somebody gave the page another name.
        case renamed(to: String)
        /// A page that is not ours has the name, or one that the wiki takes for the same.
        case taken(by: String)
        /// The page is to be ours alone, and the team's own words stand around our part.
        case shared
        /// No guide makes the page any more, and we were told to remove such pages.
        case remove
        /// The page is the team's alone by now, and we were told to remove what is ours: our part of it goes.
        case takeOut
        /// No guide makes the page any more.
        case leftover
        /// No guide makes the page any more, and somebody edited it.
        case editedLeftover
        /// Neither a guide nor the wiki has the page any more.
        case forget
    }

    var action: Action
    /// Where the page belongs.
    let path: String
    /// What was published of it, here or at another path.
    let entry: WikiManifest.Entry?
    /// What stands on the wiki of it.
    let head: GitTree.Entry?
    /// What the guides make; nil where they make it no more.
    let built: BuiltPage?
    var isStub = false

    /// The path that it had, where that was another one.
    var from: String? { head.flatMap { $0.path == path ? nil : $0.path } }
}
