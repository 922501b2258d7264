import Checks
import Sources
import Testing

/// The way out that a finding names is one for what was written.
@Suite struct AdviceTests {
    private func findings(_ check: String, _ text: String, language: String = "en") -> [Diagnostic] {
        let configuration = "title: Guides\nlanguages: [fr, en]\nplaceholders: declared\n"
        let example = CheckExample(files: [("vademecum.yaml", configuration), ("\(language).md", text)])
        return ExampleProject(example).diagnose().filter { $0.check == check }
    }

    @Test(arguments: [
        ("foreign-markup", "H~2~O is water.", "<sub>"), ("foreign-markup", "It is 2^10^ bytes.", "<sup>"),
        ("foreign-markup", "Press ++ctrl+c++ now.", "<kbd>"),
        ("literal-markup", "A [free]({{ site.license.url }}) tool.", "template of another tool"),
        ("literal-markup", "A [free](https://example.org/a b) tool.", "angle brackets"),
    ]) func `the advice is for what was written`(_ check: String, _ text: String, _ advice: String) {
        let found = findings(check, text)
        #expect(found.count == 1)
        #expect(found.first?.help?.contains(advice) == true, "\(found.first?.help ?? "")")
    }

    @Test func `an entity for a space is mended`() {
        let found = findings("space-before-sign", "Attends&nbsp;; ou pars&#xA0;!", language: "fr")
        #expect(found.count == 2)
        #expect(found.allSatisfy { $0.fix != nil && $0.help == nil })
    }
}
