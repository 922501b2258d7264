import Guides
import Sources

/// What somebody changed at one place of a page, in the page's terms and in those of the guide's files.
struct PageChange: Sendable {
    /// The bytes of the page as published that went.
    var page: Range<Int>
    /// The bytes that came.
    var text: [UInt8]
    /// The same as the page will read, with words for values (`ValueWord`) and links in the place of names of pages; nil
    /// where that is no other.
    var meant: [UInt8]?
    /// What it means in the texts of the files; empty where it means nothing there.
    var edits: [SourceEdit] = []
    /// The same at the other edge of the gap that it came into, should the author have changed something at the first.
    var alternative: [SourceEdit] = []
    /// Why it has no place in the files; nil where it has one.
    var hold: WikiHold?
    /// The files on the wiki that it shows, which go into the guide's folder with it.
    var uploads: [SourceTerms.Upload] = []
    /// Whether the error that the guide prints was written out for it.
    var writesOutError = false

    /// Whether it brings a comment, which goes into the file and stays on the page until it is there.
    var bringsComment: Bool { !edits.isEmpty && text.firstRange(of: "<!--".utf8) != nil }

    /// Whether it is nothing but a sign of the wiki’s, which stays on the page and has nothing to do with its guide.
    var isWikiSign: Bool {
        guard page.isEmpty, case .wikiSign(let sign)? = hold else { return false }
        return text.filter { $0 > 0x20 }.elementsEqual(sign.utf8.filter { $0 > 0x20 })
    }
}

/// Bytes of a guide's text that become others.
struct SourceEdit: Sendable, Equatable {
    /// The index of the text.
    let field: Int
    let range: Range<Int>
    let text: [UInt8]
    /// The same with the author's words of today, where some of it was moved; nil where that is no other.
    var today: [UInt8]?
    /// The author's changes within it that stand in another edit by now, by the bytes that they changed.
    var taken: [Range<Int>] = []
    /// Whether the author has moved what it changes, and it goes with that.
    var follows = false

    /// Whether it takes bytes away and brings none.
    var isDeletion: Bool { !range.isEmpty && text.allSatisfy { $0 <= 0x20 } }
}

/// Why a change has no place in the guide's files, and what to do.
enum WikiHold: Sendable, Equatable {
    /// A value was typed over.
    case value(name: String, was: String, typed: String)
    /// A chart or a table that is a value.
    case block(name: String)
    /// What the generator says around the guide.
    case frame
    /// A word of ours behind a link or under a heading.
    case notice
    /// For whom a part is.
    case audience(String)
    /// A link to a page that no guide makes, by its name.
    case foreignPage(String)
    /// `[[_TOC_]]`, by which wikis put in something of theirs.
    case wikiSign(String)
    /// `:name:` for a picture.
    case emoji(String)
    /// A heading that something else links to went.
    case linked(title: String, path: String)
    /// It stands in a snippet, which other guides may take in too.
    case snippet(path: String)
    /// A secret.
    case secret
    /// The files would have a fault.
    case fault(String)
    /// What the files make would read otherwise.
    case misread
    /// The guide has changed at the same place.
    case conflict(WikiConflict)

    /// What both made of a place; nil where that is not the reason.
    var conflict: WikiConflict? { if case .conflict(let conflict) = self { conflict } else { nil } }
}

/// What both sides made of the same lines of a guide's text.
struct WikiConflict: Sendable, Equatable {
    let published: [UInt8]
    let wiki: [UInt8]
    let guides: [UInt8]
}
