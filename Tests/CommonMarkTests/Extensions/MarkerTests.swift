import TestSupport
import Testing

@testable import CommonMark

/// Alerts, boxes and strikethrough.
@Suite struct MarkerTests {
    @Test(arguments: AlertKind.allCases)
    func alerts(kind: AlertKind) throws {
        for marker in [kind.marker, kind.marker.lowercased()] {
            let document = try Document(parsing: Array("> [!\(marker)]\n> Some **text**\n>\n> - a".utf8))
            let alert = try #require(document.root.firstChild)
            #expect(alert.kind == .alert(kind))
            #expect(alert.children.map(\.kind) == [.paragraph, .list])
        }
    }

    @Test(
        "No alerts",
        arguments: [
            "> \\[!NOTE]\n> x", "> [!NOTE] x", "> x\n> [!NOTE]", "[!NOTE]\nx", "> [!OTHER]\n> x", "> *[!NOTE]*",
        ])
    func noAlerts(markdown: String) throws {
        let document = try Document(parsing: Array(markdown.utf8))
        #expect(document.root.descendants.allSatisfy { if case .alert = $0.kind { false } else { true } })
    }

    @Test func boxes() throws {
        let document = try Document(parsing: Array("- [ ] a\n- [x] **b**\n- [X] c\n- [] d\n- \\[ ] e\n- [ ]f".utf8))
        let boxes = document.root.descendants.compactMap { node -> Bool? in
            if case .taskMarker(let isChecked) = node.kind { isChecked } else { nil }
        }
        #expect(boxes == [false, true, true])
    }

    /// The bracket that the text begins with counts, not that of another line or of a definition.
    @Test(arguments: [
        ("- \\[x] a\n  [b", []), ("- &#91;x] a\n  [b", []), ("- [x] a\n  \\[b", [true]),
        ("- [d]: /u\n  [ ] a", [false]), ("- [d]: /u\n  \\[ ] a", []), ("- [d]: /u\n  'title'\n  [x] a", [true]),
    ])
    func bracketsOfOtherLines(markdown: String, boxes: [Bool]) throws {
        let document = try Document(parsing: Array(markdown.utf8))
        let found = document.root.descendants.compactMap { node -> Bool? in
            if case .taskMarker(let isChecked) = node.kind { isChecked } else { nil }
        }
        #expect(found == boxes)
    }

    @Test(arguments: [
        ("~~a~~", "a"), ("x ~~a *b*~~ y", "a b"), ("*~~a~~*", "a"), ("~~`a`~~", "a"), ("~~a\nb~~", "a b"),
        ("~~«a»~~", "«a»"), ("| ~~a~~ |\n|---|", "a"),
    ])
    func struck(markdown: String, text: String) throws {
        let document = try Document(parsing: Array(markdown.utf8))
        let struck = try #require(document.root.descendants.first { $0.kind == .strikethrough })
        #expect(struck.plainText == text)
    }

    @Test(
        "No strikethrough",
        arguments: ["~a~", "\\~~a~~", "~~ a ~~", "~~~a~~~ b", "~~a", "`~~a~~`", "~~a*~~b*", "&#126;~a~~", "~~a\n\nb~~"])
    func notStruck(markdown: String) throws {
        let document = try Document(parsing: Array(markdown.utf8))
        #expect(document.root.descendants.allSatisfy { $0.kind != .strikethrough })
    }

    @Test func tildesOfSeveralParagraphsDoNotMeet() throws {
        #expect(
            try Outline.of("a ~~b *c ~~ d* e~~ f") == """
                paragraph
                  “a ”
                  strikethrough
                    “b ”
                    emphasis
                      “c ~~ d”
                    “ e”
                  “ f”
                """)
    }
}
