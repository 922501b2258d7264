/// What a character means to the flanking rules of emphasis (CommonMark 0.30, section 6.2).
enum CharacterClass {
    case whitespace, punctuation, other

    init(_ scalar: UInt32) {
        if scalar < 0x80 {
            let byte = UInt8(scalar)
            self = byte <= 0x20 ? .whitespace : byte.isASCIIPunctuation ? .punctuation : .other
            return
        }
        switch Unicode.Scalar(scalar)?.properties.generalCategory {
        case .spaceSeparator: self = .whitespace
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
            .finalPunctuation, .otherPunctuation:
            self = .punctuation
        default: self = .other
        }
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
