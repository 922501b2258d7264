import Foundation
import TestSupport
import Testing

extension BrowserTests {
    /// Whatever is written, given, pasted or stands in the address: in a real browser nothing of it runs, and nothing is
    /// asked for.
    @Suite struct AttackTests {
        /// Names of values, one for each attack.
        private static let names = Attack.all.indices.map { "v\($0)" }
        private static let places =
            "{{%}}\n\n**{{%}}** `{{%}}` [{{%}}](https://example.org/{{%}} \"{{%}}\") [a]({{u}}/{{%}}) ![{{%}}](a.svg \"{{%}}\")\n\n"
            + "```{{%}}\n{{%}}\n```\n\n| {{%}} | `{{%}}` |\n| - | - |\n| {{%}} | [{{%}}](#problem) |\n\n- {{%}}\n\n> {{%}}\n\n"
            + "<kbd>{{%}}</kbd> a<sub>{{%}}</sub> b<sup>{{%}}</sup> <abbr title=\"a\">{{%}}</abbr><br>{{%}}[^{{%}}]\n\n"
            + "<details>\n<summary>a</summary>\n\n{{%}}\n\n</details>\n\n| <ul><li>{{%}}</li></ul> |\n| - |\n\n"
            + "a[^n%]\n\n[^n%]: {{%}} `{{%}}` [a](https://example.org/{{%}})\n\n    {{%}}\n"

        /// Counts what runs, and what the page's policy had to keep from running or from being fetched.
        private static let watch = """
            window.attacks = [];
            window.attacked = window.alert = window.prompt = window.confirm = () => attacks.push("ran");
            document.addEventListener("securitypolicyviolation", event =>
                attacks.push(event.violatedDirective + " " + event.blockedURI + " " + event.sample));
            """
        /// What of the page could run, be fetched or lead to a script; its elements by name.
        private static let state = """
            const all = [...document.querySelectorAll("*")];
            const names = {};
            for (const { localName } of all) names[localName] = (names[localName] ?? 0) + 1;
            const handlers = all.flatMap(element => [...element.attributes]).filter(({ name }) => /^(on|style|srcdoc)/.test(name));
            const addresses = all.flatMap(element => ["href", "src", "action", "formAction", "data"].map(name => element[name]))
                .filter(address => typeof address === "string" && address && !/^(https?:\\/\\/example\\.org|file:|mailto:|data:image|$)/.test(address));
            const requests = performance.getEntriesByType("resource").map(({ name }) => name).filter(name => !/^(file:|data:text\\/css)/.test(name));
            return [attacks.map(String), handlers.map(({ name }) => name), addresses, requests, JSON.stringify(names)];
            """

        /// A site with one guide, where every value of the reader's lands everywhere.
        private static func site(_ folder: TemporaryFolder) throws {
            let values = ["note", "word", "u"].enumerated().map { index, name in
                let type = name == "u" ? "url" : name == "word" ? "identifier" : "text"
                let example = name == "u" ? "https://example.org" : "x"
                return "  \(name): {type: \(type), example: \"\(example)\", label: {en: L\(index)}}\n"
            }
            try folder.write(
                "title: {en: T}\nlanguages: [en]\nvalues:\n" + values.joined(), at: "vademecum.yaml")
            try folder.write("errors: [\"Failed with {{note}} at {{u}} for {{word}}\"]\n", at: "content/g/guide.yaml")
            try folder.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", at: "content/g/a.svg")
            try folder.write(
                guide(
                    places.replacing("%", with: "note") + "\n{{u}} <https://example.org/{{note}}> {{word}} {{error}}\n"),
                at: "content/g/en.md")
        }

        private static func guide(_ text: String) -> String {
            "---\ntitle: A\nsummary: B.\n---\n\n## Problem\n\n\(text)\n\n## Steps\n\n### One\n\nText.\n\n## Verification\n\nText.\n"
        }

        private func expectNothing(_ state: JSON, like harmless: JSON? = nil, _ name: String) {
            #expect(state.items.count == 5)
            for (kind, found) in zip(["ran or was tried", "handlers", "addresses", "requests"], state.items) {
                // A page in one file carries its own style sheet.
                let foreign = found.items.map(\.text).filter { !$0.hasPrefix("data:text/css;") }
                #expect(foreign.isEmpty, "\(name): \(kind): \(foreign)")
            }
            if let harmless { #expect(state.items.last == harmless.items.last, "\(name)") }
        }

        /// As values in the address's fragment, typed into fields, and as a pasted message, one after the other.
        @Test func `what a reader gives`() throws {
            let folder = try TemporaryFolder()
            try Self.site(folder)
            let build = try Program.vademecum("build", in: folder.url)
            try #require(build.status == 0, "\(build.errors)")
            let browser = try #require(BrowserScope.current).browser
            let page = folder.url.appending(path: "site/en/g/index.html")
            try browser.open(page)
            try browser.run("localStorage.clear()")
            try browser.open(page, fragment: "problem?note=x")
            _ = try browser.complaints()
            try browser.run(Self.watch)
            try browser.openPanel()
            // The panel is whole once what reads messages is there, and what knows of all guides.
            try browser.run(
                """
                return Promise.all(["vademecum-reading", "vademecum-guides"].map(vademecum.loaded))
                    .then(() => new Promise(done => setTimeout(done, 100)))
                """)
            let harmless = try browser.run(Self.state)
            expectNothing(harmless, "without an attack")
            let results = try browser.run(
                """
                const state = () => { \(Self.state) }, results = [];
                const settle = () => new Promise(done => setTimeout(done, 5));
                const area = document.querySelector(".paste textarea");
                await vademecum.loaded("vademecum-reading");
                for (const text of arguments[0]) {
                    location.hash = "#problem?" + new URLSearchParams({ note: text, word: text, u: text, "v'\\"<": text });
                    await settle();
                    const fragment = state();
                    location.hash = "#" + text + "?note=" + encodeURIComponent(text);
                    await settle();
                    for (const input of document.querySelectorAll(".fields input, .team input")) {
                        input.value = text;
                        input.dispatchEvent(new Event("input"));
                        input.dispatchEvent(new Event("change"));
                    }
                    await settle();
                    const typed = state();
                    for (const message of [text, `Failed with ${text} at ${text} for ${text}`, `Failed with ${text} at https://example.org/a for w`]) {
                        area.value = message;
                        document.querySelector(".paste button").click();
                    }
                    document.querySelector(".remember").click();
                    await settle();
                    results.push([fragment, typed, state()]);
                    // The message's own words stand in the place of the error and its values.
                    document.querySelector(".reset").click();
                }
                return results;
                """, .array(Attack.all.map(JSON.text)))
            #expect(results.items.count == Attack.all.count)
            for (attack, states) in zip(Attack.all, results.items) {
                // Pasting makes no elements but those of words; the others are the same for every value.
                for (index, state) in states.items.enumerated() {
                    expectNothing(state, like: index < 2 ? harmless : nil, attack)
                }
            }
            let complaints = try browser.complaints()
            #expect(complaints == [])
        }

        /// In “Copy as Markdown” the same as what the program prints.
        @Test func `what is copied`() throws {
            let folder = try TemporaryFolder()
            try Self.site(folder)
            try #require(try Program.vademecum("build", in: folder.url).status == 0)
            let browser = try #require(BrowserScope.current).browser
            let page = folder.url.appending(path: "site/en/g/index.html")
            try browser.open(page)
            try browser.run("localStorage.clear()")
            try browser.open(page)
            try browser.openPanel()
            _ = try browser.copiedMarkdown()
            let values = Attack.all.compactMap(ValueShown.of)
            let copied = try browser.run(
                """
                return arguments[0].map(note => { given.note = note; fillText(); return markdown(); });
                """, .array(values.map(JSON.text)))
            #expect(copied.items.count == values.count)
            for (value, text) in zip(values, copied.items) {
                let printed = try Program.vademecum(
                    "personalise", "g", "--no-input", "--set", "note=\(value)", in: folder.url)
                #expect(printed.status == 0, "\(printed.errors)")
                #expect(text.text == printed.text, "\(value)")
            }
        }

        /// As values that the program fills in, in pages and in a guide in one file.
        @Test func `what the program fills in`() throws {
            let folder = try TemporaryFolder()
            let names = Self.names
            let given = zip(names, Attack.all).compactMap { name, attack in ValueShown.of(attack).map { (name, $0) } }
            let values = given.map { name, text in
                "  \(name): {type: text, label: {en: L}, value: \(Self.quoted(text))}\n"
            }
            try folder.write(
                "title: {en: T}\nlanguages: [en]\nvalues:\n  u: {type: url, value: \"https://example.org\"}\n"
                    + values.joined(),
                at: "vademecum.yaml")
            try folder.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", at: "content/g/a.svg")
            try folder.write(
                Self.guide(given.map { Self.places.replacing("%", with: $0.0) }.joined(separator: "\n")),
                at: "content/g/en.md")
            let build = try Program.vademecum("build", in: folder.url)
            try #require(build.status == 0, "\(build.errors)")
            let file = folder.url.appending(path: "guide.html")
            let personal = try Program.vademecum(
                "personalise", "g", "--format", "html", "--no-input", "--output", file.path, in: folder.url)
            try #require(personal.status == 0, "\(personal.errors)")
            let browser = try #require(BrowserScope.current).browser
            for page in [folder.url.appending(path: "site/en/g/index.html"), file] {
                try browser.open(page)
                try browser.run(Self.watch)
                expectNothing(try browser.run(Self.state), page.lastPathComponent)
                #expect(try browser.complaints() == [])
                // The panel is ours.
                let foreign = "article :is(script, iframe, svg, style, form):not(.fill-in *)"
                #expect(try browser.count(foreign) == 0)
            }
        }

        /// As what an author writes: refused, or harmless.
        @Test func `what an author writes`() throws {
            let folder = try TemporaryFolder()
            var accepted: [String] = []
            // An image from elsewhere is an author's to write; the page's policy keeps it from being asked for.
            for attack in Attack.all.filter({ !$0.hasPrefix("![x](https") })
            where !attack.unicodeScalars.contains(where: { $0.value < 0x20 && $0 != "\n" && $0 != "\t" }) {
                let rendered = try Program.vademecum(
                    ["render", "-"], in: folder.url, input: Data("a\n\n\(attack)\n".utf8))
                if rendered.status == 0 {
                    accepted.append(attack)
                } else {
                    #expect(rendered.status == 1, "\(rendered.errors)")
                }
            }
            #expect(accepted.count > 20 && accepted.count < Attack.all.count)
            try folder.write("title: {en: T}\nlanguages: [en]\n", at: "vademecum.yaml")
            var pages: [String] = []
            for (index, attack) in accepted.enumerated() {
                let other = try TemporaryFolder()
                try other.write("title: {en: T}\nlanguages: [en]\n", at: "vademecum.yaml")
                try other.write(Self.guide(attack), at: "content/g/en.md")
                guard try Program.vademecum("build", in: other.url).status == 0 else { continue }
                try folder.write(Self.guide(attack), at: "content/g\(index)/en.md")
                pages.append("g\(index)")
            }
            let build = try Program.vademecum("build", in: folder.url)
            try #require(build.status == 0, "\(build.errors)")
            let browser = try #require(BrowserScope.current).browser
            _ = try browser.complaints()
            for page in pages {
                try browser.open(folder.url.appending(path: "site/en/\(page)/index.html"))
                try browser.run(Self.watch)
                expectNothing(try browser.run(Self.state), page)
                #expect(try browser.complaints() == [], "\(page)")
            }
        }

        /// The addresses that a page may link to are the same for the program and for the page's script.
        @Test func `addresses are judged alike`() throws {
            let browser = try BrowserScope.openPanel("en/raise-rate-limit")
            let allowed = try browser.run(
                "return arguments[0].map(isAllowed)", .array(AddressCase.all.map { .text($0.address) }))
            #expect(allowed.items.map(\.isTrue) == AddressCase.all.map(\.isAllowed))
            // And the browser agrees about those that it takes for schemes that run.
            let schemes = try browser.run(
                "return arguments[0].map(address => { const a = document.createElement('a'); a.href = address; return a.protocol; })",
                .array(AddressCase.all.map { .text($0.address) }))
            for (address, scheme) in zip(AddressCase.all, schemes.items) where address.isAllowed {
                #expect(
                    ["https:", "http:", "mailto:", "file:"].contains(scheme.text), "\(address.address.debugDescription)"
                )
            }
        }

        private static func quoted(_ text: String) -> String {
            let escaped = text.unicodeScalars.map { scalar -> String in
                switch scalar {
                case "\"": "\\\""
                case "\\": "\\\\"
                case "\n": "\\n"
                case "\t": "\\t"
                default: String(scalar)
                }
            }
            return "\"\(escaped.joined())\""
        }
    }
}

/// A value as the program takes it from the command line.
enum ValueShown {
    /// Nil for what no value may be.
    static func of(_ text: String) -> String? {
        let isForbidden = text.unicodeScalars.contains {
            $0.value < 0x20 && $0 != "\n" && $0 != "\t" || (0x7F...0x9F).contains($0.value)
        }
        return isForbidden ? nil : text.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
