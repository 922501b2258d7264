import TestSupport
import Testing

@testable import CommonMark

/// Whatever is done to a tree, each node is freed once. A memory checker sees a fault here at once.
@Suite struct OwnershipTests {
    private func document(_ text: String) throws -> Document { try Document(parsing: Array(text.utf8)) }

    @Test func aNodeKeepsItsDocument() throws {
        let node = try #require(try document("*a*").root.firstChild?.firstChild)
        #expect(node.kind == .emphasis)
        #expect(node.plainText == "a")
    }

    @Test func removedNodesStayUsable() throws {
        let document = try document("a *b* c")
        let emphasis = try #require(document.root.descendants.first { $0.kind == .emphasis })
        emphasis.remove()
        emphasis.remove()
        #expect(emphasis.plainText == "b")
        #expect(document.html == "<p>a  c</p>\n")
    }

    @Test func nodesThatWereNeverPutIn() throws {
        let document = try document("a")
        for _ in 0..<10 { _ = document.makeText("b") }
        let paragraph = document.makeParagraph()
        paragraph.append(document.makeText("c"))
        #expect(document.html == "<p>a</p>\n")
    }

    @Test func nodesThatMoveInAndOut() throws {
        let document = try document("a\n\nb")
        let first = try #require(document.root.firstChild)
        for _ in 0..<3 {
            first.remove()
            document.root.append(first)
        }
        #expect(document.html == "<p>b</p>\n<p>a</p>\n")
    }

    @Test func anEditThatIsNotAllowedChangesNothing() throws {
        let document = try document("a *b*")
        let other = try self.document("c")
        let text = try #require(document.root.firstChild?.firstChild)
        text.append(document.makeText("x"))
        document.root.append(document.makeText("x"))
        text.insertAfter(document.root)
        try text.insertAfter(#require(other.root.firstChild?.firstChild))
        text.replace(with: document.makeParagraph())
        #expect(document.html == "<p>a <em>b</em></p>\n")
        #expect(other.html == "<p>c</p>\n")
    }

    @Test func anErrorHalfway() throws {
        struct Halfway: Error {}
        func edit() throws {
            let document = try document("a *b* c\n\n| d |\n|---|\n| e |")
            guard let emphasis = document.root.descendants.first(where: { $0.kind == .emphasis }) else { return }
            emphasis.insertBefore(document.makeValue("v", number: 0))
            emphasis.remove()
            _ = document.makeCode("x")
            throw Halfway()
        }
        #expect(throws: Halfway.self) { try edit() }
    }

    @Test func replacingWhileWalking() throws {
        let document = try document("a b\n\n- c\n- d *e*")
        for text in document.root.descendants(.text) { text.replace(with: document.makeCode(text.literal)) }
        #expect(document.root.descendants.filter { $0.kind == .code }.map(\.literal) == ["a b", "c", "d ", "e"])
    }
}
