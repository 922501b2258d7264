/// The words for lengths of time in messages, in the languages that many programs speak.
package enum DurationWords {
    /// The words for each unit, by its length in seconds. The page's script has the same.
    package static let all: [(seconds: Double, words: String)] = [
        (1e-9, "ns nanosecond nanoseconds"),
        (1e-6, "us µs μs usec microsecond microseconds"),
        (
            1e-3,
            "ms msec msecs millis millisecond milliseconds milliseconde millisecondes millisekunden milisegundos"
                + " milliseconden milissegundos millisecondi milisekund"
        ),
        (
            1,
            "s sec secs second seconds seconde secondes sekunde sekunden segundo segundos secondo secondi seconden"
                + " sekunda sekundy sekund ثانية ثوانٍ ثوان сек секунд секунды секунду 秒 秒钟 秒鐘 초"
        ),
        (
            60,
            "m min mins minute minutes minuten minuto minutos minuti minuut minuta minuty minut دقيقة دقائق"
                + " мин минут минуты минуту 分 分钟 分鐘 분"
        ),
        (
            3600,
            "h hr hrs hour hours heure heures stunde stunden hora horas ora ore uur uren u"
                + " godz godzina godziny godzin ساعة ساعات ч час часа часов"
                + " 小时 小時 時間 시간"
        ),
        (
            86400,
            "d day days jour jours tag tage tagen día días dia dias giorno giorni dag dagen"
                + " dzień dni يوم أيام день дня дней 天 日 일"
        ),
        (
            604_800,
            "w week weeks semaine semaines woche wochen semana semanas settimana settimane"
                + " weken tydzień tygodnie tygodni أسبوع أسابيع неделя недели недель 周 週"
        ),
    ]

    private static let seconds: [String: Double] = Dictionary(
        all.flatMap { unit in unit.words.split(separator: " ").map { (String($0), unit.seconds) } },
        uniquingKeysWith: { first, _ in first })

    /// So many of a unit, in seconds; nil where no unit has the name.
    static func seconds(_ number: Double, _ name: String) -> Double? {
        // Parts of a second are divided rather than multiplied, which would leave 174 ms inexact.
        seconds[name].map { $0 < 1 ? number / (1 / $0).rounded() : number * $0 }
    }

    /// Words between the parts of a length, in the same languages.
    static let joints: Set<String> = ["and", "et", "und", "y", "e", "en", "и"]
    /// Words for one.
    static let ones: Set<String> = ["a", "an", "one", "une", "eine", "einer", "una", "uma"]
}
