extension CalendarDate {
    /// The days since the first of January of the year 1, by which two days can be subtracted.
    ///
    /// Years begin in March here, so that the day of a leap year comes last.
    public var dayNumber: Int {
        let year = month > 2 ? self.year : self.year - 1
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 306
    }
}
