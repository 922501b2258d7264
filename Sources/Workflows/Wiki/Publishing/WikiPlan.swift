import Guides
import Rendering

/// What publishing does to a wiki, page by page, and what it leaves alone.
public struct WikiPlan: Sendable {
    /// A page that publishing writes or removes.
    public struct Change: Sendable {
        /// What happens to the page.
        public enum Kind: String, Sendable {
            /// It comes.
            case create
            /// It gets another text.
            case change
            /// It gets another name, and its text with it.
            case move
            /// It gets another text, and what somebody edited stays in it.
            case merge
            /// It gets the guides' text, and what stood there is discarded, as was asked for.
            case overwrite
            /// The way to a page's new name takes its place.
            case stub
            /// It goes.
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
            /// Somebody edited it; it stays as it is.
            case edited
            /// Somebody edited it, and it was published with the edit in it.
            case merged
            /// Somebody edited what the guides change too; it stays as it is. With git's marks around both.
            case conflict([UInt8])
            /// Somebody deleted it.
            case deleted
            /// Somebody gave it another name.
            case renamed(to: String)
            /// A page that is not ours has its name.
            case taken(by: String)
            /// No guide makes it any more, and somebody edited it.
            case editedLeftover
        }

        /// Why.
        public let reason: Reason
        /// The page.
        public let path: String
        /// What it is made from.
        public let origin: WikiPage.Origin
        /// What somebody made of it: from what was published to what stands there.
        public let difference: [UInt8]
        /// Whoever touched it last by hand; nil where the history does not tell.
        public var person: WikiHandEdit?
    }

    /// The repository, without whoever signs in there.
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
