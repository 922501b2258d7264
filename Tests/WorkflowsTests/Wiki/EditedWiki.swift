import Foundation
import Guides
import Rendering
import Sources
import Synchronization
import TestSupport
import Testing

@testable import Workflows

/// A project in memory with a guide that has every construct, its page on a wiki, and what comes of an edit there.
struct EditedWiki {
    /// The files of the project, by path.
    var files: [String: String]
    let layout: WikiLayout
    let flavor: WikiFlavor

    /// What the value of the limit becomes between publishing and the next look.
    static let limits = (was: "40000", now: "50000")

    init(_ layout: WikiLayout, flavor: WikiFlavor = .github, files: [String: String] = EditedWiki.project) {
        self.layout = layout
        self.flavor = flavor
        self.files = files
    }

    /// The same project with another text in a file.
    func with(_ path: String, _ old: String, _ new: String) -> EditedWiki {
        var copy = self
        copy.files[path] = files[path]?.replacing(old, with: new)
        return copy
    }

    /// The same project after the limit was raised.
    var raised: EditedWiki { with("vademecum.yaml", Self.limits.was, Self.limits.now) }

    func wiki() throws -> Wiki {
        var options = WikiOptions()
        (options.flavor, options.layout) = (flavor, layout)
        let folder = ProjectFolder(MemoryFiles(texts: files))
        let values = ValueOptions(environment: ["VADEMECUM_ORG": "org-TEAM"])
        let outcome = WikiBuilder(folder, values, options).build()
        return try #require(outcome.value, "\(outcome.diagnostics.lines)")
    }

    /// The page of a guide that has an English text.
    func page(_ wiki: Wiki, of guide: String = "a") throws -> WikiPage {
        try #require(
            wiki.pages.first { page in
                if case .guide(guide, let languages) = page.origin {
                    languages.contains { $0.rawValue == "en" }
                } else {
                    false
                }
            })
    }

    /// What somebody made of the page, brought together with the project as it is now.
    func merge(_ edited: String, published: WikiPage, into wiki: Wiki) throws -> PageMerge {
        // What was published is known by what the wiki's own list says of it.
        let record = try #require(published.trace).record
        let trace = try #require(WikiTrace(record: record, of: published.bytes))
        let origin = PageOrigin(page: published.bytes, trace: trace)
        let today = try page(wiki)
        let source = try #require(wiki.source)
        return try #require(
            PageMerge(source, guide: "a", origin, edited: Array(edited.utf8), today: today))
    }

    /// The wiki as it was published, and as it is after the limit was raised: made once, for many edits.
    private static let wikis = Mutex<[WikiLayout: (published: Wiki, raised: Wiki)]>([:])

    /// Both wikis of the project as it stands here.
    func wikis() throws -> (published: Wiki, raised: Wiki) {
        if let known = Self.wikis.withLock({ $0[layout] }) { return known }
        let made = (published: try wiki(), raised: try raised.wiki())
        Self.wikis.withLock { $0[layout] = made }
        return made
    }

    /// Why an edit did not come home as it should; empty where it did.
    func faults(of edited: String, published: WikiPage) throws -> [String] {
        let later = raised
        let wiki = try wikis().raised
        let outcome = try merge(edited, published: published, into: wiki).outcome()
        var faults = outcome.held.map { "held: \($0.hold.map { "\($0)" } ?? "")" }
        guard faults.isEmpty, outcome.isEdit else { return faults + (outcome.isEdit ? [] : ["no edit"]) }
        var adopted = later
        for (path, bytes) in outcome.files { adopted.files[path] = String(decoding: bytes, as: UTF8.self) }
        let adoptedWiki = try adopted.wiki()
        let made = try adopted.page(adoptedWiki)
        // When the patch is applied, publishing has nothing to say.
        if outcome.page != made.bytes { faults.append("publishing again would say something") }
        let labels = HeadingLabels(wiki.languages)
        let meant = edited.replacing("40,000", with: "50,000").replacing("40000", with: "50000")
            .replacing("40\u{202F}000", with: "50\u{202F}000")
        if !PageReading(labels: labels).isSame(made.bytes, Array(meant.utf8)) {
            faults.append("reads otherwise:\n\(String(decoding: made.bytes, as: UTF8.self))")
        }
        let again = try adopted.merge(String(decoding: made.bytes, as: UTF8.self), published: made, into: adoptedWiki)
        if again.outcome().isEdit { faults.append("an edit again") }
        if outcome.files.values.contains(where: { String(decoding: $0, as: UTF8.self).contains("org-TEAM") }) {
            faults.append("a private value came home")
        }
        return faults
    }

    // MARK: The project

    static let project = [
        "vademecum.yaml": """
        title: Guides
        languages: [fr, en]
        values:
          org: {type: identifier, private: true, example: org-EXAMPLE, label: {fr: Organisation, en: Organization}}
          limit: {type: integer, value: 40000, label: {fr: Limite, en: Limit}}
          wait: {type: duration, value: 90 s, label: {fr: Attente, en: Wait}}
          plan: {type: choice, choices: {free: {fr: gratuite, en: free}, paid: {fr: payante, en: paid}}, label: {fr: Formule, en: Plan}}

        """,
        "content/a/guide.yaml": "errors: [\"Limit {{limit}} reached\"]\n",
        "content/a/limits.png": "PNG",
        "content/a/fr.md": """
        ---
        title: Augmenter la limite
        summary: Obtenir plus que {{limit}} tokens.
        ---

        ## Problème

        Tu vois ce message :

            {{error}}

        La limite de `{{org}}` est de {{limit}} tokens, et **il t’en faut plus**.
        Vois [l’autre guide](../b/fr.md#step-2), ou [le site](https://example.org/limits "Limites").

        ![La page des limites](limits.png)

        > [!NOTE]
        > Demande tôt : il faut {{wait}}.

        ## Étapes

        ### Ouvrir la page {#open}

        Connecte-toi avec le compte de ton équipe.
        La page montre toutes les limites.

        - Modèle : `gpt`.
        - Région : Europe.
        - Budget de {{limit}} tokens.

        1. Choisis le modèle.
        2. Choisis la région.
        3. Confirme.

        ### Demander plus

        #### Par le formulaire {.recommended}

        Remplis le formulaire, puis [vérifie-le](#verification).

        #### Par courrier

        Écris à <help@example.org>.

        <!-- only: plan=free -->
        - Gratuite : attends un jour.
        <!-- end -->
        <!-- only: plan=paid -->
        - Payante : attends une heure.
        <!-- end -->

        ### L’utiliser

        ```sh
        export LIMIT={{limit}}
        run --all
        ```

        | Modèle | Tokens |
        | --- | --: |
        | petit | {{limit}} |
        | grand | 90 |

        - [ ] Préviens l’équipe.
        - [x] Lis la page.

        ## Vérification

        Envoie une requête. Rien n’échoue.

        Un second paragraphe, sur le *temps* et le ~~prix~~.

        ## Notes

        Derniers mots sur 100 % des cas.

        """,
        "content/a/en.md": """
        ---
        title: Raise the limit
        summary: Get more than {{limit}} tokens.
        ---

        ## Problem

        You see this message:

            {{error}}

        The limit of `{{org}}` is {{limit}} tokens, and **you need more** of them.
        See [the other guide](../b/en.md#step-2), or [the site](https://example.org/limits "Limits").

        ![The page of limits](limits.png)

        > [!NOTE]
        > Ask early: it takes {{wait}}.

        ## Steps

        ### Open the page {#open}

        Sign in with the account of your team.
        The page shows every limit.

        - Model: `gpt`.
        - Region: Europe.
        - Budget of {{limit}} tokens.

        1. Choose the model.
        2. Choose the region.
        3. Confirm.

        ### Ask for more

        #### By form {.recommended}

        Fill in the form, then [check it](#verification).

        #### By mail

        Write to <help@example.org>.

        <!-- only: plan=free -->
        - Free: wait a day.
        <!-- end -->
        <!-- only: plan=paid -->
        - Paid: wait an hour.
        <!-- end -->

        ### Use it

        ```sh
        export LIMIT={{limit}}
        run --all
        ```

        | Model | Tokens |
        | --- | --: |
        | small | {{limit}} |
        | large | 90 |

        - [ ] Tell the team.
        - [x] Read the page.

        ## Verification

        Send a request. Nothing fails.

        A second paragraph, about *time* and ~~cost~~.

        ## Notes

        Last words on 100% of the cases.

        """,
        "content/b/fr.md": other("Requête trop grande", "Problème", "Étapes", "Vérification", "Un texte."),
        "content/b/en.md": other("Request too large", "Problem", "Steps", "Verification", "A text."),
    ]

    private static func other(
        _ title: String, _ problem: String, _ steps: String, _ verification: String, _ text: String
    ) -> String {
        """
        ---
        title: \(title)
        summary: \(text)
        ---

        ## \(problem)

        \(text)

        ## \(steps)

        ### \(title)

        \(text)

        ### \(text.dropLast())

        \(text)

        ## \(verification)

        \(text)

        """
    }
}
