import Foundation
import Sources
import Testing

@testable import Checks
@testable import Workflows

/// What the schema of SARIF 2.1.0 demands of the objects that are written: their required properties, and no others
/// than it knows.
@Suite struct SARIFTests {
    @Test func `every object has what the schema requires, and nothing that it does not know`() throws {
        let log = try Self.log()
        var faults: [String] = []
        Self.check(log, as: "sarifLog", at: "log", &faults)
        #expect(faults == [])
        #expect(log["version"] as? String == "2.1.0")
        #expect((log["$schema"] as? String)?.hasSuffix("sarif-schema-2.1.0.json") == true)
    }

    @Test func `every check is a rule with help, and every result points to its rule`() throws {
        let run = try #require((try Self.log()["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        let ids = rules.compactMap { $0["id"] as? String }
        #expect(ids == ProblemRegistry.all.ids)
        #expect(rules.allSatisfy { ($0["help"] as? [String: String])?["text"]?.isEmpty == false })
        for result in try #require(run["results"] as? [[String: Any]]) {
            guard let index = result["ruleIndex"] as? Int else { continue }
            #expect(ids[index] == result["ruleId"] as? String)
        }
    }

    // MARK: The schema

    private struct Schema {
        var required: [String] = []
        /// The properties that are written, each with the type that it holds; an empty name is any value.
        var properties: [String: String] = [:]
    }

    private static let schemas: [String: Schema] = [
        "sarifLog": Schema(required: ["version", "runs"], properties: ["$schema": "", "version": "", "runs": "run"]),
        "run": Schema(
            required: ["tool"], properties: ["tool": "tool", "columnKind": "columnKind", "results": "result"]),
        "tool": Schema(required: ["driver"], properties: ["driver": "toolComponent"]),
        "toolComponent": Schema(
            required: ["name"],
            properties: ["name": "", "version": "", "semanticVersion": "", "rules": "reportingDescriptor"]),
        "reportingDescriptor": Schema(
            required: ["id"],
            properties: [
                "id": "", "shortDescription": "multiformatMessageString", "properties": "",
                "fullDescription": "multiformatMessageString", "help": "multiformatMessageString",
                "defaultConfiguration": "reportingConfiguration",
            ]),
        "multiformatMessageString": Schema(required: ["text"], properties: ["text": "", "markdown": ""]),
        "reportingConfiguration": Schema(properties: ["level": "level"]),
        "result": Schema(
            required: ["message"],
            properties: [
                "ruleId": "", "ruleIndex": "", "level": "level", "message": "message", "locations": "location",
                "partialFingerprints": "", "relatedLocations": "location", "fixes": "fix",
            ]),
        "message": Schema(required: ["text"], properties: ["text": ""]),
        "location": Schema(properties: ["id": "", "physicalLocation": "physicalLocation", "message": "message"]),
        "physicalLocation": Schema(
            required: ["artifactLocation"], properties: ["artifactLocation": "artifactLocation", "region": "region"]),
        "artifactLocation": Schema(required: ["uri"], properties: ["uri": "", "uriBaseId": ""]),
        "region": Schema(
            properties: [
                "startLine": "", "startColumn": "", "endLine": "", "endColumn": "", "byteOffset": "", "byteLength": "",
            ]),
        "fix": Schema(
            required: ["artifactChanges"], properties: ["description": "message", "artifactChanges": "artifactChange"]),
        "artifactChange": Schema(
            required: ["artifactLocation", "replacements"],
            properties: ["artifactLocation": "artifactLocation", "replacements": "replacement"]),
        "replacement": Schema(
            required: ["deletedRegion"], properties: ["deletedRegion": "region", "insertedContent": "message"]),
    ]
    private static let words = [
        "level": ["none", "note", "warning", "error"], "columnKind": ["utf16CodeUnits", "unicodeCodePoints"],
    ]

    private static func check(_ value: Any, as type: String, at path: String, _ faults: inout [String]) {
        if let list = value as? [Any] {
            for (index, item) in list.enumerated() { check(item, as: type, at: "\(path)[\(index)]", &faults) }
            return
        }
        if let words = words[type] {
            if !words.contains(value as? String ?? "") { faults.append("\(path): \(value) is no \(type)") }
            return
        }
        guard let schema = schemas[type] else { return }
        guard let object = value as? [String: Any] else {
            faults.append("\(path) is no \(type)")
            return
        }
        for name in schema.required where object[name] == nil { faults.append("\(path) lacks \(name)") }
        for (name, value) in object {
            guard let type = schema.properties[name] else {
                faults.append("\(path) has \(name)")
                continue
            }
            check(value, as: type, at: "\(path).\(name)", &faults)
        }
    }

    private static func log() throws -> [String: Any] {
        let text = ReportFormat.sarif.text(of: SampleReport.report)
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }
}
