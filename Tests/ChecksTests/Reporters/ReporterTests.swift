import Foundation
import Sources
import TestSupport
import Testing

@testable import Checks
@testable import Workflows

@Suite struct ReporterTests {
    @Test(arguments: ReportFormat.allCases) func `every form shows the same findings`(_ format: ReportFormat) throws {
        let text = format.text(of: SampleReport.report)
        // The rules of SARIF are every check's documentation, which has tests of its own.
        let shown =
            format == .sarif
            ? text.replacing(#/"rules": \[.*?\n {10}\]/#.dotMatchesNewlines(), with: "\"rules\": []").replacing(
                #/ +"ruleIndex": \d+,\n/#, with: "") : text
        try expectSnapshot(shown, at: "Tests/Fixtures/reports/\(format.rawValue).txt")
    }

    @Test(arguments: [ReportFormat.json, .sarif, .gitlab]) func `what programs read is JSON`(_ format: ReportFormat)
        throws
    {
        for report in [SampleReport.report, CheckReport([], guides: 0, files: 0, version: "1", registry: .all)] {
            let text = format.text(of: report)
            #expect(text.hasSuffix("\n"))
            _ = try JSONSerialization.jsonObject(with: Data(text.utf8))
        }
    }

    @Test func `a report without findings says so to people, and is empty for programs`() throws {
        let clean = CheckReport([], guides: 1, files: 2, version: "1", registry: .all)
        #expect(ReportFormat.text.text(of: clean) == "1 guide, 2 files: no faults\n")
        #expect(ReportFormat.github.text(of: clean) == "")
        #expect(ReportFormat.gitlab.text(of: clean) == "[]\n")
        #expect(ReportFormat.json.text(of: clean).contains("\"findings\": []"))
        #expect(ReportFormat.sarif.text(of: clean).contains("\"results\": []"))
    }

    @Test func `paths can begin with the folder that a program looks for files from`() {
        var report = SampleReport.report
        report.move(to: "docs/")
        #expect(report.diagnostics.allSatisfy { $0.place.path.hasPrefix("docs/content/") })
        #expect(report.diagnostics[1].related[0].place.path == "docs/content/a guide/fr.md")
        #expect(report.diagnostics[2].fix?.edits[0].path == "docs/content/a guide/fr.md")
    }

    // MARK: GitHub

    @Test func `a command ends where it is meant to end, whatever a file holds`() {
        let lines = ReportFormat.github.text(of: SampleReport.report).split(separator: "\n")
        #expect(lines.count == 5)
        #expect(lines.dropLast().allSatisfy { $0.hasPrefix("::") })
        #expect(lines[2].contains("100 %25 of them%0D%0A::error::"))
        #expect(lines[3] == "::notice file=content/a%2Cb%3Ac.md,title=sample-note::worth knowing")
    }

    @Test func `past ten of a level, the rest is in the log and counted`() {
        let findings = (1...13).map { Diagnostic(Sample(text: "number \($0)\n::error::x"), at: Place(path: "a.md")) }
        let report = CheckReport(findings + [SampleReport.whole], guides: 1, files: 1, version: "1", registry: .all)
        let lines = ReportFormat.github.text(of: report).split(separator: "\n")
        #expect(lines.filter { $0.hasPrefix("::warning") }.count == 10)
        #expect(lines.filter { $0.hasPrefix("::notice") }.count == 1)
        #expect(lines.filter { $0.hasPrefix("  a.md:1:1: warning[sample-warning]: number 1") }.count == 3)
        #expect(lines.contains { $0.hasPrefix("3 more warnings are listed above and not shown as annotations") })
        #expect(lines.last == "1 guide, 1 file: 13 warnings, 1 note")
    }

    // MARK: Fingerprints

    @Test func `a fingerprint does not move with the line, and tells like findings apart`() {
        func names(_ text: String) -> [String] {
            let file = SourceFile(path: "en.md", text: text)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            var fingerprints = FindingFingerprints()
            return lines.indices.filter { lines[$0].contains("...") }.map { line in
                fingerprints.next(Diagnostic(Sample(text: "dots"), at: file.place(line: line + 1)))
            }
        }
        let before = names("wait...\nand wait...\nwait...")
        #expect(names("more\n\n  wait...\nand  wait...\nwait...") == before)
        #expect(Set(before).count == 3)
        #expect(names("wait longer...") != [before[0]])
    }
}
