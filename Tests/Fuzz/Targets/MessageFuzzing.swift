import Guides
import Messages
import Sources
import Values

/// Pasted messages, compared with a pattern.
enum MessageFuzzing {
    private static let values: ValueDeclarations? = {
        let text = """
            title: Guides
            languages: [en]
            values:
              model: {type: identifier}
              org.id: {type: identifier, pattern: "org-[A-Za-z0-9]+"}
              limit: {type: integer}
              wait: {type: duration}
              text: {type: text}
              plan: {type: choice, choices: {tpm: {en: tokens, match: [tokens per min (TPM)]}, rpd: {en: requests, match: ["requests [a day]"]}}}

            """
        return Configuration.read(SourceFile(path: "vademecum.yaml", text: text)).configuration?.values
    }()

    /// The first line is a pattern, the rest a message.
    static func match(_ bytes: [UInt8]) {
        guard let values else { preconditionFailure("the declarations are read") }
        let end = bytes.firstIndex(of: 0x0A) ?? bytes.count
        let names = NameTable(values.map(\.name))
        let text = String(decoding: bytes[..<end], as: UTF8.self)
        guard let pattern = try? ErrorPattern(text, known: names) else { return }
        let message = String(decoding: bytes[end...], as: UTF8.self)
        let matcher = ErrorMatcher([(id: "a", errors: [pattern])], values: values)
        switch matcher.find(in: message) {
        case .found(let match):
            for value in match.values {
                precondition(pattern.names.contains(value.name), "what is captured was asked for")
            }
        case .near, .unknown, .ambiguous: break
        }
    }
}
