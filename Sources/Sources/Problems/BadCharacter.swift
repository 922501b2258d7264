/// A character or a byte that no content may hold.
package struct BadCharacter: Problem {
    package static let description = CheckDescription(
        "bad-character", .hygiene, guardsBuild: true,
        summary: "A byte that is not UTF-8, or a character that nobody sees.",
        why: """
            Control characters, zero-width spaces and characters that reverse the text around them show something \
            else than what is there. A command that is copied with one of them does not work, or does something else.
            """,
        mending: "Remove the character. Save the file as UTF-8.",
        faulty: [
            CheckExample(
                "Copy the⟦\u{200B}⟧ command.", "an invisible character, U+200B"),
            CheckExample("Copy the⟦\u{200B}\u{200B}⟧ command.", "an invisible character, U+200B"),
            CheckExample(
                "Copy the ⟦\u{202E}⟧command.", "a character that reverses the text around it, U+202E"),
        ],
        clean: [CheckExample("Copy the command, با سلام.")])

    let kind: TextScan.Finding.Kind

    package init(_ kind: TextScan.Finding.Kind) { self.kind = kind }

    package var message: String {
        switch kind {
        case .invalidUTF8: "this byte is not UTF-8"
        case .control(let scalar): "an invisible character, \(Self.name(scalar))"
        case .bidirectional(let scalar): "a character that reverses the text around it, \(Self.name(scalar))"
        case .reserved(let scalar): "\(Self.name(scalar)) is reserved and stands for no character"
        case .encoding(.singleByte): "this file is not UTF-8, but probably \(TextEncoding.singleByte.rawValue)"
        case .encoding(let encoding): "this file is \(encoding.rawValue)"
        }
    }

    package var help: String? {
        switch kind {
        case .invalidUTF8, .encoding: "save the file as UTF-8"
        case .control, .reserved: "remove it"
        case .bidirectional: "remove it; right-to-left text needs no such character"
        }
    }

    private static func name(_ scalar: UInt32) -> String {
        let digits = String(scalar, radix: 16, uppercase: true)
        return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
