/// What a personal guide is written as.
public enum PersonalFormat: String, Sendable, CaseIterable {
    /// CommonMark with GFM's tables and alerts.
    case markdown
    /// One file that holds its styles and images.
    case html
    /// Plain text for a terminal.
    case text
    /// The values, where they came from, and the Markdown, for programs.
    case json
}
