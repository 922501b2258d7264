import CommonMark
import Guides
import Sources
import Values

/// Brings one section of a translation up to date with a change of its source that nobody has to translate: other code,
/// addresses, images, values and numbers, blocks that were moved or removed, new ones without words.
struct SectionSync {
    /// Why a section is left to a person.
    enum Reason: Error, Equatable {
        /// Something was written that is not in the translation, or words were changed.
        case words(line: Int)
        /// What has changed is not in the translation as it was in the source, or not as often.
        case place(String)
        /// What has changed was changed in two ways.
        case ambiguous(String)
        /// The translation has more or fewer blocks than the source that it was made from.
        case blocks
        /// The bytes of something are not known for certain.
        case uncertain
        /// The translation is not what was accepted.
        case changed
        /// It stands in a file that other guides take in too.
        case snippet(String)
        /// Nobody knows the source that the translation was made from.
        case unknown
    }

    private let section: String
    private let items: ItemSync
    private let blocks: BlockSync

    /// - Parameters:
    ///   - section: the section's ID.
    ///   - old: the source that the translation was made from.
    ///   - new: the source as it is.
    ///   - isAccepted: whether the section of the translation is what was accepted.
    ///   - others: edits of the translation that are made anyway.
    init(
        _ section: String, of translation: Edition, from old: Edition, to new: Edition, isAccepted: Bool = true,
        others: [Fix.Edit] = []
    ) {
        self.section = section
        let numbers = CarriedNumbers(translation.language.tag)
        items = ItemSync(old: old, new: new, translation: translation, numbers: numbers)
        blocks = BlockSync(
            items: items, sourceNumbers: CarriedNumbers(new.language.tag), isAccepted: isAccepted, others: others)
    }

    /// The edits of the translation's file; none where nothing but markup and spaces differ.
    func edits() throws(Reason) -> [Fix.Edit] {
        if section == TranslationUnit.frontMatter { return try frontMatterEdits() }
        let edits = try blocks.edits(
            items.old.translationBlocks(ofSection: section), items.new.translationBlocks(ofSection: section),
            items.translation.translationBlocks(ofSection: section))
        return edits.filter { $0.expected != $0.replacement }
    }

    private func frontMatterEdits() throws(Reason) -> [Fix.Edit] {
        var edits: [Fix.Edit] = []
        for key in ["title", "summary"] {
            let before = CarriedBlock(frontMatter: key, of: items.old, blocks.sourceNumbers)
            let after = CarriedBlock(frontMatter: key, of: items.new, blocks.sourceNumbers)
            let line = items.new.line(ofKey: key)
            guard before.words == after.words else { throw .words(line: line) }
            let own = CarriedBlock(frontMatter: key, of: items.translation, items.numbers)
            edits += try items.edits(before, after, own, line: line)
        }
        return edits
    }

    /// Whether a translation that was edited has the structure of its source, where the one that it was made of had.
    static func isProven(
        _ section: String, _ translation: (before: Edition, after: Edition), _ source: (before: Edition, after: Edition)
    ) -> Bool {
        func shape(_ edition: Edition) -> [String] {
            edition.translationBlocks(ofSection: section).flatMap { block in
                ([block] + Array(block.descendants)).filter { $0.kind.isBlock || $0.kind == .tableRow }.map {
                    "\($0.kind) \($0.headingLevel) \($0.isOrdered)"
                }
            }
        }
        let before = shape(translation.before)
        guard before == shape(source.before) else {
            return translation.after.translationBlocks(ofSection: section).count
                == source.after.translationBlocks(ofSection: section).count
        }
        return shape(translation.after) == shape(source.after)
    }
}
