/// Units whose signs are the same in all languages, and what has to be known to compare units.
enum MeasuringUnits {
    /// Units by their signs, whose letters are big or small as they are: those of the SI, of IEC 80000-13, and what
    /// Kubernetes and the French write for these.
    static let signs: [String: String] = {
        var signs: [String: String] = [:]
        for prefix in ["K", "M", "G", "T", "P"] {
            for sign in ["\(prefix)iB", "\(prefix)i", "\(prefix)io"] { signs[sign] = "\(prefix)iB" }
        }
        for sign in [
            "Hz", "kHz", "MHz", "GHz", "km", "m", "cm", "mm", "kg", "g", "mg", "kW", "kWh", "mAh", "mV", "dB", "dBm",
            "px",
            "kbps", "Mbps", "Gbps",
        ] {
            signs[sign] = sign
        }
        return signs
    }()

    /// Units that are written with a sign before letters.
    static let degrees = ["°C", "°F"]

    /// What time is counted in.
    static let times: Set<String> = ["ms", "s", "min", "h", "d", "week", "month", "year"]

    /// What is said of days on which people work, in the languages that say it with a word of its own.
    static let working: Set<String> = [
        "business", "working", "ouvré", "ouvrés", "ouvrable", "ouvrables", "hábil", "hábiles", "laborable",
        "laborables",
        "lavorativo", "lavorativi", "útil", "úteis", "roboczy", "robocze", "roboczych",
    ]

    /// What people say instead of the sign, behind a number or before it.
    static let percent = [
        "%", "٪", "％", "percent", "per cent", "pct", "pour cent", "pourcent", "pour-cent", "prozent", "por ciento",
        "porciento", "por cento", "porcento", "per cento", "percento", "procent", "パーセント", "百分", "بالمئة", "بالمائة",
    ]

    /// Whether two names of units may be one unit: `m` is written for minutes and months too.
    static func mayBeSame(_ unit: String?, _ other: String?) -> Bool {
        guard let unit, let other, unit != other else { return true }
        func isShort(_ unit: String, _ other: String) -> Bool { unit == "m" && ["min", "month"].contains(other) }
        return isShort(unit, other) || isShort(other, unit)
    }
}
