import Values

/// The feed of a language: the guides that were read over last (Atom, RFC 4287).
public enum Feed {
    /// The file's place below its language's folder.
    public static let name = "feed.xml"
    /// Readers of feeds ask again and again; what was long ago they have.
    public static let mostEntries = 50

    /// A guide that was read over.
    public struct Entry: Sendable {
        let page: PageAddress
        let title: String
        let summary: String
        let reviewed: String

        /// - Parameters:
        ///   - page: where it stands.
        ///   - reviewed: the day, in ISO 8601.
        public init(page: PageAddress, title: String, summary: String, reviewed: String) {
            self.page = page
            self.title = title
            self.summary = summary
            self.reviewed = reviewed
        }
    }

    /// Writes the file.
    ///
    /// - Parameters:
    ///   - entries: the guides, the latest first, one at the least.
    ///   - site: the site's address.
    public static func file(_ entries: [Entry], in language: Language, title: String, site: String) -> [UInt8] {
        let home = PageAddress(guide: "", language: language.tag).absolute(on: site)
        var feed: [UInt8] = []
        func put(_ name: String, _ attributes: [(String, String)] = [], _ text: String? = nil) {
            feed += "<\(name)".utf8
            for (name, value) in attributes {
                feed += " \(name)=\"".utf8
                HTMLEscaping.append(value, to: &feed)
                feed.append(UInt8(ascii: "\""))
            }
            guard let text else {
                feed += "/>\n".utf8
                return
            }
            feed.append(UInt8(ascii: ">"))
            HTMLEscaping.append(text, to: &feed)
            feed += "</\(name)>\n".utf8
        }
        feed += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\"".utf8
        feed += " xml:lang=\"\(language.tag)\">\n".utf8
        put("id", [], home)
        put("title", [], title)
        put("updated", [], instant(entries.first?.reviewed ?? ""))
        put("link", [("rel", "self"), ("type", "application/atom+xml"), ("href", home + name)])
        put("link", [("rel", "alternate"), ("type", "text/html"), ("href", home)])
        feed += "<author>\n".utf8
        put("name", [], title)
        feed += "</author>\n".utf8
        for entry in entries {
            let address = entry.page.absolute(on: site)
            feed += "<entry>\n".utf8
            put("id", [], address)
            put("title", [], entry.title)
            put("updated", [], instant(entry.reviewed))
            put("link", [("rel", "alternate"), ("type", "text/html"), ("href", address)])
            if !entry.summary.isEmpty { put("summary", [], entry.summary) }
            feed += "</entry>\n".utf8
        }
        return feed + Array("</feed>\n".utf8)
    }

    /// A day as an instant: nobody knows the hour.
    private static func instant(_ day: String) -> String { "\(day)T00:00:00Z" }
}
