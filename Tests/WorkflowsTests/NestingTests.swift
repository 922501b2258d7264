import CommonMark
import Foundation
import Guides
import Sources
import Synchronization
import TestSupport
import Testing
import Values

@testable import Workflows

/// The deepest nesting that the limits allow goes through everything on a stack as small as those of worker threads.
@Suite struct NestingTests {
    /// Text in so many elements of a sort.
    static let shapes: [(name: String, text: @Sendable (Int) -> String)] = [
        ("quotes", { String(repeating: ">", count: $0) + " {{name}} b" }),
        ("lists", { String(repeating: "- ", count: $0) + "{{name}} b" }),
        ("numbered lists", { String(repeating: "1. ", count: $0) + "{{name}} b" }),
        ("quotes and lists", { String(repeating: "> 1. ", count: $0) + "{{name}} b" }),
        (
            "indented lists",
            { (0..<$0).map { String(repeating: "\t", count: $0) + "-\ta {{name}}" }.joined(separator: "\n") }
        ),
        ("emphasis", { nested($0, "*a ", " b*", "{{name}}") }), ("strong", { nested($0, "**a ", " b**", "{{name}}") }),
        ("both", { nested($0, "***a ", " b***", "{{name}}") }), ("mixed", { nested($0, "*a _b ", " c_ d*") }),
        ("struck", { nested($0, "*a ~~b ", " c~~ d*", "{{name}}") }),
        ("images", { nested($0, "![a ", "](https://example.org/{{name}})") }),
        ("brackets", { nested($0, "[a ", " b]") }),
        ("a heading", { "### " + nested($0, "*a ", " b*", "{{name}}") }),
        ("a cell", { "| c |\n|---|\n| " + nested($0, "*a ", " b*", "{{name}}") + " |" }),
        (
            "a cell between backticks",
            { "| c | d | e |\n|---|---|---|\n| ` | " + nested($0, "*a ", " b*", "c") + " | ` |" }
        ),
        ("emphasis in lists", { String(repeating: "- ", count: 48) + nested($0, "*a ", " b*", "{{name}}") }),
        ("struck in quotes", { String(repeating: ">", count: 48) + nested($0, "*a ~~b ", " c~~ d*", "{{name}}") }),
        ("emphasis in an alert", { "> [!NOTE]\n> " + nested($0, "*a ", " b*", "{{name}}") }),
    ]

    private static func nested(_ depth: Int, _ opening: String, _ closing: String, _ text: String = "a") -> String {
        String(repeating: opening, count: depth) + text + String(repeating: closing, count: depth)
    }

    @Test(arguments: shapes.map(\.name))
    func deepest(name: String) throws {
        let shape = try #require(Self.shapes.first { $0.name == name })
        let depth = Self.deepest(shape.text)
        #expect(depth >= 20 && depth < 5000, "\(depth)")
        let text = "{{name}}: text\n\n" + shape.text(depth)
        let project = MemoryProject(accepted: false)
        try project.write(
            "title: {fr: Guides, en: Guides}\nlanguages: [fr, en]\nvalues: {name: {type: text, value: V}}\n",
            at: "vademecum.yaml")
        try project.edit("fr.md", "Va sur la page des limites.", text)
        try project.edit("en.md", "Go to the page of limits.", text)
        let failures = try Self.onSmallStack { Self.walk(project, text) }
        #expect(failures == [])
    }

    /// The largest depth that is read.
    private static func deepest(_ text: (Int) -> String) -> Int {
        var (low, high) = (1, 5000)
        while low + 1 < high {
            let middle = (low + high) / 2
            let isRead = (try? Document(parsing: Array(text(middle).replacing("{{name}}", with: "value").utf8))) != nil
            if isRead { low = middle } else { high = middle }
        }
        return low
    }

    /// Every use case, and what came to nothing.
    private static func walk(_ project: MemoryProject, _ text: String) -> [String] {
        var failures: [String] = []
        let accepted = project.accept()
        if accepted.value == nil { failures.append("accept: \(accepted.diagnostics.lines)") }
        if project.check().value == nil { failures.append("check") }
        for flavor in WikiFlavor.allCases {
            var options = WikiOptions()
            options.flavor = flavor
            let wiki = WikiBuilder(project.folder, ValueOptions(), options).build()
            if wiki.value == nil { failures.append("wiki: \(wiki.diagnostics.lines)") }
        }
        var options = PersonalOptions()
        options.guide = "ask"
        for format in PersonalFormat.allCases {
            let guide = Personaliser.find(project.folder, ValueOptions(), options).value?.write(format, width: 80)
            if guide?.value == nil { failures.append("personalise: \(guide?.diagnostics.lines ?? [])") }
        }
        for format in LooseRendering.Format.allCases {
            let outcome = LooseRendering(project.folder, ValueOptions())
                .render(SourceFile(path: "deep.md", text: text), language: nil, to: format)
            if outcome.value == nil { failures.append("render: \(outcome.diagnostics.lines)") }
        }
        let reading = PageReading(labels: HeadingLabels([]))
        if !reading.isSame(Array(text.utf8), Array((text + "\n").utf8)) { failures.append("reading") }
        _ = PageUnit.all(of: Array(text.utf8), reading)
        return failures
    }

    /// What macOS and many a Linux give a thread that is not the first.
    private static func onSmallStack<Result: Sendable>(_ work: @escaping @Sendable () -> Result) throws -> Result {
        let done = DispatchSemaphore(value: 0)
        let box = Box<Result>()
        let thread = Thread {
            let value = work()
            box.value.withLock { $0 = value }
            done.signal()
        }
        thread.stackSize = 512 << 10
        thread.start()
        done.wait()
        return try #require(box.value.withLock { $0 })
    }

    private final class Box<Value: Sendable>: Sendable {
        let value = Mutex<Value?>(nil)
    }
}
