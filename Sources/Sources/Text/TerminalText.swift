/// Texts on a terminal: what may reach it, and how many columns it takes there.
public enum TerminalText {
    /// A text in which U+FFFD stands for each character that a terminal takes for an order or that turns the line
    /// around, whatever a file or a message holds. Tabs and line feeds stay.
    public static func printable(_ text: some StringProtocol) -> String {
        guard text.unicodeScalars.contains(where: isOrder) else { return String(text) }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { isOrder($0) ? "\u{FFFD}" : $0 }))
    }

    /// A character as it can be shown where it matters which one it is: U+FFFD also stands for those that nobody sees.
    package static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x200B...0x200F, 0x2060...0x2069, 0xFEFF: "\u{FFFD}"
        default: isOrder(scalar) ? "\u{FFFD}" : scalar
        }
    }

    private static func isOrder(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// How many columns a text takes.
    package static func columns(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + columns($1) } }

    /// How many columns a character takes: none for marks that combine, two for the wide letters of East Asia and emoji.
    package static func columns(_ scalar: Unicode.Scalar) -> Int {
        guard scalar.value >= 0x300 else { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        // The blocks that are wide throughout (Unicode Standard Annex #11, East Asian Width).
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
            0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
