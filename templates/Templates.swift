/// The default templates, compiled into the program: it works in any folder, and a project's own `templates/`
/// overrides them file by file.
public enum DefaultTemplates {
    /// Every file of the folder by its path in it.
    public static let files: [String: [UInt8]] = [
        "guide.mustache": PackageResources.guide_mustache,
        "home.mustache": PackageResources.home_mustache,
        "languages.mustache": PackageResources.languages_mustache,
        "error.mustache": PackageResources.error_mustache,
        "personal.mustache": PackageResources.personal_mustache,
        "translations.mustache": PackageResources.translations_mustache,
        "site.css": PackageResources.site_css,
        "values.js": PackageResources.values_js,
        "cleaning.js": PackageResources.cleaning_js,
        "cutting.js": PackageResources.cutting_js,
        "reading.js": PackageResources.reading_js,
        "matching.js": PackageResources.matching_js,
        "finding.js": PackageResources.finding_js,
        "page.js": PackageResources.page_js,
        "markdown.js": PackageResources.markdown_js,
        "site.js": PackageResources.site_js,
        "place.js": PackageResources.place_js,
        "address.js": PackageResources.address_js,
        "reach.js": PackageResources.reach_js,
        "favicon.svg": PackageResources.favicon_svg,
        "kinds/how-to.yaml": PackageResources.how_to_yaml,
        "languages/en.yaml": PackageResources.en_yaml,
        "languages/fr.yaml": PackageResources.fr_yaml,
        "languages/fr-CA.yaml": PackageResources.fr_CA_yaml,
        "languages/fr-CH.yaml": PackageResources.fr_CH_yaml,
    ]
}
