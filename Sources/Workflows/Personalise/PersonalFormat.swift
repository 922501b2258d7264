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

extension PersonalFormat {
    /// The format of a file, by the ending of its name; nil where that says none.
    public init?(ending path: String?) {
        switch path?.split(separator: "/").last?.split(separator: ".").last?.lowercased() {
        case "html", "htm": self = .html
        case "txt": self = .text
        case "json": self = .json
        default: return nil
        }
    }
}
