/// The words of dates in messages, in the languages that many programs speak. The page's script has the same.
enum InstantWords {
    private static let names = [
        "jan january janv janvier januar jänner januari ene enero gen gennaio janeiro sty stycznia يناير",
        "feb february fév févr février februar februari febrero febbraio fev fevereiro lut lutego فبراير",
        "mar march mars mär märz maart mrt marzo março marca مارس",
        "apr april avr avril abr abril aprile kwi kwietnia أبريل",
        "may mai mei mayo maggio mag maio maja مايو",
        "jun june juin juni junio giu giugno junho cze czerwca يونيو",
        "jul july juil juillet juli julio lug luglio julho lip lipca يوليو",
        "aug august août augustus ago agosto sie sierpnia أغسطس",
        "sep sept september septembre septiembre set settembre setembro wrz września سبتمبر",
        "oct october octobre okt oktober octubre ott ottobre out outubro paź października أكتوبر",
        "nov november novembre noviembre novembro lis listopada نوفمبر",
        "dec december déc décembre dez dezember dic diciembre dicembre dezembro gru grudnia ديسمبر",
    ]

    /// The number of the month that a word names.
    static let months: [String: Int] = Dictionary(
        names.enumerated().flatMap { month in month.element.split(separator: " ").map { (String($0), month.offset + 1) }
        },
        uniquingKeysWith: { first, _ in first })

    /// What the names of weekdays begin with.
    static let weekdays =
        ("mon tue wed thu fri sat sun lun mar mer jeu ven sam dim mié jue vie sáb dom gio sab"
        + " die mit don fre son seg ter qua qui sex maa din woe vri zat zon pon wto śro czw pią sob nie")
        .split(separator: " ").map(String.init)

    /// Hours east of UTC of zones that their names tell (RFC 5322, section 4.3, and Central Europe's).
    static let zones: [String: Double] = [
        "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "CET": 1, "CEST": 2,
    ]
}
