import Foundation
import Guides
import Messages
import Sources
import TestSupport
import Testing
import Values

/// The table of messages that people paste, which the page's script is run on as well.
@Suite struct MessageTableTests {
    /// A message, and what it should come to.
    struct Case: Decodable, CustomTestStringConvertible {
        let name: String
        let message: String
        /// The guide; nil where none may be named.
        let guide: String?
        /// Keys of choices, texts, and numbers; durations in seconds.
        let values: [String: Captured]
        /// The values that stand there and cannot be read.
        let hidden: [String]?

        var testDescription: String { name }
    }

    enum Captured: Decodable, Equatable {
        case text(String)
        case number(Double)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }

        init?(_ value: Value) {
            switch value {
            case .text(let text), .choice(let text): self = .text(text)
            case .number(let number): self = .number(number)
            case .date, .table, .chart: return nil
            }
        }
    }

    static let cases: [Case] = {
        let data = (try? Data(contentsOf: Package.fixture("errors/messages.json"))) ?? Data()
        return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
    }()

    @Test func thereAreEnough() {
        #expect(Self.cases.count { $0.guide != nil } >= 25)
        #expect(Self.cases.count { $0.guide == nil } >= 10)
    }

    @Test(arguments: cases) func findsItsGuideAndGivesItsValues(_ message: Case) throws {
        let finding = try ProjectErrors.matcher().find(in: message.message)
        guard case .found(let match) = finding else {
            #expect(message.guide == nil, "\(finding)")
            return
        }
        #expect(match.guide == message.guide)
        let captured: [String: Captured?] = Dictionary(
            uniqueKeysWithValues: match.values.map { ($0.name, Captured($0.value)) })
        #expect(captured == message.values)
        #expect(match.hidden == message.hidden ?? [])
        #expect(match.values.allSatisfy { $0.source == .error })
    }

    @Test(arguments: [9, 13, 20, 33, 50, 64, 72, 79])
    func survivesATerminalThatBreaksWords(width: Int) throws {
        let matcher = try ProjectErrors.matcher()
        for name in ["OpenAI today", "a compatible service", "older, with the use", "too large, today"] {
            let message = try #require(Self.cases.first { $0.name == name })
            let lines = stride(from: 0, to: message.message.count, by: width).map {
                String(message.message.dropFirst($0).prefix(width))
            }
            for text in [lines.joined(separator: "\n"), lines.map { "> \($0)" }.joined(separator: "\r\n")] {
                guard case .found(let match) = matcher.find(in: text) else {
                    Issue.record("\(name) is not found at \(width)")
                    continue
                }
                let captured = match.values.map { ($0.name, Captured($0.value)) }
                // An address at the end may go on or not, which nobody could tell.
                #expect(
                    Dictionary(uniqueKeysWithValues: captured).filter { $0.key != "links.limits" }
                        == message.values.filter { $0.key != "links.limits" })
            }
        }
    }
}

/// The patterns of this project's own guides.
enum ProjectErrors {
    static func matcher() throws -> ErrorMatcher {
        let configuration = try #require(Configuration.read(try file("vademecum.yaml")).configuration)
        let guides = try ["quota-exceeded", "raise-rate-limit", "request-too-large"].map { id in
            let (metadata, problems) = GuideMetadata.read(
                try file("content/\(id)/guide.yaml"), configuration: configuration)
            #expect(problems.lines == [])
            return (id, try #require(metadata).errors)
        }
        return ErrorMatcher(guides, values: configuration.values)
    }

    private static func file(_ path: String) throws -> SourceFile {
        SourceFile(path: path, bytes: Array(try Data(contentsOf: Package.folder.appending(path: path))))
    }
}
