import Foundation

/// The editor of An Otter Wiki in a browser, as somebody works with it who has the mouse and the keyboard.
public struct OtterwikiEditor: Sendable {
    private let browser: Browser
    private static let text = ".cm-content"

    /// Opens a page in the editor.
    ///
    /// - Parameter page: its path on the wiki, as it stands in addresses.
    public init(_ page: String, of wiki: Otterwiki, in browser: Browser) throws {
        self.browser = browser
        // An editor has the lines alone that a window shows.
        try browser.resize(to: (1280, 8000))
        try browser.open("\(wiki.address)/\(page)/edit")
        try browser.run("document.querySelector(arguments[0]).focus()", .text(Self.text))
    }

    /// Selects a text within a line, the last of several, and types another over it.
    ///
    /// - Parameter text: may have the keys of `WebDriver` in it, such as U+E007 (Return).
    public func replace(_ old: String, with text: String) throws {
        let isFound = try browser.run(
            """
            const old = arguments[0];
            const lines = [...document.querySelectorAll(".cm-content .cm-line")];
            const line = lines.reverse().find(line => line.textContent.includes(old));
            if (!line) return false;
            const ends = [line.textContent.lastIndexOf(old)];
            ends.push(ends[0] + old.length);
            const places = ends.map(end => {
              const texts = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
              let left = end, last;
              while (texts.nextNode()) {
                last = texts.currentNode;
                if (left <= last.length) return [last, left];
                left -= last.length;
              }
              return [last, last.length];
            });
            getSelection().setBaseAndExtent(...places[0], ...places[1]);
            return new Promise(done => setTimeout(() => done(true), 100));
            """, .text(old))
        guard isFound.isTrue else { throw NotThere(text: old) }
        try browser.type(text.isEmpty ? "\u{E003}" : text, into: Self.text)
    }

    /// Saves the page, with a message where the wiki asks for one.
    public func save(_ message: String) throws {
        try browser.resize(to: nil)
        try browser.click("#save-page-btn")
        // The box slides in: nothing in it can be clicked until it is there.
        try browser.run(
            """
            document.querySelector("#commit-message").value = arguments[0];
            document.querySelector("#saveform").requestSubmit();
            """, .text(message))
    }

    /// A text that no line of the page has.
    struct NotThere: Error { let text: String }
}
