import Sources

/// Compares a template's tags with the fields that its page has: swift-mustache renders an unknown name as nothing.
struct TemplateChecker {
    private let file: SourceFile
    private var scopes: [TemplateSchema]
    private var open: [TemplateTag] = []
    private(set) var diagnostics: [Diagnostic] = []

    init(_ file: SourceFile, schema: TemplateSchema) {
        self.file = file
        scopes = [schema]
        for tag in TemplateTag.all(in: file.bytes) { check(tag) }
        for tag in open { report(BadTemplate(.unclosed(tag.name)), at: tag) }
    }

    private mutating func check(_ tag: TemplateTag) {
        switch tag.kind {
        case .comment: break
        case .partial, .other: report(BadTemplate(.unsupported), at: tag)
        case .inverted:
            report(BadTemplate(.inverted(tag.name)), at: tag)
            open.append(tag)
            scopes.append(TemplateSchema())
        case .variable, .unescaped:
            switch find(tag) {
            case .html where tag.kind == .variable: report(BadTemplate(.escapedHTML(tag.name)), at: tag)
            case .flag, .list: report(BadTemplate(.notAText(tag.name)), at: tag)
            default: break
            }
        case .section:
            open.append(tag)
            switch find(tag) {
            case .list(let schema, _): scopes.append(schema)
            case .flag, nil: scopes.append(TemplateSchema())
            case .constant, .text, .joined, .html:
                report(BadTemplate(.notASection(tag.name)), at: tag)
                scopes.append(TemplateSchema())
            }
        case .end:
            guard open.last?.name == tag.name else {
                report(BadTemplate(.unopened(tag.name)), at: tag)
                return
            }
            open.removeLast()
            scopes.removeLast()
        }
    }

    private mutating func find(_ tag: TemplateTag) -> TemplateSchema.Content? {
        for scope in scopes.reversed() {
            if let content = scope.fields[tag.name] { return content }
        }
        let isTerm = tag.name.hasPrefix("terms.")
        let known = Set(scopes.flatMap { $0.fields.keys }).filter { $0.hasPrefix("terms.") == isTerm }.sorted()
        report(UnknownTemplateField(name: tag.name, known: known), at: tag)
        return nil
    }

    private mutating func report(_ problem: some Problem, at tag: TemplateTag) {
        diagnostics.append(Diagnostic(problem, at: file.place(tag.range)))
    }
}

/// A name in a template that its page does not have.
struct UnknownTemplateField: Problem {
    static let check = "unknown-template-field"
    let name: String
    let known: [String]

    var message: String { "this page has no field `\(name)`" }
    var help: String? {
        NearestName.suggestion(for: name, in: known)
            ?? "the fields here are \(known.map { "`\($0)`" }.joined(separator: ", "))"
    }
}

/// A template that cannot be compiled.
struct BadTemplate: Problem {
    enum Fault: Sendable {
        case unsupported
        case inverted(String)
        case escapedHTML(String)
        case notAText(String)
        case notASection(String)
        case unclosed(String)
        case unopened(String)
        case syntax(String)
    }

    static let check = "bad-template"
    let fault: Fault

    init(_ fault: Fault) { self.fault = fault }

    var message: String {
        switch fault {
        case .unsupported: "templates here have no partials, parents, or other delimiters"
        case .inverted(let name): "inverted sections are not supported: `{{^\(name)}}`"
        case .escapedHTML(let name): "`\(name)` is HTML, and two braces would escape it"
        case .notAText(let name): "`\(name)` is no text"
        case .notASection(let name): "`\(name)` is no list and no flag"
        case .unclosed(let name): "the section `\(name)` is never closed"
        case .unopened(let name): "no section `\(name)` is open here"
        case .syntax(let reason): "this is not Mustache: \(reason)"
        }
    }

    var help: String? {
        switch fault {
        case .unsupported: "put the text where it is needed"
        case .inverted: "use the flag that says the opposite"
        case .escapedHTML(let name): "write `{{{\(name)}}}`"
        case .notAText(let name): "write `{{#\(name)}}…{{/\(name)}}`"
        case .notASection(let name): "write `{{\(name)}}`"
        case .unclosed(let name): "write `{{/\(name)}}` where it ends"
        case .unopened(let name): "write `{{#\(name)}}` where it begins, and close sections in the order that they nest"
        case .syntax: nil
        }
    }
}
