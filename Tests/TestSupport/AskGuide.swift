/// A guide in French and English without faults.
public enum AskGuide {
    /// The source.
    public static let french = """
        ---
        title: Demander plus de débit
        summary: Ce qu’il faut faire quand la limite est atteinte.
        ---

        ## Problème

        Le service refuse ta requête.

        ## Étapes

        ### Ouvrir la page

        Va sur la page des limites.

        ### Remplir le formulaire

        Indique la limite souhaitée.
        Envoie le formulaire.

        ## Vérification

        La nouvelle limite est affichée.

        """

    /// The translation.
    public static let english = """
        ---
        title: Ask for a higher rate
        summary: What to do when the limit is reached.
        ---

        ## Problem

        The service refuses your request.

        ## Steps

        ### Open the page

        Go to the page of limits.

        ### Fill in the form

        Say which limit you want.
        Send the form.

        ## Verification

        The new limit is shown.

        """
}
