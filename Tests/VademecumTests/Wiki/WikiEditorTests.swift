import Foundation
import TestSupport
import Testing

/// What somebody types in the editor of a real wiki, with a browser, comes home.
@Suite struct WikiEditorTests {
    private static let enter = "\u{E007}"

    @Test func anEditInTheBrowserComesHome() throws {
        let team = try TeamWiki()
        try team.publish()
        try team.git("clone --quiet wiki.git served")
        try team.git("-C served config receive.denyCurrentBranch updateInstead")
        let wiki = try Otterwiki(over: team.repositories.url.appending(path: "served"))
        let browser = try Browser(WebDriver())

        let editor = try OtterwikiEditor("Raise-a-limit", of: wiki, in: browser)
        try editor.replace("Sign in", with: "Log in")
        try editor.replace("tokens, and you need more", with: "tokens, which is **not** enough")
        // The editor begins the new item by itself.
        try editor.replace("Name the model.", with: "Name the model.\(Self.enter)Say how often you ask.")
        try editor.replace(
            "The new limit shows.",
            with: "The new limit of 40,000 tokens shows.\(Self.enter)\(Self.enter)Tell the team.")
        try editor.save("Say more")
        #expect(try browser.text(".page").contains("Say how often you ask."))
        try browser.close()
        try team.git("-C served push --quiet origin HEAD")

        // The limit was raised meanwhile, and the author changed a word beside.
        let configuration = try team.project.text(at: "vademecum.yaml")
        try team.project.write(configuration.replacing("40000", with: "50000"), at: "vademecum.yaml")
        try team.change("raise-limit", "with your account", "with the account of your team")
        let merged = try team.publish()
        #expect(merged.status == 1 && merged.text.contains("published with the edit in it"), "\(merged.text)")
        let adopted = try team.vademecum(["wiki", "adopt", team.remote])
        #expect(adopted.status == 0, "\(adopted.text)\(adopted.errors)")
        try Data(adopted.output).write(to: team.project.url.appending(path: "edit.patch"))
        let applied = try Program.shell("git init -q . && git apply edit.patch", in: team.project.url)
        #expect(applied.status == 0, "\(applied.errors)")
        let guide = try team.project.text(at: "content/raise-limit/en.md")
        #expect(guide.contains("The limit of `{{org.id}}` is {{limit}} tokens, which is **not** enough."))
        #expect(guide.contains("Log in with the account of your team."))
        #expect(guide.contains("- Name the model.\n- Say how often you ask.\n- Say that you have {{limit}} tokens.\n"))
        #expect(guide.contains("The new limit of {{limit}} tokens shows.\n\nTell the team.\n"))
        let clean = try team.publish()
        #expect(clean.status == 0, "\(clean.text)")
        #expect(try team.publish().errors.hasPrefix("Nothing to publish"))
    }
}
