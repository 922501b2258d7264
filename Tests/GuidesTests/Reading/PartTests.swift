import Sources
import TestSupport
import Testing

@testable import Guides

/// Sections, steps and options, and the anchors that are the same in every language.
@Suite struct PartTests {
    static let french = """
        ## Problème

        Un problème.

        ## Étapes

        ### Ouvrir la page

        Ouvre-la.

        ### Demander

        #### Par le formulaire {.recommended}

        Remplis-le.

        #### Par le support {#support}

        Écris.

        ### Attendre {#wait}

        #### Peu {#little .recommended}

        x

        ## Contournements

        x

        ### Ailleurs

        x

        ## Vérification

        x

        ## Et après ? {#later}

        x

        ### Plus tard

        """

    static let english = """
        ## Problem

        A problem.

        ## Steps

        ### Open the page

        Do.

        ### Ask

        #### With the form {.recommended}

        Fill it in.

        #### With support {#support}

        Write.

        ### Wait {#wait}

        #### A little {#little .recommended}

        x

        ## Meanwhile

        x

        ### Elsewhere

        x

        ## Verification

        x

        ## What then? {#later}

        x

        ### Later

        """

    static let arabic = """
        ## المشكلة

        x

        ## الخطوات

        ### افتح

        x

        ### اطلب

        #### بالنموذج {.recommended}

        x

        #### بالدعم {#support}

        x

        ### انتظر {#wait}

        #### قليلا {#little .recommended}

        x

        ## في الانتظار

        x

        ### في مكان آخر

        x

        ## التحقق

        x

        ## ماذا بعد؟ {#later}

        x

        ### لاحقا

        """

    private func project() throws -> SampleProject {
        try SampleProject(
            languages: ["fr", "en", "ar"],
            content: [
                "guide/fr.md": SampleProject.frontMatter + Self.french,
                "guide/en.md": SampleProject.frontMatter + Self.english,
                "guide/ar.md": SampleProject.frontMatter + Self.arabic,
            ])
    }

    @Test func anchorsAreTheSameInEveryLanguage() throws {
        let guide = try project().guide()
        #expect(guide.editions.map(\.language.tag.rawValue) == ["fr", "en", "ar"])
        for edition in guide.editions {
            #expect(
                edition.anchors == [
                    "problem", "steps", "step-1", "step-2", "step-2-option-1", "support", "wait", "little",
                    "workarounds",
                    "workarounds-1", "verification", "later", "later-1",
                ])
        }
    }

    @Test func stepsAreNumberedAndOptionsLabelled() throws {
        let guide = try project().guide()
        let steps = guide.editions[0].parts[1].steps
        #expect(steps.map(\.title) == ["Ouvrir la page", "Demander", "Attendre"])
        #expect(steps.map(\.number) == [1, 2, 3])
        #expect(steps[1].options.map(\.title) == ["Par le formulaire", "Par le support"])
        #expect(steps[1].options.map(\.number) == [1, 2])
        #expect(steps[1].options.map(\.isRecommended) == [true, false])
        #expect(steps[2].options.map(\.isRecommended) == [true])
    }

    @Test func whatTheKindKnowsOfASection() throws {
        let edition = try project().guide().editions[0]
        #expect(
            edition.parts.map(\.title) == ["Problème", "Étapes", "Contournements", "Vérification", "Et après ?"])
        #expect(edition.parts.map(\.holdsSteps) == [false, true, false, false, false])
        #expect(edition.parts[4].role == .extra)
        #expect(edition.parts[2].role == .known(SectionRule(id: "workarounds", isRequired: false, isSteps: false)))
    }

    /// Another kind is data alone: here a reference, whose entries are numbered.
    @Test func anotherKind() throws {
        let project = try SampleProject(
            languages: ["en"], kinds: ["reference": "sections: [{id: problem}, {id: entries, steps: true}]"],
            content: [
                "guide/guide.yaml": "kind: reference",
                "guide/en.md": SampleProject.frontMatter
                    + "## Problem\n\nx\n\n## All of it {#entries}\n\n### First\n\nx\n",
            ])
        let sections = try project.guide().editions[0].parts
        #expect(sections[1].holdsSteps)
        #expect(sections[1].steps.map(\.id) == ["step-1"])
    }

    @Test func anUnknownKind() throws {
        let marked = "kind: ⟦howto⟧"
        let project = try SampleProject(metadata: MarkedText(marked).text, body: "## Notes\n\nx\n")
        expect(project.diagnostics(), in: marked, say: ["no kind is called `howto`"])
        #expect(project.diagnostics().map(\.help) == ["the kinds are `how-to`, `page`"])
    }

    /// An ID in braces wins over the title, whatever the title says.
    @Test func sectionsByIDOrTitle() throws {
        let body = "## Whatever {#problem}\n\nx\n\n## Notes {#notes}\n\nx\n\n## Unheard of\n\nx\n\n## Étapes\n\nx\n"
        let sections = try SampleProject(body: body).guide().editions[0].parts
        #expect(sections.map(\.id) == ["problem", "notes", "", ""])
        #expect(sections[2].role == .unknown)
        #expect(sections[3].role == .unknown)
    }

    @Test func emptySections() throws {
        let body = "## Problem\n\n<!-- to do -->\n\n## Steps\n\n## Notes\n\n### A heading\n"
        #expect(try SampleProject(body: body).guide().editions[0].parts.map(\.isEmpty) == [true, true, false])
    }

    @Test(
        "A heading’s braces",
        arguments: [
            ("## Notes {#a}", "Notes", "a"), ("## Notes {#a-1 }", "Notes", "a-1"), ("## `Notes` {#a}", "Notes", "a"),
            ("## Notes { #a }", "Notes", "a"), ("## Braces {in} {#a}", "Braces {in}", "a"),
            ("## Notes {#a} ##", "Notes", "a"),
            ("## Set {x}", "Set {x}", ""), ("## {}", "{}", ""), ("Notes {#a}\n---", "Notes", "a"),
            ("## **Bold** {#a}", "Bold", "a"),
        ])
    func attributes(heading: String, title: String, id: String) throws {
        let section = try SampleProject(body: heading + "\n\nx\n").guide().editions[0].parts[0]
        #expect(section.title == title)
        #expect(section.id == id)
    }

    @Test(
        "Faults",
        arguments: [
            ("⟦# Title⟧\n\n## Notes\n\nx", ["a heading of level 1"]),
            ("⟦### Step⟧\n\n## Notes\n\nx", ["a heading of level 3 before the first section"]),
            ("⟦##### Deep⟧\n\n## Notes\n\nx", ["a heading of level 5 before the first section"]),
            ("⟦Some text.⟧\n\n## Notes\n\nx", ["text before the first section"]),
            ("## Steps\n\n⟦#### Option⟧\n\nx", ["an option before the first step"]),
            ("## Notes\n\n- ## ⟦In a list⟧\n", ["a heading inside a list or a quote"]),
            ("## Notes\n\n> ### ⟦In a quote⟧\n", ["a heading inside a list or a quote"]),
            ("## Notes\n\nx\n\n⟦## Notes⟧\n\nx", ["two headings have the anchor `#notes`"]),
            (
                "## Steps\n\n### A\n\nx\n\n### B\n\nx\n\n⟦## X {#step-2}⟧\n\nx",
                ["two headings have the anchor `#step-2`"]
            ),
            ("⟦## Notes {#Notes}⟧\n\nx", ["`#Notes` means nothing in a heading's braces"]),
            ("⟦## Notes {.recomended}⟧\n\nx", ["`.recomended` means nothing in a heading's braces"]),
            ("⟦## Notes {#a #b}⟧\n\nx", ["`#b` means nothing in a heading's braces"]),
        ])
    func faults(body: String, messages: [String]) throws {
        let marked = SampleProject.frontMatter + body
        let project = try SampleProject(body: MarkedText(body).text)
        expect(project.diagnostics(), in: marked, say: messages)
    }

    @Test func aRepeatedAnchorShowsTheFirst() throws {
        let project = try SampleProject(body: "## Notes\n\nx\n\n## Notes\n\nx\n")
        let related = try #require(project.diagnostics().first?.related.first)
        #expect(related.message == "`#notes` is here already")
        #expect(related.place.line == 5)
    }
}
