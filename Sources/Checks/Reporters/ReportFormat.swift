/// The forms of a report.
public enum ReportFormat: String, Sendable, CaseIterable {
    /// For people.
    case text
    /// For programs, as README documents it.
    case json
    /// SARIF 2.1.0, for code scanning.
    case sarif
    /// GitHub's workflow commands, which become annotations of a pull request.
    case github
    /// GitLab's code quality report.
    case gitlab

    /// The report in this form, with a line feed at its end.
    ///
    /// - Parameters:
    ///   - usesColor: whether a text for people is coloured.
    ///   - width: how many columns a text for people may have; nil for any number.
    public func text(of report: CheckReport, usesColor: Bool = false, width: Int? = nil) -> String {
        switch self {
        case .text: TextReporter(usesColor: usesColor, width: width).report(report)
        case .json: JSONReporter().report(report)
        case .sarif: SARIFReporter().report(report)
        case .github: GitHubReporter().report(report)
        case .gitlab: GitLabReporter().report(report)
        }
    }
}
