import Foundation
import Guides
import Rendering
import Testing

@testable import Workflows

/// Lines of a page that come, go, move or are set in anywhere, with no thought of what they are: whatever readers see of it stays
/// on the page while a value becomes another, and comes home or is held.
@Suite struct WikiRoughEditTests {
    private static var count: Int { Int(variables["VADEMECUM_WIKI_EDITS"] ?? "") ?? 300 }
    private static var start: UInt64 { UInt64(variables["VADEMECUM_WIKI_SEED"] ?? "") ?? 0 }

    @Test(arguments: [WikiLayout.pages, .bilingual])
    func whatReadersSeeStays(layout: WikiLayout) throws {
        let project = EditedWiki(layout)
        let (first, today) = try project.wikis()
        let published = try project.page(first)
        let page = String(decoding: published.bytes, as: UTF8.self)
        let reading = PageReading(labels: HeadingLabels(today.languages))
        for seed in Self.start..<(Self.start + UInt64(Self.count)) {
            var choices = Choices(seed: seed)
            var lines = page.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            let name = Self.edit(&lines, &choices)
            let edited = lines.joined(separator: "\n")
            if reading.isSame(Array(edited.utf8).asPage, published.bytes) { continue }
            let outcome = try project.merge(edited, published: published, into: today).outcome()
            #expect(
                outcome.isEdit || Self.signs(edited) == Self.signs(page), "\(name), seed \(seed): it counts as no edit")
            guard outcome.isEdit, let bytes = outcome.page else { continue }
            // What stays as it was typed has the value of then.
            let (made, meant) = (Self.plain(String(decoding: bytes, as: UTF8.self)), Self.plain(edited))
            #expect(
                reading.isSame(Array(made.utf8), Array(meant.utf8).asPage),
                "\(name), seed \(seed):\n\(EditTrial.difference(meant, made))")
        }
    }

    private static let variables = ProcessInfo.processInfo.environment

    /// A page whose limits are all the same, whatever the language and the time, without our anchors.
    private static func plain(_ page: String) -> String {
        let limits = ["40,000", "50,000", "50000", "40\u{202F}000", "50\u{202F}000"]
        return limits.reduce(page) { $0.replacing($1, with: "40000") }
            .replacing(#/<a id="[a-z0-9-]+"><\/a>/#, with: "")
    }

    /// A page without spaces and the signs of quotes.
    private static func signs(_ page: String) -> String { page.filter { !$0.isWhitespace && $0 != ">" } }

    private static func edit(_ lines: inout [String], _ choices: inout Choices) -> String {
        // Below what every page says around its guide.
        let index = 8 + choices.below(lines.count - 9)
        switch choices.below(10) {
        case 0:
            lines.insert("", at: index)
            return "a blank line before \(index)"
        case 1:
            let line = lines.remove(at: index)
            return "without “\(line)”"
        case 2:
            lines.insert(lines[index], at: index)
            return "twice “\(lines[index])”"
        case 3:
            lines[index] = choices.pick(["  ", "    ", "\t"]) + lines[index]
            return "set in “\(lines[index])”"
        case 4:
            lines.swapAt(index, index + 1)
            return "swapped “\(lines[index])”"
        case 5:
            lines[index] += " " + lines.remove(at: index + 1)
            return "joined “\(lines[index])”"
        case 6:
            lines[index] = choices.pick(["> ", "- ", "1. ", "# ", "\\", "**", "`"]) + lines[index]
            return "begun “\(lines[index])”"
        case 7:
            lines[index] += choices.pick(["  ", "\\", "**", "`", "|", " <!-- x -->", "]", " {#x}"])
            return "ended “\(lines[index])”"
        case 8:
            let words = lines[index].split(separator: " ", omittingEmptySubsequences: false)
            let cut = choices.below(words.count + 1)
            lines[index] = words[..<cut].joined(separator: " ")
            lines.insert(words[cut...].joined(separator: " "), at: index + 1)
            return "cut “\(lines[index])”"
        default:
            let sign = choices.pick([
                "---", "***", "| a | b |", "<details>", "</details>", "====", "    code", "- x", "word",
            ])
            lines.insert(sign, at: index)
            return "“\(sign)” before “\(lines[index + 1])”"
        }
    }
}
