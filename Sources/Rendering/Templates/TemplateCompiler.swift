import Sources

extension CompiledTemplate {
    /// Compiles a Mustache template for the pages of a schema; nil, and diagnostics, where it has faults.
    public static func compile(
        _ file: SourceFile, schema: TemplateSchema
    ) -> (template: CompiledTemplate?, diagnostics: [Diagnostic]) {
        var compiler = TemplateCompiler(file, schema)
        compiler.compile()
        return (compiler.diagnostics.isEmpty ? compiler.template : nil, compiler.diagnostics)
    }
}

/// Compiles a Mustache template: names are looked up here, once, and not on every page.
///
/// Of Mustache it knows variables, sections and comments, and a name that the page does not have is a fault.
private struct TemplateCompiler {
    let file: SourceFile
    private(set) var template = CompiledTemplate()
    private(set) var diagnostics: [Diagnostic] = []
    /// The fields of the page and of those within it, the innermost last.
    private var scopes: [TemplateSchema]
    private var open: [OpenSection] = []

    private struct OpenSection {
        let tag: TemplateTag
        let isList: Bool
        /// Its operation; nil where the section has a fault.
        let operation: Int?
    }

    init(_ file: SourceFile, _ schema: TemplateSchema) {
        self.file = file
        scopes = [schema]
    }

    mutating func compile() {
        var copied = 0
        while let tag = TemplateTag.next(in: file.bytes, from: copied) {
            template.append(file.bytes[copied..<tag.removed.lowerBound])
            copied = tag.removed.upperBound
            add(tag)
        }
        template.append(file.bytes[copied...])
        for section in open { report(BadTemplate(.unclosed(section.tag.name)), at: section.tag) }
    }

    private mutating func add(_ tag: TemplateTag) {
        switch tag.kind {
        case .comment: break
        case .unsupported: report(BadTemplate(.unsupported), at: tag)
        case .unclosed: report(BadTemplate(.endless), at: tag)
        case .inverted:
            report(BadTemplate(.inverted(tag.name)), at: tag)
            begin(tag)
        case .variable, .unescaped: addVariable(tag)
        case .section: addSection(tag)
        case .end:
            guard let section = open.last, section.tag.name == tag.name else {
                return report(BadTemplate(.unopened(tag.name)), at: tag)
            }
            open.removeLast()
            if section.isList { scopes.removeLast() }
            if let operation = section.operation { template.close(operation) }
        }
    }

    private mutating func addVariable(_ tag: TemplateTag) {
        let isEscaped = tag.kind == .variable
        switch find(tag) {
        case nil: break
        case (_, .constant(let text))?:
            template.append(isEscaped ? HTMLEscaping.escaped(text)[...] : Array(text.utf8)[...])
        case (_, .text)? where !isEscaped && isExtra(tag): report(BadTemplate(.unescapedText(tag.name)), at: tag)
        case (let depth, .text(let get))?: template.append(depth: depth, get, isEscaped: isEscaped)
        case (let depth, .html(let get))?:
            if isEscaped { report(BadTemplate(.escapedHTML(tag.name)), at: tag) }
            template.append(depth: depth, get)
        case (_, .flag)?, (_, .list)?: report(BadTemplate(.notAText(tag.name)), at: tag)
        }
    }

    private mutating func addSection(_ tag: TemplateTag) {
        switch find(tag) {
        case nil: begin(tag)
        case (let depth, .flag(let get))?: begin(tag, template.open(depth: depth, get))
        case (let depth, .list(let schema, let visit))?:
            begin(tag, template.open(depth: depth, visit), isList: true)
            scopes.append(schema)
        default:
            report(BadTemplate(.notASection(tag.name)), at: tag)
            begin(tag)
        }
    }

    private mutating func begin(_ tag: TemplateTag, _ operation: Int? = nil, isList: Bool = false) {
        open.append(OpenSection(tag: tag, isList: isList, operation: operation))
    }

    /// A field, and which of the pages within each other has it: what the innermost lacks is looked for further out.
    private mutating func find(_ tag: TemplateTag) -> (depth: Int, content: TemplateSchema.Content)? {
        if let extra = extra(tag) { return extra }
        for depth in scopes.indices.reversed() {
            if let content = scopes[depth].fields[tag.name] { return (depth, content) }
        }
        let isTerm = tag.name.hasPrefix("terms.")
        let known = Set(scopes.flatMap { $0.fields.keys }).filter { $0.hasPrefix("terms.") == isTerm }.sorted()
        report(UnknownTemplateField(name: tag.name, known: known), at: tag)
        return nil
    }

    /// Whether a name may be one of `extra:`.
    private func isExtra(_ tag: TemplateTag) -> Bool { extra(tag) != nil }

    /// A name of the page's `extra:`, or one within a section of it.
    private func extra(_ tag: TemplateTag) -> (depth: Int, content: TemplateSchema.Content)? {
        func content(_ depth: Int, _ names: [String]) -> (depth: Int, content: TemplateSchema.Content)? {
            guard let extras = scopes[depth].extras else { return nil }
            return (
                depth,
                TemplateSchema.extra(
                    names, isSection: tag.kind == .section, outer: scopes[0].fields[tag.name], extras)
            )
        }
        let names = tag.name.split(separator: ".").map(String.init)
        if names.first == "extra", names.count > 1, let depth = scopes.firstIndex(where: { $0.extras != nil }) {
            return content(depth, Array(names.dropFirst()))
        }
        let last = scopes.count - 1
        guard last > 0, scopes[last].extras != nil, names.first != "terms" else { return nil }
        return content(last, names)
    }

    private mutating func report(_ problem: some Problem, at tag: TemplateTag) {
        diagnostics.append(Diagnostic(problem, at: file.place(tag.range)))
    }
}
