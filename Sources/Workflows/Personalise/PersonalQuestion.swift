import Guides
import Values

/// A question to the reader: a value that the guide could do with.
public struct PersonalQuestion: Sendable {
    /// The value's name.
    public let name: String
    /// What is asked, in the guide's language: what readers call the value, what answers there are, and what stands in
    /// for an answer.
    public let prompt: String

    init(_ declaration: ValueDeclaration, language: Language, resolved: ResolvedValue?) {
        name = declaration.name
        let choices = declaration.type.choices.map { "\($0.key) = \($0.label[language.tag])" }
        let example = resolved.map {
            language.term("question-example", ["example": $0.value.key(type: declaration.type)])
        }
        var hints = choices.isEmpty ? [] : [choices.joined(separator: ", ")]
        hints += example.map { [$0] } ?? []
        if hints.isEmpty { hints = [language.term("script-wrong-\(declaration.type.name)")] }
        prompt = "\(declaration.label[language.tag]) [\(hints.joined(separator: "; "))]\(language.term("colon")) "
    }
}
