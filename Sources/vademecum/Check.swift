import ArgumentParser
import Checks
import Foundation
import Guides
import Sources
import Values
import Workflows

/// `vademecum check`
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find every fault in the guides, and say how to mend it.",
        discussion: """
            The languages are compared with each other, and with what was recorded when they were translated. It reads \
            what a public build reads, and nothing else: no vademecum.local.yaml, no environment, no network. The \
            findings go to standard output. --explain ID says what a check is about, --explain all lists them.

            A finding is left out where a comment stands before its block, or a rule in vademecum.yaml names its file. \
            Both take a reason, and are reported once they leave nothing out:

              <!-- check: ignore untranslated the button has no other name -->

              check:
                ignore:
                  - {check: insecure-link, path: content/old/**, reason: the old server knows nothing else}

            Exit status: 0 nothing found, 1 errors found (with --strict, warnings too), 2 bad usage or configuration, \
            or nothing to check, 3 a fault of ours.
            """
    )

    @OptionGroup var common: CommonOptions

    @Argument(
        help: ArgumentHelp(
            "Files and folders to report about. Everything is read all the same, for guides refer to each other. (default: the whole project)",
            valueName: "path"))
    var paths: [String] = []

    @Option(
        help: ArgumentHelp(
            "How to report: text; json; sarif, for code scanning; github, for annotations; gitlab, for code quality.",
            valueName: "format"))
    var format: ReportFormat = .text

    @Flag(help: "Fail on warnings too.")
    var strict = false

    @Flag(help: "Mend what can be mended without a person, and report what is left.")
    var fix = false

    @Flag(help: "With --fix: print what it would change, as a unified diff, and write nothing.")
    var diff = false

    @Option(help: ArgumentHelp("Print what a check is about, and nothing else; `all` lists them.", valueName: "check"))
    var explain: String?

    @Option(
        help: ArgumentHelp(
            "The day by which reviews are due, such as 2026-11-23. (default: today)", valueName: "date"))
    var today: String?

    func validate() throws {
        if diff, !fix { throw ValidationError("--diff shows what --fix would change: give both.") }
        if let today, CalendarDate(iso: today) == nil {
            throw ValidationError("“\(today)” is no date; write it as 2026-11-23.")
        }
    }

    func run() throws {
        if let explain { return try print(explanationOf: explain) }
        let folder = try common.folder()
        var options = CheckOptions()
        options.paths = try paths.map { try Self.absolute($0, in: folder) }
        options.today = today.flatMap { CalendarDate(iso: $0) } ?? Self.today()
        let check = ContentCheck(folder, common.valueOptions(), options)
        let writer = FixWriter(folder)
        if diff {
            let outcome = check.check()
            try Terminal.print(writer.difference(outcome))
            try finish(outcome)
        } else {
            let (mended, outcome) = fix ? writer.mend(check) : (0, check.check())
            try report(outcome, mended: mended, in: folder)
            try finish(outcome)
        }
    }

    private func report(_ outcome: Outcome<ContentCheck.Result>, mended: Int, in folder: ProjectFolder) throws {
        let shown = common.quiet ? outcome.diagnostics.filter { $0.severity == .error } : outcome.diagnostics
        let result = outcome.value ?? ContentCheck.Result()
        var report = CheckReport(
            shown, guides: result.guides, files: result.files, version: vademecumVersion, registry: .all)
        report.mended = mended
        // Paths are the project's own in JSON; other programs, and people, look for files from where they are.
        if format != .json { report.move(to: folder.pathFromCurrent) }
        if format == .text, common.quiet, shown.isEmpty { return }
        let text = format.text(of: report, usesColor: common.usesColor(on: STDOUT_FILENO))
        try Terminal.print(Array(text.utf8))
        // What a program reads has no place for a line to a person.
        if format != .text, format != .github { common.inform(report.summary) }
    }

    private func finish(_ outcome: Outcome<ContentCheck.Result>) throws {
        if outcome.isUsage { throw ExitStatus.usage.error }
        let least = strict ? Diagnostic.Severity.warning : .error
        if outcome.diagnostics.contains(where: { $0.severity >= least }) { throw ExitStatus.findings.error }
    }

    // MARK: Explaining

    private func print(explanationOf id: String) throws {
        let registry = ProblemRegistry.all
        if id == "all" {
            let width = registry.ids.map(\.count).max() ?? 0
            let lines = registry.descriptions.map {
                $0.id.padding(toLength: width + 2, withPad: " ", startingAt: 0) + $0.summary
            }
            return try Terminal.print(Array((lines.joined(separator: "\n") + "\n").utf8))
        }
        guard let description = registry.description(of: id) else {
            let nearest = NearestName.nearest(to: id, in: registry.ids)
            throw ValidationError(
                "No check is called “\(id)”. "
                    + (nearest.map { "Did you mean “\($0)”?" } ?? "--explain all lists them."))
        }
        try Terminal.print(Array(description.explanation.utf8))
    }

    // MARK: Arguments

    /// The path that a person means, who may stand elsewhere: one that is there, or the ID of a guide.
    private static func absolute(_ path: String, in folder: ProjectFolder) throws -> String {
        let url = URL(fileURLWithPath: path).standardizedFileURL
        if FileManager.default.fileExists(atPath: url.path) { return url.path }
        let guide = "\(folder.path)/content/\(path)"
        if FileManager.default.fileExists(atPath: guide) { return guide }
        throw ValidationError("There is no “\(path)”, here or among the guides.")
    }

    private static func today() -> CalendarDate? {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}

extension ReportFormat: ExpressibleByArgument {}
