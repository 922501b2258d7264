import TestSupport
import Testing

@testable import CommonMark

/// Texts that are put aside while libcmark writes come back as libcmark would have written them.
@Suite struct WrittenTextsTests {
    @Test func libcmarkWouldWriteTheSame() throws {
        var count = 0
        for seed in RoundTripTests.seeds {
            var random = RandomPage(seed: seed)
            let source = random.page()
            let document = try Document(parsing: Array(source.utf8))
            document.fill(random.values)
            let preparation = MarkdownPreparation(document)
            if !document.writtenTexts.isEmpty { count += 1 }
            let page = written(document)
            document.writtenTexts.putBack()
            #expect(page == written(document), "seed \(seed)")
            preparation.revert()
        }
        #expect(count > RoundTripTests.seeds.count / 2)
    }

    /// A page that holds the mark itself is written all the same.
    @Test(arguments: [
        "Some text and `\u{E00F}` there.", "Some \u{E00F} text.", "[some text](x \"\u{E00F}\")", "\u{E00F}",
    ])
    func markOfThePage(source: String) throws {
        let document = try Document(parsing: Array(source.utf8))
        let preparation = MarkdownPreparation(document)
        #expect(written(document) == source + "\n")
        preparation.revert()
        #expect(document.root.plainText.contains("\u{E00F}") || source.contains("\""))
    }

    private func written(_ document: Document) -> String {
        document.withCommonMark { String(decoding: $0, as: UTF8.self) }
    }
}
