import Dispatch
import Testing

@testable import CommonMark

/// Trees lie in chunks of memory that are used again.
@Suite struct PoolTests {
    /// More trees than a chunk holds, some of which stay while others come and go.
    @Test func treesThatComeAndGo() throws {
        var kept: [Document] = []
        for index in 0..<2_000 {
            let document = try Document(parsing: Array("# \(index)\n\n*a* `b` [c](d)".utf8))
            if index % 7 == 0 { kept.append(document) }
            if kept.count > 40 { kept.removeFirst(30) }
        }
        for document in kept { #expect(document.root.plainText.hasSuffix("\na b c")) }
    }

    @Test func treesThatAnotherThreadFrees() throws {
        nonisolated(unsafe) var documents: [Document?] = try (0..<400).map { index in
            try Document(parsing: Array("- \(index)\n- *a*".utf8))
        }
        let count = documents.count
        documents.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let buffer = buffer
            DispatchQueue.concurrentPerform(iterations: count) { index in
                // What another thread made gets nodes from this one.
                if let document = buffer[index] { document.root.append(document.makeParagraph()) }
                if index % 2 == 0 { buffer[index] = nil }
            }
        }
        for (index, document) in documents.enumerated() where index % 2 == 1 {
            #expect(document?.root.firstChild?.plainText == "\(index)\n\na")
        }
    }

    /// Larger than a chunk, and grown to that.
    @Test(arguments: [1, 15, 16, 4_000, 16_376, 16_377, 70_000, 300_000])
    func texts(count: Int) throws {
        let text = String(repeating: "x", count: count)
        let document = try Document(parsing: Array("`\(text)`\n\n\(text)\n".utf8))
        #expect(document.root.descendants(.code).map(\.literal) == [text])
        let paragraph = try #require(document.root.lastChild)
        #expect(paragraph.plainText == text)
        paragraph.append(document.makeText(text + text))
        #expect(paragraph.plainText == text + text + text)
    }
}
