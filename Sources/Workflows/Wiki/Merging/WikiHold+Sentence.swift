import Guides
import Sources
import Values

extension WikiHold {
    /// What it is, and what to do, in one sentence.
    func sentence(_ source: WikiSource) -> String {
        switch self {
        case .value(let name, let was, let typed):
            return "“\(typed)” stands where the page prints `\(name)`, which is \(was)\(Self.given(name, source))"
        case .block(let name) where name == ErrorName.placeholder:
            return "the error is worded in `guide.yaml`, under `errors`; change it there"
        case .block(let name):
            return "this is the table or chart `\(name)`\(Self.given(name, source))"
        case .frame: return "this is what every page says around its guide; nothing of it is in the guide’s files"
        case .notice: return "this is a word of ours, which goes by itself when its reason does"
        case .audience(let words):
            return "“\(words)” says for whom a part is; change the condition of its `<!-- only: … -->` in the guide"
        case .foreignPage(let name):
            return "“\(name)” is no page of the guides, which can link to it by its whole address alone, `https://…`"
        case .wikiSign(let sign):
            return "`\(sign)` says something to the wiki alone; put it in a paragraph of its own, where it stays"
        case .emoji(let name): return "`:\(name):` is a picture on the wiki alone; put the character itself"
        case .linked(let title, let path):
            return "\(path) links to the heading “\(title)”, which goes with it; change that link first"
        case .snippet(let path):
            return "this comes from \(path), which other guides may take in too; change it there"
        case .secret: return "this holds a private value or a key; put a placeholder in its place"
        case .fault(let message):
            return "the guide would have a fault: \(message); mend it on the wiki, or write it into the guide by hand"
        case .misread: return "the page made from the guide would read otherwise; write it into the guide by hand"
        case .conflict: return "the guide has changed at the same place; write into the guide what is to stay"
        }
    }

    /// Where a value is given.
    private static func given(_ name: String, _ source: WikiSource) -> String {
        let values = source.line.loaded.project.configuration.values
        guard let index = values.firstIndex(where: { $0.name == name }) else { return "" }
        let declaration = values[index]
        let place = "\(declaration.place.path):\(declaration.place.line)"
        switch source.line.loaded.book.resolved().values[index]?.source {
        case .config?, .example?: return ", given in \(place); change it there"
        case .formula?: return ", computed by the formula in \(place); change it there"
        case .local?: return ", given in vademecum.local.yaml; change it there"
        case .file?: return ", given in a file of values; change it there"
        case .environment?: return ", given by the environment; change it there"
        default: return ", declared in \(place); change it there"
        }
    }
}

/// What prints the error in a guide.
private enum ErrorName { static let placeholder = "error" }
