import Guides

/// What the command line says about a build.
public struct BuildOptions: Sendable {
    /// The output folder; relative paths start from the current folder, nil is `site` in the project's.
    public var output: String?
    /// For whom to build; nil takes the configuration's word.
    public var audience: Audience?
    /// Files of values, the later the stronger.
    public var valueFiles: [String] = []
    /// `NAME=VALUE`, the later the stronger.
    public var settings: [String] = []
    /// Whether to compare only.
    public var verifies = false

    /// A build as the configuration has it.
    public init() {}
}
