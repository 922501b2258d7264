import Foundation
import Guides
import Rendering

/// What the command line says about a wiki.
public struct WikiOptions: Sendable {
    /// Whose wiki; nil takes the configuration's word.
    public var flavor: WikiFlavor?
    /// What stands on one page; nil takes the configuration's word.
    public var layout: WikiLayout?
    /// What the pages say that they were built from; nil leaves it out.
    public var stamp: String?
    /// Files of values, the later the stronger.
    public var valueFiles: [String] = []
    /// `NAME=VALUE`, the later the stronger.
    public var settings: [String] = []

    /// A wiki as the configuration has it.
    public init() {}
}

/// A whole wiki in memory, or what kept it from being made.
public struct Wiki: Sendable {
    /// What was found, by place. Where there are errors, `pages` is empty.
    public var diagnostics: [Diagnostic] = []
    /// Every file of the wiki, by path: pages, lists, images.
    public var pages: [WikiPage] = []
    /// The settings that the pages were made by, the command line's word included.
    public var settings = WikiSettings()
    /// How many guides there are.
    public var guides = 0
    /// Whether the fault is in the way of building rather than in the content.
    public var isUsage = false
}

/// Makes the team's wiki: every name is decided, and found good, before the first page is written.
public struct WikiBuilder: Sendable {
    private let folder: ProjectFolder
    private let options: WikiOptions
    private let environment: [String: String]

    /// - Parameter environment: the process's variables, of which values may be among.
    public init(_ folder: ProjectFolder, _ options: WikiOptions, environment: [String: String]) {
        self.folder = folder
        self.options = options
        self.environment = environment
    }

    /// The wiki for the team, private values filled in.
    public func build() -> Wiki {
        Wiki()
    }
}
