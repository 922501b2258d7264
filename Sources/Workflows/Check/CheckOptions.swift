import Values

/// What the command line says about a check.
public struct CheckOptions: Sendable {
    /// The absolute paths of files and folders to report about; empty for all of the project.
    public var paths: [String] = []
    /// Files from the project's folder that have changed: only their guides are reported about, in all their languages; nil for
    /// all.
    public var changed: Set<String>?
    /// The day of the check, by which reviews are due.
    public var today: CalendarDate?

    /// A check of the whole project, on no particular day.
    public init() {}
}
