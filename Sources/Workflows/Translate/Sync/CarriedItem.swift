import CommonMark
import Guides
import Sources

/// Something in a block that is the same in every language, and that nobody has to translate.
struct CarriedItem {
    /// What it is; two items of different sorts never stand for each other.
    enum Sort: UInt8 {
        case value = 1
        case code, codeBlock, fence, address, image, number, variant, alert, task
    }

    let sort: Sort
    /// What it says, without the markup around it; a number as `40000.5`, whatever its language.
    let text: String
    /// Its bytes in the file; nil where they are not known for certain.
    let range: Range<Int>?
    /// The lines of a code block, as far as they are its own, without the line ends.
    var lines: [Range<Int>] = []
}
