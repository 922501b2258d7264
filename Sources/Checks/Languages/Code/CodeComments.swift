import Sources

/// What in code is for people, and has to be translated with it.
package enum CodeComments {
    /// Whether code has comments with words, or sentences that a program prints.
    ///
    /// - Parameter fence: the words behind the fence, which name the code's language.
    package static func holdProse(_ code: [UInt8], fence: String) -> Bool {
        guard let syntax = CodeSyntax.named(fence) else { return ProseInCode(code[...]).hasLetters }
        let (tokens, comments) = CodeReader.readComments(code, as: syntax)
        return comments.contains { ProseInCode(code[$0]).words > 1 }
            || tokens.contains { token in
                (token.kind == .string || token.kind == .visible) && ProseInCode(code[token.range]).isSentence
            }
    }
}
