import Guides
import Testing

@testable import Rendering

/// What a title is called in each wiki's repository, and how pages link to it.
@Suite struct WikiNameTests {
    @Test(
        "A title in the rules of each flavour",
        arguments: [
            // GitHub Docs, “Adding or editing wiki pages”: the file's name is the title; `-` shows as a space.
            (WikiFlavor.github, "Raise a limit", "Raise-a-limit", "Raise-a-limit"),
            (.github, "Débit (TPM)", "Débit-(TPM)", "D%C3%A9bit-%28TPM%29"),
            // GitLab Docs, “Wiki”: spaces are converted into hyphens; “Wiki-specific Markdown”: root links.
            (.gitlab, "Raise a limit", "Raise-a-limit", "/Raise-a-limit"),
            (.gitlab, "100 % rouge", "100-%-rouge", "/100-%25-rouge"),
            // The examples at the head of Gitea's `services/wiki/wiki_path.go`.
            (.gitea, "Home Page", "Home-Page", "Home-Page"),
            (.gitea, "100% Free", "100%25-Free", "100%25-Free"),
            (.gitea, "2000-01-02 meeting", "2000-01-02 meeting.-", "2000-01-02+meeting.-"),
            (.gitea, "Débit", "D%C3%A9bit", "D%C3%A9bit"),
            (.gitea, "a+b", "a%2Bb", "a%2Bb"),
            // Microsoft Learn, “Wiki file and folder structure in Git”: “How to contribute”, “FAQ?”, “Set-up guide”.
            (.azure, "How to contribute", "How-to-contribute", "/How-to-contribute"),
            (.azure, "FAQ?", "FAQ%3F", "/FAQ%3F"),
            (.azure, "Set-up guide", "Set%2Dup-guide", "/Set%2Dup-guide"),
            (.azure, #"a:b<c>d*e|f"g"#, "a%3Ab%3Cc%3Ed%2Ae%7Cf%22g", "/a%3Ab%3Cc%3Ed%2Ae%7Cf%22g"),
            (.azure, "Débit", "Débit", "/D%C3%A9bit"),
        ])
    func name(flavor: WikiFlavor, title: String, file: String, link: String) {
        #expect(flavor.fileName(title) == file)
        #expect(flavor.link(toPage: flavor.fileName(title), title: title) == link)
    }

    @Test(
        "What a flavour cannot hold",
        arguments: [
            (WikiFlavor.github, "Why?", WikiNameFault.character("?")),
            (.github, "a/b", .character("/")),
            (.github, "Home", .reserved),
            (.github, "_sidebar", .reserved),
            (.github, "a\u{7F}b", .character("\u{7F}")),
            (.gitlab, "a/b", .character("/")),
            (.gitlab, "Home", .reserved),
            (.gitlab, "uploads", .reserved),
            (.gitea, "a/b", .character("/")),
            (.gitea, "_pages", .reserved),
            (.azure, "C#", .character("#")),
            (.azure, "The end.", .dot),
            (.azure, "Fine 👍", .character("👍")),
            (.github, ".hidden", .dot),
            (.github, "", .empty),
        ])
    func fault(flavor: WikiFlavor, title: String, fault: WikiNameFault) {
        let path = flavor.fileName(title) + ".md"
        #expect(flavor.fault(inTitle: title, path: path, isTop: true) == fault)
    }

    @Test(
        "What is unusual and can be held",
        arguments: [
            (WikiFlavor.github, "Home sweet home"), (.github, "C#"), (.github, "100 % & more"), (.gitlab, "Why #1"),
            (.gitea, "Why? a:b"), (.azure, "Why: a-b?"), (.github, "مرحبا"), (.azure, "日本語"),
        ])
    func good(flavor: WikiFlavor, title: String) {
        let path = flavor.fileName(title) + ".md"
        #expect(flavor.fault(inTitle: title, path: path, isTop: true) == nil)
    }

    @Test(
        "The longest names",
        arguments: [
            // 255 bytes of most file systems, of which `.md` takes three.
            (WikiFlavor.github, "a", 252), (.github, "é", 126),
            // “245 bytes for filenames (reserving 10 bytes for the file extension)”.
            (.gitlab, "a", 245), (.gitlab, "é", 122),
            // What is no ASCII letter takes three bytes for each of its own.
            (.gitea, "a", 252), (.gitea, "é", 42),
            // “The fully qualified page path shouldn't exceed 235 characters.”
            (.azure, "a", 232), (.azure, "é", 232),
        ])
    func length(flavor: WikiFlavor, letter: String, most: Int) {
        func fault(_ count: Int) -> WikiNameFault? {
            let title = String(repeating: letter, count: count)
            return flavor.fault(inTitle: title, path: flavor.fileName(title) + ".md", isTop: true)
        }
        #expect(fault(most) == nil)
        guard case .long? = fault(most + 1) else {
            Issue.record("a longer name is taken")
            return
        }
    }

    /// A title typed with combining marks is the same name as one typed with whole letters; spaces of print are spaces.
    @Test func titlesAreNormalised() {
        #expect("De\u{301}bit\u{202F}?".asWikiTitle.unicodeScalars.elementsEqual("Débit ?".unicodeScalars))
        #expect("  two  spaces\u{A0}".asWikiTitle == "two spaces")
    }

    @Test(
        "Files beside guides",
        arguments: [
            (WikiFlavor.github, "images/limits/raise/a b.png", "images/limits/raise/a%20b.png"),
            (.gitlab, "images/limits/raise/a b.png", "/images/limits/raise/a%20b.png"),
            (.gitea, "limits-raise-a b.png", "limits-raise-a%20b.png"),
            (.azure, ".attachments/limits-raise-a b.png", "/.attachments/limits-raise-a%20b.png"),
        ])
    func asset(flavor: WikiFlavor, path: String, link: String) {
        #expect(flavor.assetPath(guide: "limits/raise", name: "a b.png") == path)
        #expect(flavor.link(toAsset: path) == link)
    }
}
