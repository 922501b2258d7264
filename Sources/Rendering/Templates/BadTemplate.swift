import Guides
import Sources

/// A template that cannot be compiled.
struct BadTemplate: Problem {
    enum Fault: Sendable {
        case unsupported
        case inverted(String)
        case escapedHTML(String)
        case unescapedText(String)
        case notAText(String)
        case notASection(String)
        case unclosed(String)
        case unopened(String)
        case endless
    }

    static let description = CheckDescription(
        "bad-template", .templates, guardsBuild: true,
        summary: "A template that cannot be compiled.",
        why: "Its pages could not be written.",
        mending: "Do as the message says; templates are Mustache without partials and inverted sections.")

    let fault: Fault

    init(_ fault: Fault) { self.fault = fault }

    var message: String {
        switch fault {
        case .unsupported: "templates here have no partials, parents, or other delimiters"
        case .inverted(let name): "inverted sections are not supported: `{{^\(name)}}`"
        case .escapedHTML(let name): "`\(name)` is HTML, and two braces would escape it"
        case .unescapedText(let name): "`\(name)` is a guide’s own text, which has to be escaped"
        case .notAText(let name): "`\(name)` is not a text"
        case .notASection(let name): "`\(name)` is neither a list nor a flag"
        case .unclosed(let name): "the section `\(name)` is never closed"
        case .unopened(let name): "no section `\(name)` is open here"
        case .endless: "this tag has no end"
        }
    }

    var help: String? {
        switch fault {
        case .unsupported: "put the text where it is needed"
        case .inverted: "use the flag that says the opposite"
        case .escapedHTML(let name): "write `{{{\(name)}}}`"
        case .unescapedText(let name): "write `{{\(name)}}`"
        case .notAText(let name): "write `{{#\(name)}}…{{/\(name)}}`"
        case .notASection(let name): "write `{{\(name)}}`"
        case .unclosed(let name): "write `{{/\(name)}}` where it ends"
        case .unopened(let name): "write `{{#\(name)}}` where it begins, and close sections in the order that they nest"
        case .endless: "close it with as many braces as open it"
        }
    }
}
