import Checks
import Guides
import Rendering
import Values

/// A whole wiki in memory.
public struct Wiki: Sendable {
    /// Every file of the wiki, by path: pages, lists, images.
    public internal(set) var pages: [WikiPage] = []
    /// The settings that the pages were made by, the command line's word included.
    public let settings: WikiSettings
    /// The languages of the pages, the source first.
    public let languages: [Language]
    /// How many guides there are.
    public internal(set) var guides = 0
    /// What the pages were made with, from which edits in the wiki are brought back.
    var source: WikiSource?
    /// The addresses of guides that have moved.
    var redirects: Redirects { source?.line.loaded.project.redirects ?? Redirects() }
    /// Private values that nobody gave, whose examples the pages show.
    public let examples: [String]
    /// What keeps secrets out of whatever is reported of the wiki: its pages are the team's, but a log may be anybody's.
    public let gate: SecretGate
}
