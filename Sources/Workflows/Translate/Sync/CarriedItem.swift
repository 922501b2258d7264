import CommonMark
import Guides
import Sources

/// Something in a block that is the same in every language, and that nobody has to translate.
struct CarriedItem {
    /// What it is; two items of different sorts never stand for each other.
    enum Sort: Hashable {
        case value, code, codeBlock, address, image, number
    }

    let sort: Sort
    /// What it says, without the markup around it.
    let text: String
    /// Its bytes in the file.
    let range: Range<Int>
}
