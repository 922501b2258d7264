import Guides
import TestSupport
import Testing

@testable import Values

/// Which of several givers of a value is heard.
@Suite struct ResolutionTests {
    @Test("Every source overrules those before it", arguments: ValueSource.allCases)
    func precedence(source: ValueSource) throws {
        let order: [ValueSource] = [.example, .formula, .config, .local, .file, .environment, .error, .set]
        #expect(ValueSource.allCases == order)
        #expect(order == order.sorted())
        let rank = try #require(order.firstIndex(of: source))
        // Everybody up to the source gives a value of its own, and the strongest first: the order is no matter.
        let has = { (other: ValueSource) in (order.firstIndex(of: other) ?? .max) <= rank }
        let configuration = try #require(
            Configuration.example(
                values: """
                    n:
                      type: integer
                      example: 0
                    \(has(.formula) ? "  formula: 0 + 1" : "")
                    \(has(.config) ? "  value: 2" : "")
                    """
            ).configuration)
        let given = order.filter { has($0) && $0 > .config }.reversed().map {
            GivenValue(name: "n", value: .number(Double(order.firstIndex(of: $0) ?? 0)), source: $0)
        }
        let resolved = try #require(configuration.values.resolve(given: given, audience: .team).values[0])
        #expect(resolved.source == source)
        #expect(resolved.value == .number(Double(rank)))
        #expect(resolved.isExample == (source == .example))
        // What the formula gives is kept beside what is given.
        #expect(resolved.computed == (source > .formula ? .number(1) : nil))
    }

    @Test func aGuidesExampleOverrulesTheConfigurations() throws {
        let resolved = try Self.resolve("n: {type: integer, example: 1}", examples: ["n": .number(2)])
        #expect(resolved["n"]?.value == .number(2))
        #expect(resolved["n"]?.isExample == true)
        let valued = try Self.resolve("n: {type: integer, example: 1, value: 3}", examples: ["n": .number(2)])
        #expect(valued["n"]?.value == .number(3))
    }

    @Test func theLastOfOneSourceCounts() throws {
        let resolved = try Self.resolve("n: {type: integer}", settings: ["n=1", "n=2"])
        #expect(resolved["n"]?.value == .number(2))
    }

    @Test func whatNobodyGaveIsNothing() throws {
        #expect(try Self.resolve("n: {type: integer}")["n"] == nil)
        #expect(try Self.resolve("n: {type: integer}\nm: {type: integer, formula: n + 1}")["m"] == nil)
        #expect(try Self.resolve("m: {type: decimal, formula: 1 / 0}")["m"] == nil)
    }

    /// The example of a value stands in where its formula has no result.
    @Test func aFormulaWithoutResultFallsBackOnTheExample() throws {
        let resolved = try Self.resolve("m: {type: decimal, example: 5, formula: 1 / 0}")
        #expect(resolved["m"]?.source == .example)
    }

    static let wait = """
        limit: {type: integer, value: 40000}
        used: {type: integer, example: 25502}
        requested: {type: integer, example: 18592}
        metric: {type: choice, example: tpm, choices: {tpm: {en: TPM, period: 60 s}, rpd: {en: RPD, period: 86400 s}}}
        wait: {type: duration, formula: "max(0 s, (used + requested - limit) * metric.period / limit)"}
        twice: {type: duration, formula: wait * 2}
        """

    @Test func aFormulaOfAnExampleIsAnExample() throws {
        let examples = try Self.resolve(Self.wait)
        #expect(examples["wait"]?.value == .number(6.141))
        #expect(examples["wait"]?.source == .formula)
        #expect(examples["wait"]?.isExample == true)
        #expect(examples["twice"]?.isExample == true)
        let given = try Self.resolve(Self.wait, settings: ["used=25502", "requested=18592", "metric=tpm"])
        #expect(given["wait"]?.value == .number(6.141))
        #expect(given["wait"]?.isExample == false)
        #expect(given["twice"]?.isExample == false)
        // The fact of a choice that is an example makes an example, too.
        #expect(try Self.resolve(Self.wait, settings: ["used=25502", "requested=18592"])["wait"]?.isExample == true)
    }

    @Test func aChoiceBringsItsFacts() throws {
        #expect(try Self.resolve(Self.wait, settings: ["metric=rpd"])["wait"]?.value == .number(8843.04))
    }

    @Test func aValueBesideAFormulaKeepsBoth() throws {
        let given = ["wait=9m38s", "used=25502", "requested=18592", "metric=tpm"]
        let resolved = try Self.resolve(Self.wait, settings: given)
        #expect(resolved["wait"]?.value == .number(578))
        #expect(resolved["wait"]?.computed == .number(6.141))
        // What a formula makes of examples is nothing to compare with.
        #expect(try Self.resolve(Self.wait, settings: ["wait=9m38s"])["wait"]?.computed == nil)
        #expect(resolved["wait"]?.source == .set)
        #expect(resolved["twice"]?.value == .number(1156))
    }

    static let secret = """
        quota: {type: integer, private: true, example: 100, value: 7}
        double: {type: integer, formula: quota * 2}
        open: {type: integer, value: 1}
        """

    @Test func privateValuesAreHeldBackFromThePublic() throws {
        let configuration = try #require(Configuration.example(values: Self.secret).configuration)
        let all = ValueSource.allCases.filter { $0 > .config }.map {
            GivenValue(name: "quota", value: .number(9), source: $0)
        }
        for given in [[]] + all.map({ [$0] }) {
            let resolved = configuration.values.resolve(given: given, audience: .public)
            #expect(resolved.heldBack == ["quota"])
            #expect(resolved.values[0]?.value == .number(100))
            #expect(resolved.values[0]?.isExample == true)
            #expect(resolved.values[1]?.value == .number(200))
            #expect(resolved.values[2]?.value == .number(1))
        }
        let team = configuration.values.resolve(audience: .team)
        #expect(team.heldBack == [])
        #expect(team.values[0]?.value == .number(7))
        #expect(team.values[1]?.value == .number(14))
    }

    @Test func aFormulaOfAPrivateValueIsPrivate() throws {
        for audience in Audience.allCases {
            let resolved = try Self.resolve(Self.secret, audience: audience)
            #expect(resolved["quota"]?.isPrivate == true)
            #expect(resolved["double"]?.isPrivate == true)
            #expect(resolved["open"]?.isPrivate == false)
        }
    }

    @Test func aPrivateValueThatNobodyGaveIsNotHeldBack() throws {
        let configuration = try #require(
            Configuration.example(values: "a: {type: text, private: true, example: x}").configuration)
        #expect(configuration.values.resolve(audience: .public).heldBack == [])
    }

    private static func resolve(
        _ values: String, examples: [String: Value] = [:], settings: [String] = [], audience: Audience = .team
    ) throws -> [String: ResolvedValue] {
        let configuration = try #require(Configuration.example(values: values).configuration)
        let given = try settings.map { try #require(configuration.values.given(setting: $0).value) }
        let resolved = configuration.values.resolve(examples: examples, given: given, audience: audience)
        let pairs = zip(configuration.values, resolved.values).compactMap { declaration, value in
            value.map { (declaration.name, $0) }
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }
}
