import Guides
import Testing

@Suite struct PathPatternTests {
    @Test(arguments: [
        ("content/a/en.md", "content/a/en.md"), ("content/*/en.md", "content/a/en.md"),
        ("content/a", "content/a/en.md"), ("content/a/", "content/a/images/x.png"),
        ("content/**/en.md", "content/a/b/c/en.md"), ("content/**/en.md", "content/en.md"),
        ("**", "vademecum.yaml"), ("**/*.md", "content/a/fr.md"), ("content/a?/en.md", "content/aé/en.md"),
        ("content/*b*c*/en.md", "content/abbcd/en.md"),
    ]) func `a pattern matches`(_ pattern: String, _ path: String) {
        #expect(PathPattern(pattern).matches(path))
    }

    @Test(arguments: [
        ("content/*", "other/a"), ("content/*/en.md", "content/a/b/en.md"), ("content/a", "content/ab/en.md"),
        ("content/a/en.md", "content/a"), ("content/?/en.md", "content/ab/en.md"), ("**/fr.md", "content/a/en.md"),
    ]) func `a pattern does not match`(_ pattern: String, _ path: String) {
        #expect(!PathPattern(pattern).matches(path))
    }

    @Test func `a pattern of many stars takes no long time`() {
        #expect(!PathPattern(String(repeating: "*a", count: 200) + "b").matches(String(repeating: "a", count: 4000)))
    }
}
