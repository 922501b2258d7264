import Foundation
import Guides
import Messages
import Sources

/// Messages of many services, with what they should come to, which the program and the page's script both follow.
public struct MessageTable: Decodable, Sendable {
    /// A message as it was pasted.
    public struct Entry: Decodable, Sendable {
        /// Who writes it.
        public let service: String
        /// The language that it is in.
        public let language: String
        /// The guide that is about it.
        public let guide: String
        /// The text.
        public let message: String
        /// The values that stand in it; durations in seconds.
        public let values: [String: JSON]
        /// The values that stand in it and cannot be read.
        public let hidden: [String]?
    }

    /// A part of a message that a guide is about.
    public struct Part: Decodable, Sendable {
        /// The guide.
        public let guide: String
        /// The text.
        public let message: String
        /// The values that stand in it.
        public let values: [String: JSON]
    }

    /// The errors of each guide, as `guide.yaml` has them.
    public let guides: [String: JSON]
    /// Messages that a guide is about.
    public let messages: [Entry]
    /// Parts of messages, of which the guide is named and not taken.
    public let parts: [Part]
    /// Messages that were taken apart on their way, by tables, logs, mails, terminals.
    public let mended: [Part]
    /// Messages that no guide is about.
    public let others: [String]

    /// The table, read once.
    public static let shared: MessageTable = {
        let data = (try? Data(contentsOf: Package.fixture("errors/services.json"))) ?? Data()
        let none = MessageTable(guides: [:], messages: [], parts: [], mended: [], others: [])
        return (try? JSONDecoder().decode(MessageTable.self, from: data)) ?? none
    }()

    private init(guides: [String: JSON], messages: [Entry], parts: [Part], mended: [Part], others: [String]) {
        self.guides = guides
        self.messages = messages
        self.parts = parts
        self.mended = mended
        self.others = others
    }

    /// The text of a guide's `guide.yaml`; YAML holds JSON.
    public func metadata(of guide: String) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        return "errors: " + String(decoding: try encoder.encode(guides[guide]), as: UTF8.self) + "\n"
    }

    /// What finds the guide of a message.
    public func makeMatcher() throws -> ErrorMatcher {
        let file = SourceFile(
            path: "vademecum.yaml", bytes: Array(try Data(contentsOf: Package.fixture("errors/services.yaml"))))
        guard let configuration = Configuration.read(file).configuration else { throw CocoaError(.coderReadCorrupt) }
        let guides = try guides.keys.sorted().map { id in
            let file = SourceFile(path: "\(id)/guide.yaml", bytes: Array(try metadata(of: id).utf8))
            let (metadata, problems) = GuideMetadata.read(file, configuration: configuration)
            guard let metadata, problems.isEmpty else { throw CocoaError(.coderReadCorrupt) }
            return (id, metadata.errors)
        }
        return ErrorMatcher(guides, values: configuration.values)
    }

    /// A project of all the guides.
    public func project() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(Data(contentsOf: Package.fixture("errors/services.yaml")), at: "vademecum.yaml")
        for guide in guides.keys {
            try folder.write(try metadata(of: guide), at: "content/\(guide)/guide.yaml")
            try folder.write(
                """
                ---
                title: \(guide)
                summary: What to do about it.
                ---

                ## Problem

                    {{error}}

                ## Steps

                ### Read

                Read it.

                ## Verification

                It is gone.
                """, at: "content/\(guide)/en.md")
        }
        return folder
    }

    /// What was done to a message on its way.
    public struct Variant: Sendable {
        /// What was done.
        public let name: String
        /// The message before.
        public let entry: Entry
        /// The message after.
        public let text: String
        /// The values that can no longer be read.
        public var hidden: [String]

        /// Which of all it is.
        public var testDescription: String { "\(entry.service), \(name): \(entry.message.prefix(40))" }
        /// The values that can be read.
        public var values: [String: JSON] { entry.values.filter { !hidden.contains($0.key) } }
    }

    /// All messages as they are, and each in every wrapping that leaves it what it is.
    public var variants: [Variant] { messages.flatMap(Self.variants) }

    private static func variants(_ entry: Entry) -> [Variant] {
        let message = entry.message
        func variant(_ name: String, _ text: String) -> Variant {
            Variant(name: name, entry: entry, text: text, hidden: entry.hidden ?? [])
        }
        var variants = [
            variant("as it is", message),
            variant("in a log", "10:04:01 INFO ready\n10:04:02 WARN web \(message)\n10:04:03 INFO done"),
            variant(
                "in colours", "\u{1B}[1;31m" + message.replacing("\n", with: "\u{1B}[0m\n\u{1B}[31m") + "\u{1B}[0m"),
            variant("in spelled colours", "\\u001b[31m\(message.replacing("\n", with: "\\n"))\\u001b[0m"),
            variant("in lost colours", "[31m\(message)[0m"),
            variant(
                "behind a container's name",
                message.split(separator: "\n").map { "web-1  | \($0)" }.joined(separator: "\n")),
            variant(
                "behind a time",
                message.split(separator: "\n").enumerated().map {
                    "2026-01-01T00:00:0\($0.offset).1234567Z \($0.element)"
                }
                .joined(separator: "\n")),
            variant("quoted in a mail", message.split(separator: "\n").map { "> \($0)" }.joined(separator: "\n")),
            variant("in JSON", "{\"level\":\"error\",\"text\":\(quoted(message)),\"code\":5}"),
            variant("in JSON in JSON", "{\"body\":\(quoted("{\"text\":\(quoted(message)),\"a\":1}"))}"),
            variant(
                "behind a runner's level",
                message.split(separator: "\n").map { "##[error]\($0)" }.joined(separator: "\n")),
            variant("behind a carriage return", message.replacing("\n", with: "^M\n") + "^M"),
            variant("emphasised", "I get **\(message)** since today"),
            variant("before another line", "\(message)\nmain.go:12: exit status 1."),
            variant("in a report of tests", "<failure message=\"\(escaped(message))\" type=\"x\">main.go:12</failure>"),
            variant("in HTML", "<html><body><p>\(escaped(message))</p></body></html>"),
            variant(
                "in a frame",
                "┌────┐\n" + message.split(separator: "\n").map { "│ \($0) │" }.joined(separator: "\n") + "\n└────┘"),
        ]
        // Browsers and word processors copy other spaces; those within a tag or a number stay what they are.
        if !message.contains("<") {
            for (name, space) in [("no-break", "\u{A0}"), ("narrow no-break", "\u{202F}"), ("wide", "\u{3000}")] {
                let text = message.replacing(" ", with: space)
                    .replacing(#/(\d)[\u{A0}\u{202F}\u{3000}](\d)/#) { "\($0.1) \($0.2)" }
                variants.append(variant("with \(name) spaces", text))
            }
        }
        // Every line break but the message's own may stand in a text, which keeps it as a space.
        if !message.contains("\n") { variants.append(variant("wrapped between words", wrapped(message))) }
        if let encoded = message.addingPercentEncoding(withAllowedCharacters: .alphanumerics) {
            variants.append(variant("percent-encoded", encoded))
        }
        for (name, value) in entry.values.sorted(by: { $0.key < $1.key }) {
            guard case .text(let text) = value, message.components(separatedBy: text).count == 2, text.count > 3,
                name != "until"
            else { continue }
            for mask in ["***", "[REDACTED]"] {
                var masked = Variant(
                    name: "\(name) as \(mask)", entry: entry, text: message.replacing(text, with: mask), hidden: [])
                masked.hidden = entry.values.filter { $0.value == value }.map(\.key) + (entry.hidden ?? [])
                variants.append(masked)
            }
        }
        return variants
    }

    private static func quoted(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    private static func wrapped(_ text: String) -> String {
        var lines: [String] = []
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            if let last = lines.last, last.count + word.count < 40 {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines.joined(separator: "\n")
    }
}
