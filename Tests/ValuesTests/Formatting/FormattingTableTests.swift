import Foundation
import TestSupport
import Testing
import Values

/// The table of values that the page's script is run on as well.
@Suite struct FormattingTableTests {
    struct Case: Decodable, CustomTestStringConvertible {
        let language: String
        let type: String
        let value: JSON
        let decimals: Int?
        let prose: String
        let code: String

        var testDescription: String { "\(type) \(value) in \(language)" }
    }

    static let cases: [Case] = {
        let data = (try? Data(contentsOf: Package.fixture("formatting/cases.json"))) ?? Data()
        return (try? JSONDecoder().decode([Case].self, from: data)) ?? []
    }()

    @Test func `there is a case of every type that languages write differently`() {
        #expect(Set(Self.cases.map(\.type)) == ["integer", "decimal", "percent", "duration", "date"])
        #expect(Set(Self.cases.map(\.language)) == ["en", "fr", "pl", "hi", "ar"])
    }

    @Test(arguments: cases) func `a value is written as the table says`(_ entry: Case) throws {
        let types: [String: ValueType] = [
            "integer": .integer, "decimal": .decimal, "percent": .percent, "duration": .duration, "date": .date,
        ]
        let type = try #require(types[entry.type])
        let value: Value =
            if case .number(let number) = entry.value { .number(number) } else {
                .date(try #require(CalendarDate(iso: entry.value.text)))
            }
        let formatter = ValueFormatter(try #require(LanguageTag(rawValue: entry.language)))
        #expect(formatter.prose(value, type: type, decimals: entry.decimals) == entry.prose)
        #expect(value.code(type: type, decimals: entry.decimals) == entry.code)
    }
}
