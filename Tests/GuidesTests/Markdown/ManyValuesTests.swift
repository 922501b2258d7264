import CommonMark
import Foundation
import Sources
import TestSupport
import Testing
import Values

@testable import Guides

/// A hundred thousand values at random in every place where values land: in the Markdown that is written they are text, to
/// CommonMark's reader and to GitHub's.
@Suite struct ManyValuesTests {
    /// More pages than usual: `VALUE_PAGES=20000 swift test --filter ManyValues`.
    static let pages = ProcessInfo.processInfo.environment["VALUE_PAGES"].flatMap(UInt64.init) ?? DensePage.usual
    private static let names = (0..<DensePage.size).map { "v\($0)" }

    @Test func stayText() throws {
        let project = try SampleProject(
            values: Self.names.map { "\($0): {type: text}" }.joined(separator: "\n"), body: "## Notes\n\nText.\n"
        ).project
        var (meant, written, plain, plainlyMeant): ([String], [String], [String], [String]) = ([], [], [], [])
        for seed in 0..<Self.pages {
            let page = DensePage(seed: seed)
            let edition = try Self.filled(page.source, page.values, project)
            let markdown = String(decoding: edition.markdown(), as: UTF8.self)
            let outline = Outline.of(edition.document)
            let read = Outline.withElements(try Outline.of(markdown))
            if read != outline { Self.report(read, outline, "CommonMark, seed \(seed)") }
            // GitHub's reader is asked about fewer, for each page is read twice; where it reads the author's own text
            // otherwise, nothing is meant.
            guard seed % 4 == 0 else { continue }
            let harmless = try Self.filled(page.source, page.values.indices.map { "word\($0)" }, project)
            plain.append(String(decoding: harmless.markdown(), as: UTF8.self))
            plainlyMeant.append(Outline.of(harmless.document, isGFM: true))
            meant.append(Outline.of(edition.document, isGFM: true))
            written.append(markdown)
        }
        #expect(Int(Self.pages) * DensePage.size >= 100_000 || Self.pages < DensePage.usual)
        let (plainlyRead, read) = (try GFMOutline.of(plain), try GFMOutline.of(written).map(Outline.withElements))
        try #require(read.count == meant.count && plainlyRead.count == meant.count)
        for index in meant.indices {
            Self.compare(
                read[index], meant[index], plainlyRead[index], plainlyMeant[index], "GFM, seed \(index * 4)")
        }
    }

    /// Compares block by block, so that a place where the readers differ anyhow hides no other.
    private static func compare(
        _ read: String, _ meant: String, _ plain: String, _ plainlyMeant: String, _ name: String
    ) {
        // A reader of XML takes a tab in an attribute for a space.
        let all = [read, meant, plain, plainlyMeant].map { blocks(of: $0.replacing("\t", with: " ")) }
        guard Set(all.map(\.count)).count == 1 else {
            if all[0] != all[1] { report(read, meant, name) }
            return
        }
        for index in all[0].indices where all[2][index] == all[3][index] && all[0][index] != all[1][index] {
            // cmark-gfm links addresses in an image's words, of which its HTML shows nothing.
            if all[1][index].contains("image <"), all[1][index].contains("@") { continue }
            Issue.record("\(name), read:\n\(all[0][index])\nmeant:\n\(all[1][index])")
        }
    }

    /// The blocks of the page, each with what is in it.
    private static func blocks(of outline: String) -> [String] {
        var blocks: [String] = []
        for line in outline.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix(" "), !blocks.isEmpty {
                blocks[blocks.count - 1] += "\n" + line
            } else {
                blocks.append(String(line))
            }
        }
        return blocks
    }

    private static func report(_ read: String, _ meant: String, _ name: String) {
        let (left, right) = (blocks(of: read), blocks(of: meant))
        let index = zip(left, right).prefix { $0 == $1 }.count
        let (got, wanted) = (left.dropFirst(index).prefix(1), right.dropFirst(index).prefix(1))
        Issue.record("\(name), read:\n\(got.joined(separator: "\n"))\nmeant:\n\(wanted.joined(separator: "\n"))")
    }

    private static func filled(_ source: String, _ values: [String], _ project: Project) throws -> FilledEdition {
        let given = zip(names, values).map { GivenValue(name: $0, value: .text($1), source: .set) }
        var diagnostics: [Diagnostic] = []
        let file = SourceFile(path: "page.md", text: source)
        guard let text = LooseReader(project, language: project.languages[0]).read(file, &diagnostics) else {
            throw SampleError(diagnostics)
        }
        return text.filled(from: ValueBook(project.configuration, given: given, audience: .team)).editions[0]
    }
}
