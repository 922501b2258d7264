import CommonMark
import Guides

/// Places of values and variants in the Markdown of a page, so that the script can write it for its reader.
///
/// They are characters for private use that neither content nor values may hold. While libcmark writes, a number
/// stands behind each; the template that the script gets has the value's name there, and no text.
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
    var bytes: [UInt8] { [0xEE, 0x80, rawValue] }

    /// With a number.
    func bytes(_ number: Int) -> [UInt8] {
        let (a, b, c, d) = MarkNumber.digits(number)
        return [0xEE, 0x80, rawValue, a, b, c, d]
    }

    /// Takes the marks out of what libcmark wrote.
    ///
    /// - Parameters:
    ///   - names: of the values.
    ///   - conditions: of the variants.
    ///   - markdown: gets the page.
    ///   - template: gets the page with names in the place of values.
    static func cut(
        _ raw: UnsafeBufferPointer<UInt8>, names: (Int) -> String, conditions: (Int) -> String,
        markdown: inout [UInt8], template: inout [UInt8]
    ) {
        var start = 0
        var index = 0
        // Inside a value its text goes to the page alone.
        var isInValue = false
        func copy(_ end: Int, _ markdown: inout [UInt8], _ template: inout [UInt8]) {
            let piece = UnsafeBufferPointer(rebasing: raw[start..<end])
            markdown.append(contentsOf: piece)
            if !isInValue { template.append(contentsOf: piece) }
        }
        markdown.reserveCapacity(markdown.count + raw.count)
        template.reserveCapacity(template.count + raw.count)
        while let lead = raw.firstOffset(of: 0xEE, from: index), lead + 2 < raw.count {
            index = lead + 3
            guard raw[lead + 1] == 0x80, let mark = MarkdownMark(rawValue: raw[lead + 2]) else { continue }
            copy(lead, &markdown, &template)
            switch mark {
            case .end: isInValue = false
            case .variantEnd: template += mark.bytes
            case .prose, .code, .address, .variant, .chart:
                guard index + MarkNumber.length <= raw.count else { break }
                let number = MarkNumber.read(raw, at: index)
                index += MarkNumber.length
                template += mark.bytes
                template += (mark == .variant ? conditions(number) : names(number)).utf8
                template += MarkdownMark.end.bytes
                isInValue = mark != .variant
            }
            start = index
        }
        copy(raw.count, &markdown, &template)
    }
}
