import Guides

extension FilledGuide {
    /// Renders every edition, which uses the trees up: the guide is gone afterwards.
    ///
    /// - Parameters:
    ///   - pointsLinks: whether links to guides' files become links to pages.
    ///   - isForScript: whether to keep what the script fills in too.
    ///   - imageSize: the size of a picture in the guide's folder; without it pictures are left as they are.
    ///   - tags: the values' markup for an edition.
    package consuming func rendered(
        pointsLinks: Bool, isForScript: Bool, imageSize: ((String) -> ImageSize?)? = nil,
        tags: (FilledEdition) -> ValueTags
    ) -> [RenderedEdition] {
        editions.map {
            RenderedEdition(
                $0, tags: tags($0), pointsLinks: pointsLinks, isForScript: isForScript, imageSize: imageSize)
        }
    }
}
