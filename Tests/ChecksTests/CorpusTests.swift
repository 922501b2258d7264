import Checks
import Foundation
import TestSupport
import Testing

/// Forty pairs of pages in the manner of real documentation: nothing is found in them, and each of sixty faults that are
/// put into them is found once, where it is.
@Suite struct CorpusTests {
    /// A fault that `faults.txt` lists.
    struct Fault: CustomTestStringConvertible {
        let path: String
        let line: String
        /// What stands in its place; nil where the line goes.
        let replacement: String?
        let check: String
        /// The line at which it is found.
        let place: String

        var testDescription: String { "\(path): \(replacement ?? line)" }
    }

    static let faults: [Fault] = {
        let url = Package.fixture("corpus/faults.txt")
        let text = (try? String(contentsOf: url, encoding: .utf8)) ?? ""
        return text.components(separatedBy: "\n\n").dropFirst().compactMap(fault)
    }()

    private static func fault(_ block: String) -> Fault? {
        let lines = block.split(separator: "\n").map(String.init)
        func text(_ sign: String) -> String? {
            lines.first { $0.hasPrefix(sign) }.map { String($0.dropFirst(sign.count)) }
        }
        guard let path = lines.first, let line = text("- "), let finding = text("! ") else { return nil }
        let parts = finding.components(separatedBy: " @ ")
        let replacement = text("+ ")
        return Fault(
            path: "content/\(path)", line: line, replacement: replacement, check: parts[0],
            place: parts.count > 1 ? parts[1] : replacement ?? "")
    }

    @Test func `nothing is found in forty pairs`() throws {
        var project = try ExampleProject(folders: [Package.fixture("corpus")])
        project.acceptsTranslations = true
        #expect(project.diagnose().lines == [])
        #expect(project.files.keys.count { $0.hasSuffix("/fr.md") } == 40)
    }

    @Test func `there are sixty faults`() { #expect(Self.faults.count == 60) }

    @Test(arguments: faults) func `the fault is found once and at its place`(_ fault: Fault) throws {
        var project = try ExampleProject(folders: [Package.fixture("corpus")])
        project.keep(guide: String(fault.path.split(separator: "/")[1]))
        project.acceptsTranslations = true
        var lines = String(decoding: try #require(project.files[fault.path]), as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let index = try #require(lines.firstIndex { Self.plain($0) == fault.line }, "\(fault.line)")
        lines.remove(at: index)
        if let replacement = fault.replacement { lines.insert(replacement, at: index) }
        project.write(Array(lines.joined(separator: "\n").utf8), at: fault.path)
        // What the faulty line says with a typewriter's spaces is another check's business.
        let found = project.diagnose().filter { !$0.check.hasPrefix("space-") && $0.check != "unused-value" }
        #expect(found.map(\.check) == [fault.check])
        #expect(found.map { Self.plain($0.place.sourceLine ?? "") } == [fault.place])
    }

    /// A line with plain spaces, as `faults.txt` has it.
    private static func plain(_ line: String) -> String {
        line.replacingOccurrences(of: "\u{00A0}", with: " ").replacingOccurrences(of: "\u{202F}", with: " ")
    }
}
