import Foundation
import Guides
import Messages
import Sources
import TestSupport
import Testing
import Values

/// The messages of many services, in every state in which people paste them.
@Suite struct ServiceTableTests {
    static func makeMatcher() throws -> ErrorMatcher {
        let file = Package.fixture("errors/services.yaml")
        let configuration = try #require(
            Configuration.read(SourceFile(path: "vademecum.yaml", bytes: Array(try Data(contentsOf: file))))
                .configuration)
        let table = MessageTable.shared
        let guides = try table.guides.keys.sorted().map { id in
            let file = SourceFile(path: "guide.yaml", bytes: Array(try table.metadata(of: id).utf8))
            let (metadata, problems) = GuideMetadata.read(file, configuration: configuration)
            #expect(problems.lines == [], "\(id)")
            return (id, try #require(metadata).errors)
        }
        return ErrorMatcher(guides, values: configuration.values)
    }

    @Test func thereAreEnough() {
        let table = MessageTable.shared
        #expect(table.variants.count >= 200)
        #expect(Set(table.messages.map(\.service)).count >= 25)
        #expect(Set(table.messages.map(\.language)).count >= 5)
        #expect(table.others.count >= 60)
    }

    @Test func everyVariantFindsItsGuideAndGivesItsValues() throws {
        let matcher = try Self.makeMatcher()
        for variant in MessageTable.shared.variants {
            guard case .found(let match) = matcher.find(in: variant.text) else {
                Issue.record("\(variant.testDescription) is not found")
                continue
            }
            #expect(match.guide == variant.entry.guide, "\(variant.testDescription)")
            let values = Dictionary(uniqueKeysWithValues: match.values.map { ($0.name, JSON($0.value)) })
            #expect(values == variant.values, "\(variant.testDescription)")
            #expect(match.hidden.sorted() == variant.hidden.sorted(), "\(variant.testDescription)")
        }
    }

    @Test func messagesOfOtherKindsFindNothing() throws {
        let matcher = try Self.makeMatcher()
        for message in MessageTable.shared.others {
            guard case .unknown = matcher.find(in: message) else {
                Issue.record("\(message) is taken for something")
                continue
            }
        }
    }

    @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian, .utf16, .windowsCP1252, .isoLatin1])
    func filesOfOtherEncodingsAreRead(encoding: String.Encoding) throws {
        let matcher = try Self.makeMatcher()
        for entry in MessageTable.shared.messages where entry.language == "fr" {
            // Not every encoding has every sign.
            guard let data = entry.message.data(using: encoding) else { continue }
            guard case .found(let match) = matcher.find(in: MessageEncoding.text(Array(data))) else {
                Issue.record("\(entry.message) is not found in \(encoding)")
                continue
            }
            #expect(match.guide == entry.guide)
        }
    }
}

extension JSON {
    /// A value as the table has it.
    init(_ value: Value) {
        switch value {
        case .text(let text), .choice(let text): self = .text(text)
        case .number(let number): self = .number(number)
        case .date(let date): self = .text(date.iso)
        case .table, .chart: self = .null
        }
    }
}
