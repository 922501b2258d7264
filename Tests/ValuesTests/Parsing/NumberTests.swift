import Testing

@testable import Values

/// Numbers, durations and days as people and programs write them.
@Suite struct NumberTests {
    @Test(arguments: [
        ("40000", 40000), ("40,000", 40000), ("40 000", 40000), ("40\u{202F}000", 40000), ("40\u{A0}000", 40000),
        ("1,234,567.5", 1_234_567.5), ("6.141", 6.141), ("-5", -5), ("\u{2212}5", -5), ("+5", 5), ("0.5", 0.5),
        ("6,141", 6141),
    ])
    func numbers(text: String, number: Double) {
        #expect(Numbers.parse(text) == number)
    }

    /// A comma that could be a decimal one is refused rather than guessed at.
    @Test(arguments: [
        "6,14", "40,00", "4000,000", ",000", "1,,000", "1 000,5", "1.", ".5", "1.2.3", "--1", "1e3", "0x10", "nan",
        "inf",
        "", " ", "٤٠", String(repeating: "9", count: 31),
    ])
    func noNumbers(text: String) {
        #expect(Numbers.parse(text) == nil)
    }

    @Test(arguments: [
        ("6.141s", 6.141), ("60 s", 60), ("1m26.4s", 86.4), ("9m38s", 578), ("86400 seconds", 86400), ("174ms", 0.174),
        ("2 h 30 min", 9000), ("1h0m0s", 3600), ("180 days", 15_552_000), ("1 week", 604_800), ("0s", 0),
        ("1 d", 86400),
        ("0.5 hours", 1800),
    ])
    func durations(text: String, seconds: Double) {
        #expect(DurationUnit.parse(text) == seconds)
    }

    @Test(arguments: ["", "60", "s", "1.5.2s", "-5s", "1 month", "5S", "1h30", "1e3s", "6,141s", "s60"])
    func noDurations(text: String) {
        #expect(DurationUnit.parse(text) == nil)
    }

    @Test(arguments: ["2026-11-23", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
    func days(text: String) {
        #expect(CalendarDate(iso: text)?.iso == text)
    }

    @Test(arguments: [
        "2026-02-29", "1900-02-29", "2026-13-01", "2026-04-31", "2026-00-10", "0000-01-01", "2026-1-2", "26-01-02",
        "2026-01-02T00:00", "2026/01/02", "٢٠٢٦-٠١-٠٢", "",
    ])
    func noDays(text: String) {
        #expect(CalendarDate(iso: text) == nil)
    }
}
