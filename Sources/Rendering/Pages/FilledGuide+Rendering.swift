import Guides
import Values

extension FilledGuide {
    /// Renders every edition, which uses the trees up: the guide is gone afterwards.
    ///
    /// - Parameters:
    ///   - pointsLinks: whether links to guides' files become links to pages.
    ///   - isForScript: whether to keep what the script fills in too.
    ///   - imageSize: the size of a picture in the guide's folder; without it pictures are left as they are.
    ///   - paths: the pages that stand elsewhere than their guides.
    ///   - reader: the language of the page that shows them; nil for each edition's own.
    ///   - tags: the values' markup for an edition.
    package consuming func rendered(
        pointsLinks: Bool, isForScript: Bool, imageSize: ((String) -> ImageSize?)? = nil,
        paths: PagePaths = PagePaths(), reader: LanguageTag? = nil,
        tags: (FilledEdition) -> ValueTags
    ) -> [RenderedEdition] {
        let id = id
        return editions.map {
            let page =
                paths.isEmpty ? nil : PageAddress(guide: id, language: reader ?? $0.language.tag, paths: paths)
            return RenderedEdition(
                $0, tags: tags($0), pointsLinks: pointsLinks, from: page, isForScript: isForScript,
                imageSize: imageSize)
        }
    }
}
