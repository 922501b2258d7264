import Guides
import TestSupport
import Testing

@testable import Sources

/// Characters that no content may hold.
@Suite struct TextScanTests {
    @Test(
        "Faults stand under the character",
        arguments: [
            ("a⟦\u{7}⟧b", "an invisible character, U+0007"), ("⟦\u{1B}⟧[31m", "an invisible character, U+001B"),
            ("é⟦\u{7F}⟧", "an invisible character, U+007F"), ("⟦\u{85}⟧", "an invisible character, U+0085"),
            ("a⟦\u{200B}⟧b", "an invisible character, U+200B"), ("a⟦\u{2060}⟧b", "an invisible character, U+2060"),
            ("a⟦\u{FEFF}⟧b", "an invisible character, U+FEFF"),
            ("a⟦\u{202E}⟧b", "a character that reverses the text around it, U+202E"),
            ("⟦\u{2066}⟧", "a character that reverses the text around it, U+2066"),
            ("{{a}} ⟦\u{E000}⟧00", "U+E000 is reserved and stands for no character"),
            ("⟦\u{E00F}⟧", "U+E00F is reserved and stands for no character"),
            ("⟦\u{FFFF}⟧", "U+FFFF is reserved and stands for no character"),
            ("⟦\u{1FFFE}⟧", "U+1FFFE is reserved and stands for no character"),
        ])
    func faults(body: String, message: String) throws {
        let project = try SampleProject(
            values: "a: {type: text, value: x}", body: "## Notes\n\n" + MarkedText(body).text + "\n")
        expect(project.diagnostics(), in: SampleProject.frontMatter + "## Notes\n\n" + body + "\n", say: [message])
    }

    @Test(
        "Every scalar that is text",
        arguments: [
            "\t", "é", "\u{A0}", "\u{202F}", "\u{2019}", "日本語", "مرحبا", "שלום", "👩‍💻", "e\u{301}", "\u{200D}",
            "\u{200E}", "\u{FFFD}", "\u{10FFFD}",
            "\u{E010}",
        ])
    func fine(text: String) {
        #expect(TextScan(Array("a\(text)b\r\n".utf8)).findings.isEmpty)
    }

    @Test(
        "Bytes that are no UTF-8",
        arguments: [
            [0xFF], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
            [0xF4, 0x90, 0x80, 0x80],
            [0xF5, 0x80, 0x80, 0x80], [0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
        ] as [[UInt8]])
    func invalid(bytes: [UInt8]) {
        for tail in [[], [0x61]] as [[UInt8]] {
            let scan = TextScan([0x61] + bytes + tail)
            // More than one such byte, and no character of UTF-8's own: the whole file is in an older encoding.
            switch scan.findings.first?.kind {
            case .invalidUTF8, .encoding(.singleByte): break
            default:
                Issue.record("\(bytes) passed for UTF-8")
                continue
            }
            #expect(scan.findings.first?.range == 1..<2)
        }
    }

    /// Bytes are looked at several at a time: none hides among others, wherever it stands.
    @Test func everyByteIsSeenWhereverItStands() {
        let fine: Set<UInt8> = Set(0x20...0x7E).union([0x09, 0x0A, 0x0D])
        for byte in UInt8.min...UInt8.max {
            for offset in 0..<20 {
                var bytes = [UInt8](repeating: 0x61, count: 20)
                bytes[offset] = byte
                let found = TextScan(bytes).findings.map(\.range)
                #expect(found == (fine.contains(byte) ? [] : [offset..<(offset + 1)]))
            }
        }
    }

    @Test func invalidUTF8IsNeverParsed() throws {
        let file = SourceFile(path: "en.md", bytes: Array(SampleProject.frontMatter.utf8) + [0x61, 0xFF, 0x0A])
        let project = try SampleProject(body: "")
        var diagnostics: [Diagnostic] = []
        let isRead = project.read(file, &diagnostics) != nil
        #expect(!isRead)
        #expect(diagnostics.lines == ["en.md:5:2 bad-character: this byte is not UTF-8"])
    }

    @Test func aFileThatIsNoTextIsToldInTwentyLines() {
        let bytes = Array("é".utf8) + [UInt8](repeating: 0xFF, count: 1000)
        #expect(TextScan(bytes).findings.count == 20)
    }
}
