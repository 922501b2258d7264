import Values

extension ImportedValue {
    /// A value that the project declares; nil for one that no text says, a formula's or a chart's.
    package init?(_ declaration: ValueDeclaration, in language: LanguageTag) {
        self.init(name: declaration.name, type: "", label: declaration.label[language])
        isDeclared = true
        isPrivate = declaration.isPrivate
        pattern = declaration.pattern
        let known = declaration.value ?? declaration.example
        switch declaration.type {
        case .text, .identifier, .url:
            switch declaration.type {
            case .text: type = "text"
            case .url: type = "url"
            default: type = "identifier"
            }
            guard case .text(let text)? = known else { break }
            if declaration.value != nil { value = text } else { example = text }
            if type != "url", !isPrivate { written = [text] }
        case .integer, .decimal, .percent, .duration:
            switch declaration.type {
            case .integer: type = "integer"
            case .decimal: type = "decimal"
            case .percent: type = "percent"
            default: type = "duration"
            }
            guard case .number(let number)? = known else { break }
            self.number = number
            let text = GuideConversion.text(number)
            if declaration.value != nil { value = text } else { example = text }
        case .date:
            type = "date"
            guard case .date(let day)? = known else { break }
            if declaration.value != nil { value = day.iso } else { example = day.iso }
            written = [day.iso]
        case .choice(let list):
            type = "choice"
            choices = list.map { ($0.key, $0.label[language]) }
        case .table(let list):
            type = "table"
            columns = list.map { ($0.name, "", $0.label[language]) }
            guard case .table(let cells)? = known else { break }
            rows = cells.map { row in
                row.map { cell in
                    switch cell {
                    case .text(let text), .choice(let text): text
                    case .number(let number): GuideConversion.text(number)
                    default: ""
                    }
                }
            }
        default: return nil
        }
    }
}
