import Testing

@testable import Sources

/// Two escapes of JSON are one character, where JSON has escapes.
@Suite struct SurrogateEscapeTests {
    private func joined(_ text: String) -> String? {
        SurrogateEscapes.joined(Array(text.utf8)[...]).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func pairsAreJoinedBetweenDoubleQuotationMarks() {
        #expect(joined(#"{"a": "\ud83d\ude00"}"#) == #"{"a": "\U0001F600"}"#)
        #expect(joined(#"{"a": "it's \uD83D\uDE00"}"#) == #"{"a": "it's \U0001F600"}"#)
        #expect(joined(#"{"a": "\\ud83d\ude00 \ud83d\ude00"}"#) == #"{"a": "\\ud83d\ude00 \U0001F600"}"#)
        #expect(joined(#"{"a": "\udbff\udfff"}"#) == #"{"a": "\U0010FFFF"}"#)
    }

    /// Elsewhere they are what they are.
    @Test func nothingElseChanges() {
        #expect(joined(#"a: '\ud83d\ude00'"#) == #"a: '\ud83d\ude00'"#)
        #expect(joined(#"a: \ud83d\ude00"#) == #"a: \ud83d\ude00"#)
        for text in [#"{"a": "\ud83d"}"#, #"{"a": "\ude00\ud83d"}"#, #"{"a": "\u00e9"}"#, "", #"\"#, #""\ud83d\u"#] {
            #expect(joined(text) == nil)
        }
    }

    @Test func readAsAnyOtherText() {
        var diagnostics: [Diagnostic] = []
        let node = YAMLNode.read(SourceFile(path: "v.json", text: #"{"name": "\ud83d\ude00"}"#), &diagnostics)
        var reader = YAMLReader()
        let pairs = node.flatMap { reader.pairs($0) }
        #expect(pairs?.first?.value.text == "😀" && diagnostics.isEmpty)
    }
}
