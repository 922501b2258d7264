import Sources

/// What a character means to the flanking rules of emphasis (CommonMark 0.30, section 6.2).
package enum CharacterClass {
    case whitespace, punctuation, other

    /// - Parameter symbols: what symbols beyond ASCII are: nothing special, or punctuation as of CommonMark 0.31.
    package init(_ scalar: UInt32, symbols: CharacterClass = .other) {
        if scalar < 0x80 {
            let byte = UInt8(scalar)
            self = byte <= 0x20 ? .whitespace : byte.isASCIIPunctuation ? .punctuation : .other
            return
        }
        // Latin letters need no table.
        if (0xC0..<0x250).contains(scalar), scalar != 0xD7, scalar != 0xF7 {
            self = .other
            return
        }
        switch Unicode.Scalar(scalar)?.properties.generalCategory {
        case .spaceSeparator: self = .whitespace
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            self = .punctuation
        case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol: self = symbols
        default: self = .other
        }
    }

    /// What the character that ends before an offset of a text means; the text's edges count as white space.
    package init(before offset: Int, in text: [UInt8], symbols: CharacterClass = .other) {
        var start = offset - 1
        while start > 0, offset - start < 4, text[start] & 0xC0 == 0x80 { start -= 1 }
        self.init(at: start, in: text, symbols: symbols)
    }

    /// What the character at an offset of a text means.
    package init(at offset: Int, in text: [UInt8], symbols: CharacterClass = .other) {
        guard text.indices.contains(offset) else {
            self = .whitespace
            return
        }
        let scalar = String(decoding: text[offset..<min(offset + 4, text.count)], as: UTF8.self).unicodeScalars.first
        self.init(scalar?.value ?? 0x20, symbols: symbols)
    }

    /// Whether delimiters between two characters are left-flanking: they may open emphasis.
    static func opens(between before: CharacterClass, and after: CharacterClass) -> Bool {
        after == .other || after == .punctuation && before != .other
    }

    /// Whether delimiters between two characters are right-flanking: they may close emphasis.
    static func closes(between before: CharacterClass, and after: CharacterClass) -> Bool {
        opens(between: after, and: before)
    }
}
