import Foundation
import TestSupport
import Testing

@testable import Rendering

/// Words are found as readers type them; the page's script does the same, by the same table.
@Suite struct WordSplitterTests {
    @Test func `a text gives the words of the table`() throws {
        var splitter = WordSplitter()
        for example in try SearchCase.all() {
            var words: [String] = []
            example.text.lend { bytes in
                splitter.forEach(in: bytes) { words.append(String(decoding: $0, as: UTF8.self)) }
            }
            #expect(words == example.words, "\(example.text)")
        }
    }

    @Test func `of HTML the text is taken, but not what a picture says`() {
        var html = "<p>A <strong>b&amp;c</strong>d <data value=\"x\">40 000</data></p><svg><title>no</title></svg><p>e"
        var words: [String] = []
        var splitter = WordSplitter()
        html.withUTF8 { bytes in
            splitter.forEach(in: bytes, isHTML: true) { words.append(String(decoding: $0, as: UTF8.self)) }
        }
        #expect(words == ["a", "b", "c", "d", "40", "000", "e"])
    }
}
