import Guides

/// A value of `extra:` within a section of a template, as the page that its names are asked of.
final class ExtraItem {
    let value: Extra
    /// The page that it is of.
    let root: AnyObject

    init(_ value: Extra, on root: AnyObject) {
        self.value = value
        self.root = root
    }
}

extension TemplateSchema {
    /// What a section of `extra:` holds: any name, of the value first and of the page else.
    static let ofExtra = TemplateSchema(extras: { page in (page as? ExtraItem)?.value })

    /// The content of a name of `extra:`, or of a value in it; whether there is such a value is known on each page.
    ///
    /// - Parameters:
    ///   - names: the names that lead to it; none for the value itself.
    ///   - outer: what the page has under the name.
    static func extra(
        _ names: [String], isSection: Bool, outer: Content?, _ extras: @escaping @Sendable (AnyObject) -> Extra?
    ) -> Content {
        if isSection {
            return .list(ofExtra) { page, visit in
                let root = (page as? ExtraItem)?.root ?? page
                for item in extras(page)?[names[...]]?.items ?? [] { visit(ExtraItem(item, on: root)) }
            }
        }
        return .text { page in
            if let value = extras(page)?[names[...]] { return value.text }
            return switch outer {
            case .constant(let text)?: text
            case .text(let get)?: get((page as? ExtraItem)?.root ?? page)
            default: ""
            }
        }
    }
}
