import Sources

/// What search engines read of a guide's page: the types of schema.org, in JSON-LD. The browser runs none of it.
public enum LinkedData {
    /// A guide with steps is a `HowTo`, another one a `TechArticle`; the way to it is a `BreadcrumbList`.
    ///
    /// - Parameters:
    ///   - frame: the page's, on a site that has an address.
    ///   - group: the group that lists show the guide in; nil for none.
    ///   - reviewed: when somebody last read it over, in ISO 8601.
    /// - Returns: JSON that nothing in it can end early; nothing where the site has no address.
    public static func guide(
        _ edition: RenderedEdition, frame: PageFrame, siteTitle: String, group: (number: Int, title: String)?,
        reviewed: String?
    ) -> [UInt8] {
        let address = frame.canonical
        guard !address.isEmpty else { return [] }
        let steps = edition.sections.filter(\.holdsSteps).flatMap(\.steps)
        var writer = JSONWriter(.script, reserving: 768 + steps.count * 160)
        writer.object { writer in
            writer.field("@context", "https://schema.org")
            writer.field("@graph") { writer in
                writer.array { writer in
                    writer.guide(edition, steps, at: address, reviewed)
                    writer.breadcrumbs([(siteTitle, frame.homeAddress)] + trail(group, frame), edition.title)
                }
            }
        }
        return writer.bytes
    }

    private static func trail(_ group: (number: Int, title: String)?, _ frame: PageFrame) -> [(String, String)] {
        group.map { [($0.title, "\(frame.homeAddress)#\(GroupItem.anchor($0.number))")] } ?? []
    }
}

extension JSONWriter {
    fileprivate mutating func guide(
        _ edition: RenderedEdition, _ steps: [RenderedEdition.StepPart], at address: String, _ reviewed: String?
    ) {
        object { writer in
            writer.field("@type", steps.isEmpty ? "TechArticle" : "HowTo")
            writer.field(steps.isEmpty ? "headline" : "name", edition.title)
            if !edition.summary.isEmpty { writer.field("description", edition.summary) }
            writer.field("inLanguage", edition.language.tag.rawValue)
            writer.field("url", address)
            if let reviewed { writer.field("dateModified", reviewed) }
            guard !steps.isEmpty else { return }
            writer.field("step") { writer in
                writer.array { writer in
                    for step in steps { writer.step(step, at: address) }
                }
            }
        }
    }

    private mutating func step(_ step: RenderedEdition.StepPart, at address: String) {
        object { writer in
            writer.field("@type", "HowToStep")
            writer.field("name", step.title)
            writer.field("url", "\(address)#\(step.id)")
        }
    }

    /// The last of them is the page itself, and needs no address.
    fileprivate mutating func breadcrumbs(_ trail: [(title: String, address: String)], _ title: String) {
        object { writer in
            writer.field("@type", "BreadcrumbList")
            writer.field("itemListElement") { writer in
                writer.array { writer in
                    for (index, (title, address)) in (trail + [(title, "")]).enumerated() {
                        writer.object { writer in
                            writer.field("@type", "ListItem")
                            writer.field("position") { $0.number(index + 1) }
                            writer.field("name", title)
                            if !address.isEmpty { writer.field("item", address) }
                        }
                    }
                }
            }
        }
    }
}
