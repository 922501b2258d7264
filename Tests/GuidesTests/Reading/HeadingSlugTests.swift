import Testing

@testable import Guides

/// IDs that are made of titles.
@Suite struct HeadingSlugTests {
    @Test(arguments: [
        ("Before you begin", "before-you-begin"), ("L’état d’une règle", "l-etat-d-une-regle"),
        ("Œuvre & Straße", "oeuvre-strasse"), ("What’s new, and what isn't?", "whats-new-and-what-isnt"),
        ("2. The 3 rules", "the-3-rules"), ("At most {{limit}} requests", "at-most-requests"),
        ("C++ / C#", "c-c"), ("日本語", "ri-ben-yu"), ("Работа с сетью", "rabota-s-setu"), ("!?", ""), ("2026", ""),
        ("ﬁle size", "file-size"),
    ])
    func words(_ title: String, _ id: String) {
        #expect(HeadingSlug.make(title) == id)
    }

    @Test func aLongTitleEndsWithAWholeWord() {
        let id = HeadingSlug.make(String(repeating: "words ", count: 100_000))
        #expect(id.utf8.count <= 72 && id.hasSuffix("words"))
    }
}
