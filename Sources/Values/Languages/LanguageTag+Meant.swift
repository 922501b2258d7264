import Foundation

extension LanguageTag {
    /// The tag that somebody probably meant who wrote the name of a locale or of a language: `fr-FR` for `fr_FR.UTF-8`, `en`
    /// for `English`, `fr` for `fra` or `Français`.
    ///
    /// - Returns: nil where nothing of the sort is known, or where the text is the tag itself.
    public static func meant(by text: String) -> LanguageTag? {
        let bare = text.prefix { $0 != "." && $0 != "@" }.trimmingCharacters(in: .whitespaces)
        let subtags = bare.split { $0 == "_" || $0 == "-" }.map(String.init)
        guard let first = subtags.first, let language = code(of: first) ?? code(of: bare) else { return nil }
        // What follows a name is another word of it, not a region.
        let rest = language == code(of: first) ? subtags.dropFirst().map(written) : []
        let tag = LanguageTag(rawValue: ([language] + rest).joined(separator: "-"))
        return tag?.rawValue == text ? nil : tag
    }

    /// A script with a capital, a region in capitals, as RFC 5646 recommends them (section 2.1.1).
    private static func written(_ subtag: String) -> String {
        switch subtag.utf8.count {
        case 2: subtag.uppercased()
        case 4: subtag.capitalized
        default: subtag.lowercased()
        }
    }

    /// The code of two letters of a language that is written as a code or as a name, in English, in French or in itself.
    private static func code(of text: String) -> String? {
        let wanted = folded(text)
        let codes = Locale.LanguageCode.isoLanguageCodes.filter { $0.identifier.utf8.count == 2 }
        if codes.contains(where: { $0.identifier == wanted }) { return wanted }
        if wanted.utf8.count == 3, let known = codes.first(where: { $0.identifier(.alpha3) == wanted }) {
            return known.identifier
        }
        guard wanted.count > 3 || !wanted.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        let names = [Locale(identifier: "en"), Locale(identifier: "fr")]
        return codes.first { code in
            (names + [Locale(identifier: code.identifier)]).contains {
                $0.localizedString(forLanguageCode: code.identifier).map(folded) == wanted
            }
        }?.identifier
    }

    private static func folded(_ text: String) -> String {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: Locale(identifier: "en"))
    }
}
