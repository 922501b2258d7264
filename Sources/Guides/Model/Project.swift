import Values

/// What every guide is read, checked and filled with: configuration and tables, all of it data.
public struct Project: Sendable {
    /// `vademecum.yaml`.
    public let configuration: Configuration
    /// The languages of the configuration, in its order; the first is the source.
    public let languages: [Language]
    /// The kinds by their names.
    public let kinds: [String: Kind]
    /// What there is to link to.
    public let inventory: Inventory
    /// Addresses that have moved.
    public let redirects: Redirects

    /// Puts a project together.
    public init(
        configuration: Configuration, languages: [Language], kinds: [String: Kind], inventory: Inventory,
        redirects: Redirects = Redirects()
    ) {
        self.configuration = configuration
        self.languages = languages
        self.kinds = kinds
        self.inventory = inventory
        self.redirects = redirects
    }
}
