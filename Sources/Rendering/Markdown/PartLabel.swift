import Guides
import Values

/// “Option A” and “Step 3”, as the language words them.
enum PartLabel {
    /// What readers see before and behind the title of a part.
    static func around(_ part: Part, in language: Language) -> (before: String, after: String) {
        switch part.kind {
        case .step(let number): ("\(number). ", "")
        case .option(_, let isRecommended):
            (
                text(part, in: language) + language.term("colon") + " ",
                isRecommended ? " (\(language.term("recommended")))" : ""
            )
        case .section, .subheading: ("", "")
        }
    }

    static func text(_ part: Part, in language: Language) -> String {
        var term = if case .step = part.kind { language.term("step") } else { language.term("option") }
        return term.withUTF8 { bytes in
            guard let open = bytes.firstOffset(of: UInt8(ascii: "{")),
                let close = bytes.firstOffset(of: UInt8(ascii: "}"), from: open)
            else { return String(decoding: bytes, as: UTF8.self) }
            let isNumber = bytes[open...close].elementsEqual("{number}".utf8)
            var text: [UInt8] = []
            text.reserveCapacity(bytes.count + 8)
            text.append(contentsOf: bytes[..<open])
            text += (isNumber ? String(part.number) : letter(part.number)).utf8
            text.append(contentsOf: bytes[(close + 1)...])
            return String(decoding: text, as: UTF8.self)
        }
    }

    /// A…Z, then AA, AB and so on.
    private static func letter(_ number: Int) -> String {
        let index = number - 1
        let last = String(Unicode.Scalar(UInt8(ascii: "A") + UInt8(index % 26)))
        return index < 26 ? last : letter(index / 26) + last
    }
}
