import Sources
import Testing

@Suite struct JSONValueTests {
    @Test func `keys stay in their order`() {
        let value: JSONValue = ["version": 1, "a": [true, nil, "x"], "empty": [], "none": [:]]
        #expect(value.text() == #"{"version":1,"a":[true,null,"x"],"empty":[],"none":{}}"#)
        #expect(JSONValue.array([1, ["b": 2]]).text(isIndented: true) == "[\n  1,\n  {\n    \"b\": 2\n  }\n]")
    }

    @Test func `texts are escaped, and whatever is no ASCII stays`() {
        #expect(JSONValue.string("a\"\\\n\r\t\u{1}\u{7F}é").text() == #""a\"\\\n\r\t\u0001\u007fé""#)
    }

    @Test func `numbers are written as short as they can be`() {
        #expect(JSONValue.number(6.141).text() == "6.141")
        #expect(JSONValue.number(40000).text() == "40000")
        #expect(JSONValue.number(.infinity).text() == "null")
    }
}
