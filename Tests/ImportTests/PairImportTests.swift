import Foundation
import TestSupport
import Testing

/// `vademecum import FILE`, then the other language with `--into`: nothing is left to do, and nothing private is written.
@Suite struct PairImportTests {
    private struct Imported {
        let folder: TemporaryFolder
        let guides: [String: String]
        let metadata: String
        let configuration: String
        let check: String
    }

    /// Imports a how-to in both languages.
    private func imported(_ first: (language: String, text: String), _ second: (language: String, text: String)) throws
        -> Imported
    {
        let (source, folder) = (try TemporaryFolder(), try TemporaryFolder())
        for (index, (language, text)) in [first, second].enumerated() {
            try source.write(text, at: "a.\(language).txt")
            let outcome = try Program.vademecum(
                ["import", source.url.appending(path: "a.\(language).txt").path]
                    + (index == 0
                        ? ["--languages", "\(first.language),\(second.language)", "--guide", "a"] : ["--into", "a"]),
                in: folder.url)
            #expect(outcome.status == 0, "\(outcome.errors)")
        }
        let check = try Program.vademecum("check", "--strict", in: folder.url)
        return Imported(
            folder: folder,
            guides: [
                first.language: try folder.text(at: "content/a/\(first.language).md"),
                second.language: try folder.text(at: "content/a/\(second.language).md"),
            ], metadata: try folder.text(at: "content/a/guide.yaml"),
            configuration: try folder.text(at: "vademecum.yaml"), check: check.text)
    }

    /// Titles with lines below them that Markdown does not have, options and steps in plain lines, and a terminal's answer.
    @Test func plainTextIsAGuide() throws {
        let result = try imported(
            (
                "en",
                "Free a stuck sail\n=================\n\n1. PROBLEM\n----------\n\nIt says:\n\n    $ hoist -h mast7.corp.ship.example.net\n    hoist: error: sail exceeded its deadline (600s) on mast7.corp.harbour.net\n\n2. SOLUTION\n-----------\n\n2.1 Look at it\n~~~~~~~~~~~~~~\n\nLook.\n\n2.2 Pull it\n~~~~~~~~~~~\n\nOption A: by hand (recommended)\n\nPull.\n\nOption B: by engine\n\nPress.\n\n3. VERIFICATION\n---------------\n\nIt is free within 600 seconds (10 minutes).\n\n4. NOTES\n--------\n\nCall +33 6 12 34 56 79, or ssh ops@winch.harbour.net.\n"
            ),
            (
                "fr",
                "Libérer une voile\n=================\n\n1. PROBLÈME\n-----------\n\nElle dit :\n\n    $ hoist -h mast7.corp.ship.example.net\n    hoist: error: sail exceeded its deadline (600s) on mast7.corp.harbour.net\n\n2. SOLUTION\n-----------\n\n2.1 La regarder\n~~~~~~~~~~~~~~~\n\nRegarde.\n\n2.2 La tirer\n~~~~~~~~~~~~\n\nOption A : à la main (recommandé)\n\nTire.\n\nOption B : au moteur\n\nAppuie.\n\n3. VÉRIFICATION\n---------------\n\nElle est libre en 600 secondes (10 minutes).\n\n4. NOTES\n--------\n\nAppelle le 06 12 34 56 79, ou ssh ops@winch.harbour.net.\n"
            ))
        let english = try #require(result.guides["en"])
        #expect(
            english.contains(
                "### Look at it\n\nLook.\n\n### Pull it\n\n#### By hand {.recommended}\n\nPull.\n\n#### By engine\n"),
            "\(english)")
        #expect(english.contains("within {{deadline}}."), "\(english)")
        #expect(english.contains("Call {{phone}}, or `ssh ops@{{host2}}`."), "\(english)")
        #expect(result.guides["fr"]?.contains("le {{phone}}, ou `ssh ops@{{host2}}`.") == true)
        #expect(result.metadata.contains("deadline ({{deadline}}) on {{host}}\"\n"), "\(result.metadata)")
        #expect(result.check.contains("no faults"), "\(result.check)")
    }

    /// What is said by an account's name, a key behind “Bearer”, and an identifier that was drawn is private everywhere, and an
    /// address of mail of another guide is another's.
    @Test func privateThingsOfEveryKindStayAtHome() throws {
        let french =
            "# Voile\n\n## Problème\n\nUn refus :\n\n    Sail denied for project prj-8fk2Lm3Qx9 of user u-48213 on 2026-02-27: limit 500, retry after 300 seconds\n\n## Étapes\n\n### Demander\n\nÉcris à mat@harbour.fr et à quai@harbour.fr, ou va sur https://a.example/prj-8fk2Lm3Qx9/x.\n\n## Vérification\n\n```sh\ncurl -H \"Authorization: Bearer tok-9a8b7c6d5e4f\" postgres://app:s3cr3t@db.example/x\n```\n\nL’état du 2026-02-27 est vert.\n"
        let english =
            "# Sail\n\n## Problem\n\nIt is refused:\n\n    Sail denied for project prj-8fk2Lm3Qx9 of user u-48213 on 2026-02-27: limit 500, retry after 300 seconds\n\n## Steps\n\n### Ask\n\nWrite to mat@harbour.fr and quai@harbour.fr, or go to https://a.example/prj-8fk2Lm3Qx9/x.\n\n## Verification\n\n```sh\ncurl -H \"Authorization: Bearer tok-9a8b7c6d5e4f\" postgres://app:s3cr3t@db.example/x\n```\n\nThe state of 2026-02-27 is green.\n"
        let result = try imported(("fr", french), ("en", english))
        #expect(result.check.contains("no faults"), "\(result.check)\(result.guides)")
        #expect(result.metadata.contains("project {{project.id}} of user {{user.id}} on "), "\(result.metadata)")
        #expect(result.guides["en"]?.contains("Write to {{email}} and {{email2}}, ") == true, "\(result.guides)")
        let all = try result.folder.contents().values.map { String(decoding: $0, as: UTF8.self) }.joined()
        for word in ["8fk2Lm3Qx9", "48213", "harbour.fr", "9a8b7c6d5e4f", "s3cr3t"] {
            #expect(!all.contains(word), "\(word) in \(all)")
        }
        let other = try TemporaryFolder()
        try other.write(
            "# Rame\n\n## Problème\n\nElle manque, dis-le à rame@harbour.fr.\n\n## Étapes\n\n### Prendre\n\nPrends.\n\n## Vérification\n\nVu.\n",
            at: "b.fr.md")
        let outcome = try Program.vademecum(
            "import", other.url.appending(path: "b.fr.md").path, "--guide", "b", in: result.folder.url)
        #expect(outcome.status == 0)
        let guide = try result.folder.text(at: "content/b/fr.md")
        #expect(guide.contains("dis-le à {{email3}}."), "\(guide)\(outcome.text)")
    }

    /// What a guide says of one plan or thing each is no value of the reader's, and a section is what stands in its place.
    @Test func numbersOfOneReaderStay() throws {
        let result = try imported(
            (
                "en",
                "# Sail\n\n## Problem\n\n| Where | Message |\n|---|---|\n| Log | `Sail denied in region eu-west-3, limit 500 reached` |\n\nThe limit of 500 holds.\n\n## Steps\n\n### Ask\n\n**Free**: at most 500 sails.\n\n**Paid**: at most 900 sails.\n\n```yaml\nname: {{ .Values.sail }} {{ x }}\n```\n\n## Verification\n\n- **eu-west-3**: 500 sails, or so\n- **us-east-1**: 750 sails\n\n## Further things\n\nNo.\n"
            ),
            (
                "fr",
                "# Voile\n\n## Problème\n\n| Où | Message |\n|---|---|\n| Journal | `Sail denied in region eu-west-3, limit 500 reached` |\n\nLa limite de 500 vaut.\n\n## Étapes\n\n### Demander\n\n**Gratuit** : au plus 500 voiles.\n\n**Payant** : au plus 900 voiles.\n\n```yaml\nname: {{ .Values.sail }} {{ x }}\n```\n\n## Vérification\n\n- **eu-west-3** : 500 voiles, ou presque\n- **us-east-1** : 750 voiles\n\n## Notes\n\nNon.\n"
            ))
        #expect(result.check.contains("no faults"), "\(result.check)")
        let english = try #require(result.guides["en"])
        #expect(english.contains("| Log | `{{error}}` |\n\nThe limit of {{limit}} holds."), "\(english)")
        #expect(english.contains("<!-- only: plan=free -->\nAt most 500 sails.\n<!-- end -->"), "\(english)")
        #expect(english.contains("- **eu-west-3**: 500 sails, or so\n- **us-east-1**: 750 sails"), "\(english)")
        #expect(english.contains("name: {{ .Values.sail }} {{ x }}"), "\(english)")
        #expect(result.guides["fr"]?.contains("## Notes {#further-things}") == true, "\(result.guides)")
        #expect(result.configuration.contains("label: {en: Region, fr: Région}"), "\(result.configuration)")
    }

    /// A page of a wiki in HTML without a blank line.
    @Test func HTMLWithoutBlankLinesIsAGuide() throws {
        let result = try imported(
            (
                "en",
                "<h1>Sail</h1>\n<h2>Problem</h2>\n<p>It shows:</p>\n<div class=\"panel\"><pre>Sail failed: too much wind</pre></div>\n<h2>Solution</h2>\n<h3>Step 1 - Reef</h3>\n<p>Pull:</p>\n<pre>reef\n\n--all</pre>\n<h2>Verification</h2>\n<ul><li>It holds.</li></ul>\n"
            ),
            (
                "fr",
                "<h1>Voile</h1>\n<h2>Problème</h2>\n<p>On voit :</p>\n<div class=\"panel\"><pre>Sail failed: too much wind</pre></div>\n<h2>Solution</h2>\n<h3>Étape 1 - Prendre un ris</h3>\n<p>Tire :</p>\n<pre>reef\n\n--all</pre>\n<h2>Vérification</h2>\n<ul><li>Elle tient.</li></ul>\n"
            ))
        #expect(result.check.contains("no faults"), "\(result.check)\(result.guides)")
        #expect(
            result.guides["en"]?.contains("### Reef\n\nPull:\n\n```\nreef\n\n--all\n```\n") == true, "\(result.guides)")
        #expect(result.metadata.contains("Sail failed: too much wind"))
    }

    /// An error at the end of an item, and what only looks as if it were a secret.
    @Test func errorsOfItemsAndWordsOfEveryday() throws {
        let text =
            "# Sail\n\n## Problem\n\n- It is slow.\n- The log says: `sail error(13): hoisting denied for mast-7, limit 500`\n\n## Steps\n\n### Ask\n\nThe plan Basic tier-2xlarge will do, at 1.2.3.4, with 10 000 000 000 bytes on 12/03/2026.\n\n## Verification\n\nLook.\n"
        let result = try imported(
            ("en", text),
            (
                "fr",
                text.replacing("Problem", with: "Problème").replacing("Steps", with: "Étapes").replacing(
                    "Verification", with: "Vérification")
            ))
        #expect(result.guides["en"]?.contains("- The log says: `{{error}}`\n") == true, "\(result.guides)")
        #expect(result.guides["en"]?.contains("Basic tier-2xlarge will do, at 1.2.3.4, with 10") == true)
        #expect(result.metadata.contains("sail error({{code}}): "), "\(result.metadata)")
        #expect(!result.configuration.contains("private"), "\(result.configuration)")
        #expect(!result.check.contains("missing-label"), "\(result.check)")
    }
}
