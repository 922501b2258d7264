import Foundation
import Sources
import TestSupport
import Testing
import Workflows

/// The examples of every check's description: what they show is what happens.
@Suite struct ExamplesTests {
    @Test(arguments: ProblemRegistry.all.descriptions) func `faulty examples are reported where they are marked`(
        _ description: CheckDescription
    ) throws {
        for example in description.faulty {
            let project = ExampleProject(example)
            let found = project.diagnose().filter { $0.check == description.id }
            #expect(found.map(\.message) == example.messages, "\(description.id)")
            #expect(found.allSatisfy { $0.severity == description.severity }, "\(description.id)")
            for file in example.files {
                let path = ExampleProject.path(file.path)
                let marked = ExampleProject.completed(file.marked, at: file.path)
                let text = MarkedText(marked).text
                let ranges = found.filter { $0.place.path == path && $0.place.sourceLine != nil }
                    .map { $0.place.range(in: text) }
                #expect(MarkedText.marking(ranges, in: text) == marked, "\(description.id)")
            }
        }
    }

    @Test(arguments: ProblemRegistry.all.descriptions) func `clean examples are silent`(_ description: CheckDescription)
        throws
    {
        for example in description.clean {
            let found = ExampleProject(example).diagnose().filter { $0.check == description.id }
            #expect(found.lines == [])
        }
    }

    @Test func `every problem is described with words and examples`() {
        for description in ProblemRegistry.all.descriptions {
            #expect(!description.summary.isEmpty && !description.why.isEmpty && !description.mending.isEmpty)
            // What disks, wikis and command lines are asked for cannot be shown by a file's text; their own tests do.
            if description.faulty.isEmpty, description.group != .commands, description.group != .output {
                #expect(Self.shownElsewhere.contains(description.id), "\(description.id)")
            }
            #expect(description.clean.isEmpty == description.faulty.isEmpty, "\(description.id)")
        }
    }

    private static let shownElsewhere = [
        "no-content", "no-language", "similar-name", "nothing-to-check", "unwritable-file", "no-such-guide",
        "no-such-translation",
        "unchanged-translation", "skipped-link", "taken-name", "unknown-language-file", "unreadable-file",
        "unknown-wiki-setting", "bad-template", "unknown-template-field",
    ]
}

extension CheckDescription: CustomTestStringConvertible {
    /// The ID, as the list of tests shows it.
    public var testDescription: String { id }
}

extension Place {
    /// The bytes of a text that the place names.
    func range(in text: String) -> Range<Int> {
        let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
        func offset(_ line: Int, _ column: Int) -> Int {
            let before = lines.prefix(line - 1).reduce(0) { $0 + $1.count + 1 }
            guard line <= lines.count else { return text.utf8.count }
            let scalars = String(decoding: lines[line - 1], as: UTF8.self).unicodeScalars
            return before + String(String.UnicodeScalarView(scalars.prefix(column - 1))).utf8.count
        }
        return offset(self.line, column)..<offset(endLine, endColumn)
    }
}
