import Testing

@testable import Sources

/// Names are found by the bytes of a text.
@Suite struct NameTableTests {
    @Test func everyNameIsFoundAndNothingElse() {
        let names = (0..<200).map { "value\($0).part" }
        let table = NameTable(names)
        for (index, name) in names.enumerated() { #expect(table.index(of: name) == index) }
        for other in ["", "value", "value1", "value1.par", "value1.parts", "value200.part", "VALUE1.PART", "é"] {
            #expect(table.index(of: other) == nil)
        }
    }

    @Test func ofTwoThatAreTheSameTheFirstCounts() {
        let table = NameTable(["a", "b", "a"])
        #expect(table.index(of: "a") == 0)
        #expect(table.index(of: "b") == 1)
    }

    @Test func noNames() {
        #expect(NameTable([]).index(of: "a") == nil)
    }
}
