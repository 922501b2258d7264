/// What the command line says about a build.
public struct BuildOptions: Sendable {
    /// The output folder; relative paths start from the current folder, nil is `site` in the project's.
    public var output: String?
    /// Whether to compare only.
    public var verifies = false

    /// A build into the project's own folder.
    public init() {}
}
