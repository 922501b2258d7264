/// Something that a guide has to tell its readers, in the words of each language.
struct Fact: Sendable {
    /// Where it is told: an anchor of the page.
    let anchor: String
    /// The words, with values and typography as readers see them; `@` is a no-break space, `~` a narrow one.
    let french: String
    let english: String
    /// Where the words lead, for those that are a link.
    let link: String?

    init(_ anchor: String, _ french: String, _ english: String, link: String? = nil) {
        self.anchor = anchor
        self.french = Self.spaced(french)
        self.english = Self.spaced(english)
        self.link = link
    }

    func words(in language: String) -> String { language == "fr" ? french : english }

    private static func spaced(_ text: String) -> String {
        text.replacing("@", with: "\u{A0}").replacing("~", with: "\u{202F}")
    }
}

/// What the two guides are about, fact by fact.
enum Facts {
    private static let limitsPage = "https://platform.openai.com/account/rate-limits"

    // OpenAI's own words are the same in every language.
    private static let rateLimitError = """
        Rate limit reached for gpt-4o-mini-realtime in organization org-XXXXXXXXXXXX \
        on tokens per min (TPM): Limit 40000, Used 25502, Requested 18592. \
        Please try again in 6.141s.
        """
    private static let tooLargeError = """
        Request too large for gpt-4o-mini-realtime in organization org-XXXXXXXXXXXX \
        on tokens per min (TPM): Limit 40000, Requested 63278. \
        The input or output tokens must be reduced in order to run successfully. \
        Visit https://platform.openai.com/account/rate-limits to learn more.
        """

    static let byGuide = ["raise-rate-limit": raiseRateLimit, "request-too-large": requestTooLarge]

    private static let raiseRateLimit: [Fact] = [
        // Problem
        Fact("problem", "Tu rencontres cette erreur@:", "You get this error:"),
        Fact("problem", rateLimitError, rateLimitError),
        Fact(
            "problem", "Ta limite actuelle est de 40~000 tokens par minute (TPM)",
            "Your current limit is 40,000 tokens per minute (TPM)"),
        Fact("problem", "il t’en faut davantage", "you need more"),
        Fact(
            "problem", "Il suffit d’attendre pour que la requête passe@: ici, 6,141~s.",
            "Waiting is enough for the request to pass: here, 6.141 sec."),
        Fact("problem", "La limite était dépassée de 4~094", "The limit was exceeded by 4,094"),
        Fact("problem", "au moins 44~094", "at least 44,094"),
        // Step 1
        Fact("step-1", "Ouvrir la page des limites", "Open the rate limits page"),
        Fact("step-1", "page des limites de débit", "rate limits page", link: limitsPage),
        Fact("step-1", "connecte-toi avec ton compte OpenAI", "sign in with your OpenAI account"),
        // Step 2
        Fact("step-2", "Vérifier tes limites actuelles", "Check your current limits"),
        Fact(
            "step-2", "La page indique les limites de chaque modèle, par exemple@:",
            "The page lists the limits of each model, for example:"),
        Fact("step-2", "Tokens par minute (TPM)", "Tokens per minute (TPM)"),
        Fact("step-2", "gpt-realtime-mini | 40~000", "gpt-realtime-mini | 40,000"),
        Fact("step-2", "gpt-realtime | 40~000", "gpt-realtime | 40,000"),
        // Step 3
        Fact("step-3", "Demander une augmentation", "Ask for an increase"),
        Fact("step-3-option-1", "Par le formulaire d’OpenAI", "With OpenAI’s form"),
        Fact("step-3-option-1", "recommandé", "recommended"),
        Fact("step-3-option-1", "page des limites", "limits page", link: limitsPage),
        Fact(
            "step-3-option-1", "le bouton «@Request increase@» ou «@Request quota increase@»",
            "the button “Request increase” or “Request quota increase”"),
        Fact(
            "step-3-option-1", "Modèle@: gpt-4o-mini-realtime ou gpt-realtime-mini",
            "Model: gpt-4o-mini-realtime or gpt-realtime-mini"),
        Fact(
            "step-3-option-1", "Type de limite@: celui de l’erreur, par exemple «@Tokens per minute (TPM)@»",
            "Type of limit: the one in the error, for example “Tokens per minute (TPM)”"),
        Fact("step-3-option-1", "Limite actuelle@: 40~000", "Current limit: 40,000"),
        Fact(
            "step-3-option-1", "Limite souhaitée@: 100~000 ou 200~000, selon tes besoins",
            "Requested limit: 100,000 or 200,000, depending on your needs"),
        Fact(
            "step-3-option-1", "«@Application de démonstration pour un client",
            "“Demonstration application for a client"),
        Fact(
            "step-3-option-1", "avec des échanges vocaux en temps réel, qui demande plus de capacité@»",
            "with real-time voice interactions, that needs more capacity”"),
        Fact("step-3-option-2", "Par le support d’OpenAI", "Through OpenAI’s support"),
        Fact("step-3-option-2", "help.openai.com", "help.openai.com", link: "https://help.openai.com/"),
        Fact("step-3-option-2", "clique sur «@Contact Support@»", "click “Contact Support”"),
        Fact("step-3-option-2", "choisis «@Billing and Rate Limits@»", "choose “Billing and Rate Limits”"),
        Fact(
            "step-3-option-2", "tu développes une application de démonstration pour un client~;",
            "you are building a demonstration application for a client;"),
        Fact(
            "step-3-option-2", "tu utilises l’API Realtime pour des échanges vocaux~;",
            "you use the Realtime API for voice interactions;"),
        Fact(
            "step-3-option-2", "tu as besoin d’une limite plus élevée pour les démonstrations.",
            "you need a higher limit for the demos."),
        // Step 4
        Fact("step-4", "Donner les bonnes informations", "Give the right information"),
        Fact(
            "step-4", "Identifiant d’organisation@: org-XXXXXXXXXXXX (il figure dans l’erreur)",
            "Organization ID: org-XXXXXXXXXXXX (it is in the error)"),
        Fact(
            "step-4", "Modèle utilisé@: gpt-4o-mini-realtime ou gpt-realtime-mini",
            "Model used: gpt-4o-mini-realtime or gpt-realtime-mini"),
        Fact("step-4", "Type de limite@: tokens par minute (TPM)", "Type of limit: tokens per minute (TPM)"),
        Fact("step-4", "Limite actuelle@: 40~000", "Current limit: 40,000"),
        Fact(
            "step-4", "Limite souhaitée@: de 100~000 à 200~000, ou plus", "Requested limit: 100,000 to 200,000, or more"
        ),
        Fact(
            "step-4", "des échanges vocaux en temps réel dans une application de démonstration pour un client",
            "real-time voice interactions in a demonstration application for a client"),
        // Step 5
        Fact(
            "step-5", "En général, de quelques jours à une semaine.",
            "Usually a few days to a week."),
        Fact(
            "step-5", "Souvent plus vite, entre 24 et 48@heures.",
            "Often faster, 24 to 48 hours."),
        // Workarounds
        Fact(
            "workarounds", "Utilise gpt-realtime-mini, qui consomme moins de tokens.",
            "Use gpt-realtime-mini, which uses fewer tokens."),
        Fact(
            "workarounds", "Raccourcis les conversations@: limite la durée des sessions.",
            "Shorten conversations: limit how long sessions last."),
        Fact(
            "workarounds",
            "Espace les requêtes pour rester sous la limite@: une requête de cette taille toutes les 27,9~s.",
            "Space requests out to stay under the limit: one request of this size every 27.9 sec."),
        Fact(
            "workarounds", "Laisse l’application patienter pendant le temps indiqué dans l’erreur, puis réessayer.",
            "Let the application wait for the time that the error gives, and then retry."),
        // Verification
        Fact("verification", "page des limites", "limits page", link: limitsPage),
        Fact(
            "verification", "la nouvelle limite devrait s’y afficher sous 24 à 48@heures.",
            "the new limit should show up within 24 to 48 hours."),
        Fact(
            "verification", "Teste l’application@: les erreurs de limite de débit devraient avoir disparu.",
            "Test the application: the rate limit errors should be gone."),
        // Notes
        Fact(
            "notes", "Les limites s’appliquent par organisation (celle de ton identifiant, org-XXXXXXXXXXXX).",
            "Limits are per organization (that of your ID, org-XXXXXXXXXXXX)."),
        Fact("notes", "Elles s’appliquent par modèle.", "They are per model."),
        Fact(
            "notes", "Celle-ci s’applique par minute@: le compteur repart de zéro à chaque minute.",
            "This one is per minute: the count starts afresh each minute."),
        Fact(
            "notes",
            "Si tu utilises plusieurs modèles (par exemple gpt-4o-mini-realtime et gpt-realtime-mini), fais une demande pour chacun.",
            "If you use several models (for example gpt-4o-mini-realtime and gpt-realtime-mini), ask for each of them."),
    ]

    private static let requestTooLarge: [Fact] = [
        // Problem
        Fact("problem", tooLargeError, tooLargeError),
        Fact(
            "problem", "Ta limite est de 40~000 tokens par minute (TPM)", "Your limit is 40,000 tokens per minute (TPM)"
        ),
        Fact("problem", "la requête demande 63~278", "the request asks for 63,278"),
        Fact(
            "problem", "Elle dépasse donc la limite à elle seule@: attendre ne sert à rien.",
            "So it is over the limit by itself: waiting never helps."),
        // Steps
        Fact("step-1", "Mesurer la requête", "Measure the request"),
        Fact(
            "step-1", "Additionne les tokens d’entrée et les tokens de sortie que tu demandes.",
            "Add up the input tokens and the output tokens that you ask for."),
        Fact("step-1", "le total ne doit pas dépasser 40~000", "the sum must not be over 40,000"),
        Fact("step-2", "Réduire la requête", "Reduce the request"),
        Fact(
            "step-2", "Raccourcis l’historique ou les documents que tu envoies.",
            "Shorten the history or the documents that you send."),
        Fact(
            "step-2", "Baisse le nombre maximal de tokens de sortie.", "Lower the maximum of output tokens."),
        Fact("step-3", "Découper le travail", "Split the work"),
        Fact("step-3", "plusieurs requêtes, chacune sous la limite", "several requests, each of them under the limit"),
        Fact("step-4", "Demander une limite plus élevée", "Ask for a higher limit"),
        Fact(
            "step-4", "demande une augmentation", "ask for an increase", link: "../raise-rate-limit/index.html#step-3"),
        Fact("step-4", "org-XXXXXXXXXXXX", "org-XXXXXXXXXXXX"),
        // The rest
        Fact("workarounds", "Utilise un modèle dont la limite est plus élevée.", "Use a model with a higher limit."),
        Fact("workarounds", "page des limites", "limits page", link: limitsPage),
        Fact("verification", "Le même traitement s’exécute sans erreur.", "The same work runs without an error."),
        Fact(
            "verification", "Aucune requête ne dépasse la limite de 40~000.", "No request is over the limit of 40,000."),
        Fact(
            "notes", "Une nouvelle tentative automatique ne fait que répéter l’échec.",
            "An automatic retry only repeats the failure."),
        Fact(
            "notes", "La limite porte sur le total des tokens d’entrée et de sortie.",
            "The limit counts input and output tokens together."),
    ]
}
