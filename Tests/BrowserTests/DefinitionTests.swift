import Foundation
import TestSupport
import Testing
import Values

extension BrowserTests {
    /// The program and the script are two readings of one definition.
    @Suite struct DefinitionTests {
        @Test(arguments: TypesProject.languages)
        func `the script writes what the program wrote`(language: String) throws {
            let scope = try #require(BrowserScope.current)
            let page = scope.types.appending(path: "site/\(language)/types/index.html")
            let written = try String(contentsOf: page, encoding: .utf8)
            let browser = scope.browser
            let (text, figures, addresses) = (
                "[...%.querySelector('article').children].filter(part => part.id !== 'vademecum').map(part => part.textContent)",
                "[...%.querySelectorAll('figure')].map(figure => figure.outerHTML)",
                "[...%.querySelectorAll('article a:not(.permalink ~ a)')].map(a => a.getAttribute('href'))"
            )
            let all = "return [\(text), \(figures), \(addresses)]"
            // The script fills the page in anew; what it was before is what a parser makes of the file, elsewhere, for
            // the page's own policy lets no script parse markup.
            try browser.open("about:blank")
            let before = try browser.run(
                "const page = new DOMParser().parseFromString(arguments[0], 'text/html');"
                    + all.replacing("%", with: "page"), .text(written))
            try browser.open(page)
            try browser.openPanel()
            // What the reader copies by is no part of the text.
            try browser.run("document.querySelectorAll('.code > button').forEach(button => button.remove())")
            let after = try browser.run(all.replacing("%", with: "document"))
            #expect(after == before)
            #expect(after.items[1].items.count == 2)
            #expect(try browser.complaints() == [])
            let printed = try Program.vademecum(
                "personalise", "types", "--language", language, "--project", scope.types.path, "--no-input")
            #expect(try browser.copiedMarkdown() == printed.text)
        }

        @Test(arguments: TypesProject.languages)
        func `the table of values comes out the same`(language: String) throws {
            let scope = try #require(BrowserScope.current)
            try scope.browser.open(scope.types.appending(path: "site/\(language)/types/index.html"))
            try scope.browser.openPanel()
            let cases = try JSONDecoder().decode(
                [JSON].self, from: Data(contentsOf: Package.fixture("formatting/cases.json"))
            ).filter { $0["language"].text == language }
            #expect(!cases.isEmpty)
            let results = try scope.browser.run(
                """
                return arguments[0].map(entry => {
                    const declaration = {type: entry.type, decimals: entry.decimals ?? undefined};
                    return [vademecum.prose(entry.value, declaration), vademecum.code(entry.value, declaration)];
                })
                """, .array(cases))
            for (entry, result) in zip(cases, results.items) {
                #expect(result == .array([entry["prose"], entry["code"]]), "\(entry)")
            }
        }

        @Test(arguments: TypesProject.languages)
        func `numbers that nobody chose come out the same`(language: String) throws {
            let scope = try #require(BrowserScope.current)
            try scope.browser.open(scope.types.appending(path: "site/\(language)/types/index.html"))
            try scope.browser.openPanel()
            let formatter = ValueFormatter(try #require(LanguageTag(rawValue: language)))
            var random = Multiplicative(state: 20_261_123)
            var requests: [JSON] = []
            var expected: [JSON] = []
            for _ in 0..<2000 {
                let magnitude = Double(random.next() % 12)
                let sign = random.next() % 8 == 0 ? -1.0 : 1
                let number = sign * Double(random.next() % 100_000) / 7 * pow(10, magnitude - 3)
                let isWhole = random.next() % 3 == 0
                let value = isWhole ? number.rounded() : number
                let decimals = random.next() % 2 == 0 ? nil : Int(random.next() % 5)
                for type in [ValueType.decimal, .percent, .duration] {
                    // Billions of percent have more digits than a double.
                    if type == .percent, abs(value) > 1e7 { continue }
                    requests.append(
                        .array([.number(value), .text(type.name), decimals.map { .number(Double($0)) } ?? .null]))
                    expected.append(.text(formatter.prose(.number(value), type: type, decimals: decimals)))
                }
            }
            let results = try scope.browser.run(
                """
                return arguments[0].map(([value, type, decimals]) =>
                    vademecum.prose(value, {type, decimals: decimals ?? undefined}))
                """, .array(requests))
            for (index, result) in results.items.enumerated() where result != expected[index] {
                Issue.record("\(requests[index]): \(result) instead of \(expected[index])")
            }
            #expect(results.items.count == expected.count)
        }

        /// CLDR's plural rules, as the browser has them: where the program has none, the browser has only `other`.
        @Test func `plural categories are those of the browser`() throws {
            let scope = try #require(BrowserScope.current)
            try scope.browser.open(scope.types.appending(path: "site/en/types/index.html"))
            try scope.browser.openPanel()
            let languages = PluralRules.languages.compactMap(LanguageTag.init(rawValue:))
            let numbers =
                (0...130).map(String.init) + [
                    "1000", "1000000", "2000001", "0.0", "1.0", "1.5", "0.1", "2.11", "11.10",
                ]
            let rules = languages.map { language in
                JSON.object(
                    Dictionary(
                        uniqueKeysWithValues: PluralRules(language).rules.map { ($0.category, .text($0.condition)) }))
            }
            let results = try scope.browser.run(
                """
                const [languages, rules, numbers] = arguments, faults = [];
                languages.forEach((language, i) => {
                    if (!Intl.PluralRules.supportedLocalesOf(language).length) return;
                    for (const number of numbers) {
                        const length = (number.split(".")[1] ?? "").length;
                        const own = new Intl.PluralRules(language, {minimumFractionDigits: length, maximumFractionDigits: length});
                        const expected = own.select(+number), found = vademecum.plural(number, rules[i]) ?? "other";
                        if (found !== expected) faults.push(`${language} ${number}: ${found}, not ${expected}`);
                    }
                });
                return faults;
                """, .array(languages.map { .text($0.rawValue) }), .array(rules), .array(numbers.map { .text($0) }))
            #expect(results == .array([]))
        }

        @Test func `every message of the table is read as the program reads it`() throws {
            let browser = try BrowserScope.open("en/index.html")
            let cases = try JSONDecoder().decode(
                [JSON].self, from: Data(contentsOf: Package.fixture("errors/messages.json")))
            let results = try browser.run(
                """
                return vademecum.loaded("vademecum-reading").then(() => arguments[0].map(({message}) => {
                    const found = vademecum.find(message, vademecum.data.guides);
                    return found.length === 1 && !found[0].isPart
                        ? {guide: found[0].guide.href.replace("/index.html", ""), values: {...found[0].found}}
                        : {guide: null, values: {}};
                }))
                """, .array(cases))
            for (entry, result) in zip(cases, results.items) {
                #expect(
                    result == .object(["guide": entry["guide"], "values": entry["values"]]), "\(entry["name"].text)")
            }
            #expect(results.items.count == cases.count)
        }

        @Test func `messages of many services are read as the program reads them`() throws {
            let scope = try #require(BrowserScope.current)
            let table = MessageTable.shared
            let project = try table.project()
            let build = try Program.vademecum(
                "build", "--project", project.path, "--output", "\(project.path)/site")
            try #require(build.status == 0, "\(build.errors)")
            try scope.browser.open(project.url.appending(path: "site/en/index.html"))
            let variants = table.variants
            let messages =
                variants.map(\.text) + table.others + table.mended.map(\.message) + table.parts.map(\.message)
            let results = try scope.browser.run(
                """
                return vademecum.loaded("vademecum-reading").then(() =>
                    arguments[0].map(message => vademecum.find(message, vademecum.data.guides, 0).map(
                        ({guide, found, hidden, line, isPart}) =>
                            [guide.href.replace("/index.html", ""), {...found}, hidden.sort(), line, !!isPart])))
                """, .array(messages.map { .text($0) }))
            let matcher = try table.makeMatcher()
            for (variant, result) in zip(variants, results.items) {
                guard case .found(let match) = matcher.find(in: variant.text) else { continue }
                let values = Dictionary(uniqueKeysWithValues: match.values.map { ($0.name, JSON($0.value)) })
                let expected: JSON = .array([
                    .array([
                        .text(variant.entry.guide), .object(values),
                        .array(variant.hidden.sorted().map { .text($0) }), .text(match.line), .flag(false),
                    ])
                ])
                #expect(result == expected, "\(variant.testDescription)")
            }
            for (message, result) in zip(table.others, results.items.dropFirst(variants.count)) {
                #expect(result == .array([]), "\(message)")
            }
            let behind = results.items.dropFirst(variants.count + table.others.count)
            for (entry, result) in zip(table.mended, behind) {
                #expect(result.items.count == 1, "\(entry.message)")
                #expect(result.items.first?.items.prefix(2).map { $0 } == [.text(entry.guide), .object(entry.values)])
            }
            for (part, result) in zip(table.parts, results.items.suffix(table.parts.count)) {
                #expect(result.items.first?.items.first == .text(part.guide), "\(part.message)")
                #expect(result.items.first?.items.dropFirst().first == .object(part.values), "\(part.message)")
                #expect(result.items.first?.items.last == .flag(true), "\(part.message)")
            }
            #expect(results.items.count == messages.count)
        }

        @Test func `what may be a key is the same to both`() throws {
            let browser = try BrowserScope.open("en/index.html")
            let cases = try KeyCase.all()
            let results = try browser.run(
                """
                return vademecum.loaded("vademecum-reading").then(() =>
                    arguments[0].map(text => vademecum.secret.test(text)))
                """, .array(cases.map { .text($0.text) }))
            for (entry, result) in zip(cases, results.items) {
                #expect(result == .flag(entry.isKey), "\(entry.parts)")
            }
            #expect(results.items.count == cases.count)
        }

        @Test func `a megabyte of noise does not keep the reader waiting`() throws {
            let browser = try BrowserScope.open("en/index.html")
            let found = try browser.run(
                """
                const noise = "Rate limit reached for x on a ".repeat(20000);
                return vademecum.loaded("vademecum-reading").then(() =>
                    vademecum.find(noise + arguments[0] + noise, vademecum.data.guides).length)
                """, .text(Messages.rateLimit))
            #expect(found == .number(1))
        }
    }
}

/// Numbers that look random and are the same in every run (Knuth, MMIX's linear congruential generator).
struct Multiplicative: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 33
    }
}
