import Guides
import Rendering

/// What publishing does to a wiki, page by page, and what it leaves alone.
public struct WikiPlan: Sendable {
    /// A page that publishing writes or removes.
    public struct Change: Sendable {
        /// What happens to the page.
        public enum Kind: String, Sendable {
            /// The page is new.
            case create
            /// The page's text changes.
            case change
            /// The page is renamed, and may change its text.
            case move
            /// The page's text changes, and keeps the edits that were made in the wiki.
            case merge
            /// The page's text changes, and edits that were made in the wiki are discarded on request.
            case overwrite
            /// The way to a page's new name takes its place.
            case stub
            /// The page is removed.
            case remove
        }

        /// What happens to the page.
        public let kind: Kind
        /// Where it is afterwards.
        public let path: String
        /// Where it was, where that is another place.
        public let from: String?
        /// What it is made from.
        public let origin: WikiPage.Origin
        /// What stood there.
        let old: [UInt8]
        /// What comes; nil for a page that goes.
        let new: [UInt8]?
        /// Whether something goes that a person wrote.
        public var discardsEdit = false

        /// What changes in it; nothing for what is no text. It is worked out each time, for few reports show it.
        public var difference: [UInt8] { WikiText.difference(old, new ?? [], path: path) }
    }

    /// A page that is not, or not only, what the guides make.
    public struct Finding: Sendable {
        /// Why.
        public enum Reason: Sendable, Equatable {
            /// The page was edited in the wiki, and stays as it is there.
            case edited
            /// Somebody edited it, and it was published with the edit in it.
            case merged
            /// The page was edited in the wiki where the guides change it too, and stays as it is there. Both, between git's marks.
            case conflict([UInt8])
            /// Somebody deleted it.
            case deleted
            /// Somebody gave it another name.
            case renamed(to: String)
            /// A page that is not ours has its name.
            case taken(by: String)
            /// The page is to be ours alone, and the team's own words stand around our part.
            case shared
            /// No guide makes the page any more, and it was edited in the wiki.
            case editedLeftover
        }

        /// Why.
        public let reason: Reason
        /// The page.
        public let path: String
        /// What it is made from.
        public let origin: WikiPage.Origin
        /// The edits in the wiki, as a difference from what was published.
        public let difference: [UInt8]
        /// Whether the page was published with the edit in it.
        public let isPublished: Bool
        /// Those who edited it by hand, the latest first; empty where the history does not tell.
        public var people: [WikiHandEdit] = []
        /// The lines that are not as published, from 1.
        var lines: Set<Int> = []
    }

    /// The repository's address, without the name of a user.
    public let remote: String
    /// The branch that the repository calls its default one.
    public let branch: String
    /// What is done, by path.
    public internal(set) var changes: [Change] = []
    /// What a person has to look at, by path.
    public internal(set) var findings: [Finding] = []
    /// Pages that no guide makes any more, and that stay until somebody prunes them.
    public internal(set) var leftovers: [String] = []
    /// How many pages are as they should be.
    public internal(set) var unchanged = 0
    /// The commit that was pushed; nil for a plan, and where there was nothing to say.
    public internal(set) var commit: String?

    /// The files to write, by path, or to remove.
    var writes: [(path: String, bytes: [UInt8]?)] = []

    init(remote: String, branch: String) {
        self.remote = remote
        self.branch = branch
    }
}
