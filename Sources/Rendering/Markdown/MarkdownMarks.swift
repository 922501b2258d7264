/// Places of values and variants in the Markdown of a page, so that the script can write it for its reader.
///
/// They are characters for private use that neither content nor values may hold. The template that the script gets has
/// a value's name behind one, and no text.
enum MarkdownMark: UInt8 {
    case prose = 0x81
    case code
    case address
    /// Behind a value.
    case end
    /// Before a variant; its condition follows, then `end`.
    case variant
    case variantEnd
    /// Before a chart in characters; then `end`.
    case chart

    /// U+E001 to U+E007 are EE 80 81 to EE 80 87.
    func append(to text: inout [UInt8]) {
        text.append(0xEE)
        text.append(0x80)
        text.append(rawValue)
    }
}
