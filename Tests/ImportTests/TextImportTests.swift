import Foundation
import TestSupport
import Testing

/// `vademecum import FILE` of how-tos as teams really have them: in bold instead of headings, as HTML, with errors anywhere.
@Suite struct TextImportTests {
    /// Imports a text, and gives the guide, its `guide.yaml`, and the report.
    private func imported(
        _ text: String, _ language: String = "en", name: String = "a.md", files: [String: Data] = [:]
    ) throws -> (guide: String, metadata: String, report: String, folder: TemporaryFolder) {
        let (source, folder) = (try TemporaryFolder(), try TemporaryFolder())
        try source.write(text, at: name)
        for (path, data) in files { try source.write(data, at: path) }
        let outcome = try Program.vademecum(
            "import", source.url.appending(path: name).path, "--language", language, in: folder.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let id = try #require(try folder.files().first { $0.hasSuffix("guide.yaml") }).split(separator: "/")[1]
        return (
            try folder.text(at: "content/\(id)/\(language).md"), try folder.text(at: "content/\(id)/guide.yaml"),
            outcome.text, folder
        )
    }

    /// How-tos without a finding, and what has to be in the guide.
    private static let clean: [(text: String, words: [String])] = [
        // Lines in bold are sections where no heading is one.
        (
            "Full disk\n=========\n\n**Problem**\n\nThe disk is full:\n\n> write failed: disk limit 500 GB reached\n\n**Resolution steps**\n\n1. **Open the console.** Sign in.\n2. **Free space.** Remove files.\n\n**In the meantime:**\n\nUse the other one.\n\n**Verify**\n\nIt has room.\n",
            [
                "title: Full disk\n", "## Problem\n\nThe disk is full:\n\n    {{error}}\n",
                "## Steps\n\n### Open the console\n",
                "## Meanwhile\n\nUse", "## Verification\n",
            ]
        ),
        // Numbers in bold before the titles of steps, and a list that is one of a step.
        (
            "# Slow sails\n\n## Problem\n\nThey are slow.\n\n## Solution\n\n**Step 1:** Look at the mast\n\nIt is there.\n\n**Step 2:** Ask for wind\n\n1. Open a ticket\n2. Wait\n\n## Verification\n\nThey are fast.\n",
            ["### Look at the mast\n\nIt is there.\n\n### Ask for wind\n\n1. Open a ticket\n2. Wait\n"]
        ),
        // A title that begins as a section does, underlined less than the sections, and a mark before the colon.
        (
            "How to raise the sail\n---------------------\n\nProblem\n=======\n\nYou get this:\n\n\"Sail rejected: it is 734 feet, and the mast allows 500 feet.\"\n\nSolution\n========\n\nStep 1. Pick a way\n------------------\n\n### Option A (recommended): By hand\n\nPull.\n\n### Option B: By engine\n\nPress.\n\nVerify\n======\n\nLook up.\n",
            [
                "title: How to raise the sail\n", "    {{error}}\n", "### Pick a way\n\n#### By hand {.recommended}\n",
                "#### By engine\n",
            ]
        ),
        // Pages of Confluence.
        (
            "<h1>Guide - Renew a ticket</h1>\r\n\r\n<p>For the crew.</p>\r\n\r\n<h2>1. Problem</h2>\r\n\r\n<p>The service says <code>TicketExpired: it expired 86400 seconds ago</code>.</p>\r\n\r\n<h2>2. Procedure</h2>\r\n\r\n<h3>2.1 Sign in</h3>\r\n\r\n<ol>\r\n<li>Click <strong>Tickets</strong></li>\r\n<li>Click <a href=\"https://t.example.org/\">the page</a></li>\r\n</ol>\r\n\r\n<h2>3. Check</h2>\r\n\r\n<pre><code class=\"language-sh\">see &lt;it&gt;</code></pre>\r\n",
            [
                "title: Renew a ticket\n", "The service says\n\n    {{error}}\n",
                "### Sign in\n\n1. Click **Tickets**\n1. Click [the page](https://t.example.org/)\n",
                "```sh\nsee <it>\n```\n",
            ]
        ),
        // Callouts of Notion, with blank lines in them, and what it says of a page.
        (
            "# Sails\n\nOwner: The crew\nStatus: Done\n\n# Problem\n\nA sail is torn. It is wet.\n\n# Solution\n\n## Step 1: Look\n\n<aside>\nMind the wind.\n\n</aside>\n\n# Verification\n\nIt holds.\n",
            ["summary: A sail is torn. It is wet.\n", "### Look\n\nMind the wind.\n", "Owner: The crew\nStatus: Done"]
        ),
        // Headings in bold that are items of a list, as word processors write them.
        (
            "# **How-to: Free a rope**\n\n> It says how a rope is freed.\n\n## **Problem**\n\nIt is stuck.\n\n## **Steps to resolve**\n\n1. ## **Find it**\n\n   Look for it.\n\n2. ## **Pull it**\n\n   Pull.\n\n## **Validation**\n\nIt is free.\n\n## **Additional notes**\n\nRopes are long.\n",
            [
                "title: Free a rope\nsummary: It says how a rope is freed.\n",
                "### Find it\n\nLook for it.\n\n### Pull it\n\nPull.\n",
                "## Notes\n\nRopes",
            ]
        ),
        // A line that is a title in all but name, links to headings of the text, and tasks that are the steps.
        (
            "Free the anchor\n\n<details><summary>Contents</summary>\n\n- [Context](#context)\n- [See](#nowhere)\n\n</details>\n\n## Context\n\nIt is stuck. [Look](#steps-to-take).\n\n## Steps to take\n\n- [ ] **Step 1.** Look at it.\n- [ ] **Step 2.** Pull it.\n\n## Expected result\n\nIt is free.\n",
            [
                "title: Free the anchor\n", "- [Context](#problem)\n- See\n", "[Look](#steps)",
                "### Look at it\n\nLook at it.\n\n### Pull it\n",
            ]
        ),
        // Steps of several lines, pictures before letters, and an error in bold at the end of a sentence.
        (
            "# Slow oars\n\n## Problem\n\nYou see: **\"Oar limit exceeded for the boat: 10,000 pulls (current: 12,500).\"**\n\n## Steps\n\n1. Go to the boat.\n2. Choose one:\n   a. a short oar,\n   b. a long one.\n\n## Verification\n\nRow at most 10,000 times.\n",
            [
                "You see:\n\n    {{error}}\n", "### Go to the boat\n",
                "### Choose one\n\na. a short oar,\nb. a long one.\n",
            ]
        ),
        (
            "---\ntitle: Oars\ntags: [boat]\n---\n\n## 🔴 Problem\n\nThey are short.\n\n## ✅ Solution\n\n### 1️⃣ Measure\n\n#### 🅰️ Option A – By hand *(recommended)*\n\nDo.\n\n#### 🅱️ Option B – By rope\n\nDo.\n\n## Verification\n\nThey fit.\n",
            ["### Measure\n\n#### By hand {.recommended}\n", "#### By rope\n"]
        ),
    ]

    @Test(arguments: clean.indices) func textsOfManyFormsAreGuides(_ index: Int) throws {
        let (text, words) = Self.clean[index]
        let (guide, _, _, folder) = try imported(text)
        for part in words { #expect(guide.contains(part), "\(guide)") }
        let check = try Program.vademecum("check", "--strict", in: folder.url)
        #expect(check.status == 0, "\(check.text)\(guide)")
    }

    /// Questions are sections as well; the longest beginning counts.
    @Test func questionsAreSections() throws {
        let (guide, _, _, _) = try imported(
            "# Voiles\n\n## Quel est le problème ?\n\nElles sont lentes.\n\n## Comment le résoudre ?\n\n### 1) Tirer\n\nTire.\n\n## Que faire en attendant ?\n\nPatiente.\n\n## Comment vérifier ?\n\nRegarde.\n",
            "fr")
        #expect(guide.contains("## En attendant\n\nPatiente.\n\n## Vérification\n\nRegarde.\n"), "\(guide)")
    }

    /// A title in bold is one whatever words it begins with, and an error may end a sentence.
    @Test(arguments: ["Comment corriger la voile", "La voile qui bat"])
    func titlesInBoldBeginATextInBold(title: String) throws {
        let (guide, metadata, _, folder) = try imported(
            "**\(title)**\n\n**Problème**\n\nEn hissant on obtient : \"Sail limit exceeded for mast 3: limit 1200.\"\n\n**Étapes de résolution**\n\n**Étape 1 : Affaler**\n\nAffale.\n\n**Vérification**\n\nRegarde.\n",
            "fr")
        #expect(guide.hasPrefix("---\ntitle: \(title)\n"), "\(guide)")
        #expect(guide.contains(":\n\n    {{error}}\n\n## Étapes\n\n### Affaler\n"), "\(guide)")
        #expect(metadata.contains("Sail limit exceeded for mast"), "\(metadata)")
        let check = try Program.vademecum("check", in: folder.url)
        #expect(!check.text.contains("error["), "\(check.text)")
    }

    /// The message of an answer in JSON is the error; what stands around it stays.
    @Test func theMessageOfJSONIsTheError() throws {
        let (guide, metadata, _, _) = try imported(
            "# A\n\n## Problem\n\n```json\n{\n  \"error\": {\"message\": \"Too many sails: limit 500\", \"code\": \"sails\"}\n}\n```\n\n## Solution\n\n### Ask\n\nAsk.\n\n## Check\n\nLook.\n"
        )
        #expect(guide.contains("  \"error\": {\"message\": \"{{error}}\", \"code\": \"sails\"}\n"), "\(guide)")
        #expect(metadata.contains("- \"Too many sails: limit {{limit}}\"\n"), "\(metadata)")
    }

    /// The moment of one message is no part of the pattern, and numbers of JSON in a log are values.
    @Test func linesOfLogsAreErrors() throws {
        let (_, metadata, _, _) = try imported(
            "---\ntitle: A\ntags: [boat]\n---\n\n## Problem\n\n~~~\n[2026-05-02 10:14:55] sea.ERROR: Limit {\"oars\":1500,\"left\":\"43200s\"}\n~~~\n\n## Solution\n\n### Ask\n\nAsk.\n\n## Check\n\nLook.\n"
        )
        #expect(metadata.contains("- \"sea.ERROR: Limit {\\\"oars\\\":{{oars}},"), "\(metadata)")
        #expect(metadata.contains("tags: [boat]\n"))
    }

    /// No name of a value is made of what is private.
    @Test func namesHoldNothingPrivate() throws {
        let (_, _, _, folder) = try imported(
            "# A\n\n## Problem\n\nIt is for org_Lm29xTq7: 10,000 oars, and for org_ABCDEFGH 12,000 oars, then 10,000 and 12,000.\n\n## Solution\n\n### Ask\n\nAsk.\n\n## Check\n\nLook.\n"
        )
        let all = try folder.contents().values.map { String(decoding: $0, as: UTF8.self).lowercased() }.joined()
        #expect(!all.contains("lm29xtq7") && !all.contains("abcdefgh"), "\(all)")
    }

    /// Numbers in a table are those of every reader; thousands are written in many ways.
    @Test func tablesKeepTheirNumbers() throws {
        let (guide, _, _, _) = try imported(
            "# A\n\n## Problem\n\n    limit 25000 reached\n\n| Plan | Sails |\n|---|---|\n| Team | 25,000 |\n| Crew | 50,000 |\n\n## Solution\n\n### Ask\n\nStay below 25k, for 25 000 is the limit.\n\n## Check\n\nLook.\n"
        )
        #expect(guide.contains("| Team | 25,000 |\n"), "\(guide)")
        #expect(guide.contains("Stay below {{limit}}, for {{limit}} is the limit."), "\(guide)")
    }

    /// Pictures beside the text, and within it, come along.
    @Test func picturesComeAlong() throws {
        let png = try #require(
            Data(
                base64Encoded:
                    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="))
        let (guide, _, _, folder) = try imported(
            "# A\n\n## Problem\n\nIt is.\n\n## Solution\n\n### Ask\n\n![Form](shots/the%20form.png) ![Mast][image1]\n\n## Check\n\nLook.\n\n[image1]: <data:image/png;base64,\(png.base64EncodedString())>\n",
            files: ["shots/the form.png": png])
        #expect(guide.contains("![Form](the%20form.png)"), "\(guide)")
        #expect(guide.contains("[image1]: <en-2.png>"), "\(guide)")
        #expect(try folder.files().count { $0.hasSuffix(".png") } == 2)
        let check = try Program.vademecum("check", in: folder.url)
        #expect(check.status == 0, "\(check.text)")
    }

    /// UTF-16 is read, the project's own languages come first, and what holds no text for readers is refused.
    @Test func filesOfOtherFormsAreReadOrRefused() throws {
        let (source, folder) = (try TemporaryFolder(), try TemporaryFolder())
        let text = "# Voiles\n\n## Problème\n\nElles sont trop lentes dans le vent.\n"
        try source.write(try #require(text.data(using: .utf16)), at: "voiles.md")
        let outcome = try Program.vademecum("import", source.url.appending(path: "voiles.md").path, in: folder.url)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try folder.text(at: "content/voiles/fr.md").contains("trop lentes"))
        try source.write("a: 1\n", at: "b.yaml")
        let refused = try Program.vademecum("import", source.url.appending(path: "b.yaml").path, in: folder.url)
        #expect(refused.status == 2)
        #expect(refused.errors.contains("is no Markdown"), "\(refused.errors)")
    }
}
