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
        abstract: "Find every fault in the guides, and say how to fix it.",
        discussion: """
            The languages are compared with each other, and with what was recorded when they were translated. It reads \
            what a public build reads, and nothing else: no vademecum.local.yaml, no environment, no network. The \
            findings go to standard output. --explain ID says what a check is about, --explain all lists them.

            A finding is left out where a comment stands before its block, or a rule in vademecum.yaml names its file. \
            Both take a reason, and are reported once they leave nothing out:

              <!-- check: ignore untranslated the button has no other name -->

              check:
                ignore:
                  - check: insecure-link
                    path: content/old/**
                    reason: the old server knows nothing else

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

    @Flag(help: "Fix what can be fixed without a person, and report what is left.")
    var fix = false

    @Flag(help: "With --fix: print what it would change, as a unified diff, and write nothing.")
    var diff = false

    @Flag(
        help: ArgumentHelp(
            "Report only on guides that git says changed, in all their languages: since the latest commit, or since the branch left BASE, as in --changed=origin/main."
        ))
    var changed = false

    @Option(help: ArgumentHelp("With --changed: the commit or branch to compare with.", valueName: "base"))
    var base: String?

    @Option(
        help: ArgumentHelp(
            "Report only what is not in this file, and say which of its entries no longer apply.", valueName: "file"))
    var baseline: String?

    @Option(
        help: ArgumentHelp("Write what is found now into a file for --baseline, and report nothing.", valueName: "file")
    )
    var writeBaseline: String?

    @Flag(help: "End the text with how often each check found something.")
    var statistics = false

    @Flag(help: "In the text: show every finding, also of more than ten of one kind in one file.")
    var all = false

    @Option(help: ArgumentHelp("Print what a check is about, and nothing else; `all` lists them.", valueName: "check"))
    var explain: String?

    @Option(
        help: ArgumentHelp(
            "The day by which reviews are due, such as 2026-11-23. (default: today)", valueName: "date"))
    var today: String?

    func validate() throws {
        if diff, !fix { throw ValidationError("--diff shows what --fix would change: give both.") }
        if base != nil, !changed { throw ValidationError("--base says what --changed compares with: give both.") }
        if fix, writeBaseline != nil { throw ValidationError("Mend first, then write the baseline of what is left.") }
        if let today, CalendarDate(iso: today) == nil {
            throw ValidationError("“\(today)” is not a date; write it as 2026-11-23.")
        }
    }

    func run() throws {
        if let explain { return try print(explanationOf: explain) }
        let folder = try common.folder()
        var options = CheckOptions()
        var (paths, base) = (paths, base)
        // `--changed main` reads as it is meant where nothing is called so.
        if changed, base == nil, let first = paths.first, (try? Self.absolute(first, in: folder)) == nil {
            base = first
            paths.removeFirst()
        }
        options.paths = try paths.map { try Self.absolute($0, in: folder) }
        if changed {
            do {
                options.changed = try ChangedGuides(folder).paths(since: base)
            } catch {
                throw ValidationError(error.message)
            }
        }
        options.today = today.flatMap { CalendarDate(iso: $0) } ?? Self.today()
        let check = ContentCheck(folder, common.valueOptions(), options)
        let writer = FixWriter(folder)
        if let writeBaseline { return try write(check.check(), to: writeBaseline) }
        let known = try baseline.map { try Self.readBaseline($0) }
        if diff {
            let outcome = check.check()
            try Terminal.print(writer.difference(outcome))
            try finish(outcome)
        } else {
            let (mended, outcome) = fix ? writer.mend(check) : (0, check.check())
            try report(outcome, mended: mended, in: folder, known)
            try finish(outcome, known)
        }
    }

    // MARK: Baselines

    private static func readBaseline(_ path: String) throws -> Baseline {
        guard FileManager.default.fileExists(atPath: path) else {
            throw ValidationError("There is no file “\(path)”; --write-baseline makes it.")
        }
        var diagnostics: [Diagnostic] = []
        guard let file = SourceFile.named(path, &diagnostics) else {
            throw ValidationError("“\(path)”: \(diagnostics.first?.message ?? "cannot be read").")
        }
        guard let baseline = Baseline(bytes: file.bytes) else {
            throw ValidationError("“\(path)” is not a baseline; --write-baseline makes one.")
        }
        return baseline
    }

    private func write(_ outcome: Outcome<ContentCheck.Result>, to path: String) throws {
        guard outcome.value != nil else {
            common.report(outcome.diagnostics)
            throw ExitStatus.usage.error
        }
        let baseline = Baseline(of: outcome.diagnostics)
        do throws(OutputError) {
            try FileReplacement.write(baseline.bytes, to: path)
        } catch {
            common.report([Diagnostic(error, at: Place(path: path))])
            throw ExitStatus.usage.error
        }
        common.inform("\(path) written: \(baseline.entries.count.counted("finding")).")
    }

    /// Says which entries of a baseline nothing is found for any more; what was not looked at is not spoken of.
    private func inform(of gone: [Baseline.Entry]) {
        guard !gone.isEmpty, paths.isEmpty, !changed else { return }
        let list = gone.prefix(10).map { "  \($0.path): \($0.check)\n" }.joined()
        let rest = gone.count > 10 ? "  and \(gone.count - 10) more\n" : ""
        common.inform(
            "\(gone.count == 1 ? "1 entry" : "\(gone.count) entries") of \(baseline ?? "") no longer "
                + "\(gone.count == 1 ? "applies" : "apply"):\n\(list)\(rest)Write it anew with --write-baseline.")
    }

    private func report(
        _ outcome: Outcome<ContentCheck.Result>, mended: Int, in folder: ProjectFolder, _ known: Baseline?
    ) throws {
        let (found, gone) = known?.compare(outcome.diagnostics) ?? (outcome.diagnostics, [])
        let shown = common.quiet ? found.filter { $0.severity == .error } : found
        let result = outcome.value ?? ContentCheck.Result()
        var report = CheckReport(
            shown, guides: result.guides, files: result.files, version: vademecumVersion, registry: .all)
        report.mended = mended
        report.showsAll = all
        report.showsStatistics = statistics
        defer { inform(of: gone) }
        // Paths are the project's own in JSON; people look for files from where they are, and services from the root of the
        // repository.
        switch format {
        case .json: break
        case .text: report.move(to: folder.pathFromCurrent)
        case .github, .gitlab, .sarif: report.move(to: folder.pathFromRepository)
        }
        if format == .text, common.quiet, shown.isEmpty { return }
        let text = format.text(
            of: report, usesColor: common.usesColor(on: STDOUT_FILENO), width: Terminal.columns(of: STDOUT_FILENO))
        try Terminal.print(Array(text.utf8))
        // What a program reads has no place for a line to a person.
        if format != .text, format != .github { common.inform((statistics ? report.statistics : "") + report.summary) }
    }

    private func finish(_ outcome: Outcome<ContentCheck.Result>, _ known: Baseline? = nil) throws {
        if outcome.isUsage { throw ExitStatus.usage.error }
        let least = strict ? Diagnostic.Severity.warning : .error
        let found = known?.compare(outcome.diagnostics).new ?? outcome.diagnostics
        if found.contains(where: { $0.severity >= least }) { throw ExitStatus.findings.error }
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
        let guides = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/content")) ?? []
        let name = path.hasPrefix("content/") ? String(path.dropFirst("content/".count)) : path
        let nearest = NearestName.nearest(to: name, in: guides.sorted()).map { " Did you mean “\($0)”?" }
        throw ValidationError("There is no “\(path)”, here or among the guides.\(nearest ?? "")")
    }

    private static func today() -> CalendarDate? {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}

extension ReportFormat: ExpressibleByArgument {}
