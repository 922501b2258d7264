import Mustache
import Sources

extension CompiledTemplate {
    /// Compiles a Mustache template for the pages of a schema; nil, and diagnostics, where it has faults.
    public static func compile(
        _ file: SourceFile, schema: TemplateSchema
    ) -> (template: CompiledTemplate?, diagnostics: [Diagnostic]) {
        let checker = TemplateChecker(file, schema: schema)
        guard checker.diagnostics.isEmpty else { return (nil, checker.diagnostics) }
        do {
            let text = String(decoding: file.bytes, as: UTF8.self)
            var template = CompiledTemplate()
            try TemplateCompiler(schema).compile(text, into: &template)
            return (template, [])
        } catch let error as MustacheTemplate.ParserError {
            let place = file.place(line: error.context.lineNumber, column: error.context.columnNumber)
            return (nil, [Diagnostic(BadTemplate(.syntax("\(error.error)")), at: place)])
        } catch {
            return (nil, [Diagnostic(BadTemplate(.syntax("\(error)")), at: Place(path: file.path))])
        }
    }
}

/// Renders a template once, with marks for what differs from page to page, and cuts the result at the marks.
///
/// Mustache's look-ups and casts take longer than everything else that is done for a page; so they are done at
/// start-up. A section is a lambda, which is handed its inner text; that is compiled as a template of its own.
struct TemplateCompiler {
    /// How many pages the page is within.
    private let depth: Int
    /// What Mustache finds: made once, for a template and all of its sections that have the same fields in reach.
    private let context: [String: Any]
    private let recorder: Recorder

    init(_ schema: TemplateSchema) {
        depth = 0
        recorder = Recorder()
        context = Self.context([:], adding: schema, depth: 0, recorder)
    }

    /// For pages within the page: what those do not have is looked for further out.
    private init(_ schema: TemplateSchema, within outer: TemplateCompiler) {
        depth = outer.depth + 1
        recorder = outer.recorder
        context = Self.context(outer.context, adding: schema, depth: depth, recorder)
    }

    /// Characters that no template holds: they are for private use.
    private static let markStart: Character = "\u{E001}"
    private static let markEnd: Character = "\u{E002}"

    func compile(_ text: String, into template: inout CompiledTemplate) throws {
        try cut(try MustacheTemplate(string: text).render(context), into: &template)
    }

    /// What the marks stand for, by their numbers.
    private final class Recorder {
        var fields: [(depth: Int, content: TemplateSchema.Content)] = []
        var sections: [(field: Int, text: String)] = []
    }

    /// Printed in the place of a text: the ampersand tells afterwards whether the template escaped it.
    private struct FieldMark: MustacheCustomRenderable {
        let number: Int
        var renderText: String { "\u{E001}\(number)&\u{E002}" }
        var isNull: Bool { false }
    }

    private struct SectionMark: CustomStringConvertible {
        let number: Int
        var description: String { "\u{E001}#\(number)\u{E002}" }
    }

    private static func context(
        _ outer: [String: Any], adding schema: TemplateSchema, depth: Int, _ recorder: Recorder
    ) -> [String: Any] {
        var context = outer
        for (name, content) in schema.fields {
            let number = recorder.fields.count
            recorder.fields.append((depth, content))
            let value: Any
            switch content {
            case .constant(let text): value = text
            case .text, .joined, .html: value = FieldMark(number: number)
            case .flag, .list:
                value = MustacheLambda { text in
                    recorder.sections.append((number, text))
                    return SectionMark(number: recorder.sections.count - 1)
                }
            }
            insert(value, for: name.split(separator: ".").map(String.init)[...], into: &context)
        }
        return context
    }

    /// Mustache looks for `terms.contents` as `contents` in `terms`.
    private static func insert(_ value: Any, for path: ArraySlice<String>, into context: inout [String: Any]) {
        guard let first = path.first else { return }
        if path.count == 1 {
            context[first] = value
        } else {
            var inner = context[first] as? [String: Any] ?? [:]
            insert(value, for: path.dropFirst(), into: &inner)
            context[first] = inner
        }
    }

    private func cut(_ rendered: String, into template: inout CompiledTemplate) throws {
        var rest = rendered[...]
        while let start = rest.firstIndex(of: Self.markStart), let end = rest[start...].firstIndex(of: Self.markEnd) {
            template.append(rest[..<start])
            let mark = rest[rest.index(after: start)..<end]
            rest = rest[rest.index(after: end)...]
            if mark.hasPrefix("#"), let number = Int(mark.dropFirst()) {
                let section = recorder.sections[number]
                try append(section.text, recorder.fields[section.field], to: &template)
            } else if let number = Int(mark.prefix { $0.isNumber }) {
                let field = recorder.fields[number]
                switch field.content {
                case .html(let get): template.append(depth: field.depth, get)
                case .text(let get): template.append(depth: field.depth, get, isEscaped: !mark.hasSuffix("&"))
                case .joined(let get): template.append(depth: field.depth, get, isEscaped: !mark.hasSuffix("&"))
                default: break
                }
            }
        }
        template.append(rest)
    }

    private func append(
        _ text: String, _ field: (depth: Int, content: TemplateSchema.Content), to template: inout CompiledTemplate
    ) throws {
        let inner = Self.withoutClosingIndentation(text)
        switch field.content {
        case .flag(let get):
            // An empty scope keeps the depths of a flag's fields what they are outside.
            try template.append(depth: field.depth, get) { try section(inner, into: &$0) }
        case .list(let schema, let get):
            try template.append(depth: field.depth, get) {
                try TemplateCompiler(schema, within: self).section(inner, into: &$0)
            }
        default: break
        }
    }

    /// The text of a section: in the middle of a line its spaces count, which a template of its own would lose.
    private func section(_ text: String, into template: inout CompiledTemplate) throws {
        guard text.contains("{{") else { return template.append(text[...]) }
        try compile(text, into: &template)
    }

    /// The white space before a closing tag that has its line to itself belongs to the tag.
    private static func withoutClosingIndentation(_ text: String) -> String {
        let indentation = text.utf8.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
        let kept = text.utf8.dropLast(indentation)
        return kept.last == 0x0A ? String(decoding: kept, as: UTF8.self) : text
    }
}
