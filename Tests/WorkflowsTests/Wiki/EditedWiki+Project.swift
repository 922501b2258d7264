import Foundation
import Guides
import Rendering
import Sources
import Synchronization
import TestSupport
import Testing
@testable import Workflows

/// The project whose wiki is edited.
extension EditedWiki {
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
