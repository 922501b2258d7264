import Sources
import TestSupport
import Testing

@testable import Checks

@Suite struct UnknownSectionCheckTests {
    @Test func theNearestTitleIsOffered() throws {
        try expect(
            UnknownSectionCheck(), in: "## Problem\n\nx\n\n## ⟦Verifcation⟧\n\nx\n",
            finds: ["no section is called “Verifcation”"], help: ["did you mean “Verification”?"])
    }

    @Test func aTitleOfAnotherLanguage() throws {
        try expect(
            UnknownSectionCheck(), in: "## ⟦Étapes⟧\n\nx\n", finds: ["no section is called “Étapes”"],
            help: [
                "the sections are “Problem”, “Steps”, “Meanwhile”, “Verification”, “Notes”; an extra one takes an ID: "
                    + "`## Étapes {#…}`"
            ])
    }

    /// The other titles of a language are understood, and an ID makes any title known.
    @Test func knownOnes() throws {
        try expect(
            UnknownSectionCheck(), in: "## Workarounds\n\nx\n\n## Anything {#problem}\n\nx\n\n## Extra {#more}\n\nx\n",
            finds: [])
    }

    /// A value in a title is shown as it was written.
    @Test func aPlaceholderInTheTitle() throws {
        try expect(
            UnknownSectionCheck(), values: "limit: {type: integer, value: 1}", in: "## ⟦About {{limit}}⟧\n\nx\n",
            finds: ["no section is called “About {{limit}}”"])
    }
}

@Suite struct MissingSectionCheckTests {
    @Test func inEachLanguage() throws {
        let project = try SampleProject(content: [
            "guide/fr.md": SampleProject.frontMatter + "## Problème\n\nx\n\n## Étapes\n\n### A\n\nx\n",
            "guide/en.md": SampleProject.frontMatter + "## Problem\n\nx\n\n## Verification\n\nx\n",
        ])
        let found = try project.diagnose(with: MissingSectionCheck())
        #expect(
            found.lines == [
                "content/guide/en.md:1:1 missing-section: the section “Steps” is missing",
                "content/guide/fr.md:1:1 missing-section: the section “Vérification” is missing",
            ])
        #expect(found.map(\.help) == ["add `## Steps`", "add `## Vérification`"])
        // The whole file is meant, so no line is shown.
        #expect(found.allSatisfy { $0.place.sourceLine == nil })
    }

    @Test func byID() throws {
        let body = "## A {#problem}\n\nx\n\n## B {#steps}\n\n### C\n\nx\n\n## D {#verification}\n\nx\n"
        try expect(MissingSectionCheck(), in: body, finds: [])
    }

    /// A kind's section that the language has no title for is named by its ID.
    @Test func withoutATitle() throws {
        let project = try SampleProject(
            languages: ["en"], kinds: ["reference": "sections: [{id: entries}]"],
            content: [
                "guide/guide.yaml": "kind: reference", "guide/en.md": SampleProject.frontMatter + "## Notes\n\nx\n",
            ])
        let found = try project.diagnose(with: MissingSectionCheck())
        #expect(found.messages == ["the section `#entries` is missing"])
        #expect(found.map(\.help) == ["add `## … {#entries}`"])
    }
}

@Suite struct EmptySectionCheckTests {
    @Test(arguments: [
        ("## ⟦Notes⟧\n", ["the section “Notes” is empty"]),
        ("## ⟦Notes⟧\n\n<!-- to do -->\n", ["the section “Notes” is empty"]),
        ("## ⟦Problem⟧\n\n## Notes\n\nx\n", ["the section “Problem” is empty"]),
        ("## ⟦Steps⟧\n\nSome text.\n", ["the section “Steps” has no step"]),
        ("## ⟦Steps⟧\n", ["the section “Steps” is empty"]),
        ("## Steps\n\n### One\n", []), ("## Notes\n\n### A heading\n", []), ("## Notes\n\n    code\n", []),
        ("## Notes\n\n---\n", []),
    ])
    func sections(marked: String, messages: [String]) throws {
        try expect(EmptySectionCheck(), in: marked, finds: messages)
    }
}
