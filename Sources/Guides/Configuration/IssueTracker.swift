import Values

/// Where a code host takes reports, and how a report is begun for its reader.
public enum IssueTracker {
    /// What the addresses of editors have behind the repository's, and what that of a new issue has.
    private static let hosts = [
        (editor: "/-/edit/", issue: "/-/issues/new"), (editor: "/-/blob/", issue: "/-/issues/new"),
        (editor: "/_edit/", issue: "/issues/new"), (editor: "/src/branch/", issue: "/issues/new"),
        (editor: "/edit/", issue: "/issues/new"), (editor: "/blob/", issue: "/issues/new"),
    ]

    /// The address of a new issue of GitHub, GitLab, Gitea or Forgejo.
    ///
    /// - Parameter source: where a file is edited; the address of another host tells nothing.
    static func newIssue(forSource source: String) -> String? {
        for (editor, issue) in hosts {
            guard let place = source.firstRange(of: editor) else { continue }
            // `https://host/owner/repository`: an address without an owner is that of something else.
            let repository = source[..<place.lowerBound]
            return repository.split(separator: "/").count >= 4 ? repository + issue : nil
        }
        return nil
    }

    /// The address of a new issue with its title and its text, in the words of the host.
    public static func address(_ tracker: String, title: String, text: String) -> String {
        let isGitLab = tracker.hasSuffix("/-/issues/new")
        let names = isGitLab ? ("issue%5Btitle%5D", "issue%5Bdescription%5D") : ("title", "body")
        let sign = tracker.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
        return "\(tracker)\(sign)\(names.0)=\(PercentEncoding.encode(title))"
            + "&\(names.1)=\(PercentEncoding.encode(text))"
    }
}
