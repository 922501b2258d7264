/// Where the anchors of a page lead in another language that lacks some of them: to the heading in the same position, or
/// to the nearest one around it that there is.
enum AnchorCounterparts {
    /// The anchors that the other language lacks, each with what stands for it there, as the page's script reads them:
    /// `ask=step-1 notes-3=notes`; behind the last `=` nothing stands for the top of the page. Empty where all are the same.
    static func text(from edition: RenderedEdition, to other: RenderedEdition) -> String {
        let own = edition.anchorIDs
        let theirs = other.anchorIDs
        if own == theirs { return "" }
        let known = Set(theirs)
        var pairs: [String] = []
        func add(_ id: String, _ counterpart: String?, orElse around: String) -> String {
            if known.contains(id) { return id }
            let target = counterpart ?? around
            if !id.isEmpty { pairs.append("\(id)=\(target)") }
            return target
        }
        for section in edition.sections {
            let same = other.sections.first { $0.id == section.id }
            let place = add(section.id, same?.id, orElse: "")
            for id in section.subheadings { _ = add(id, nil, orElse: place) }
            for (index, step) in section.steps.enumerated() {
                let twin = same.flatMap { $0.steps.indices.contains(index) ? $0.steps[index] : nil }
                let stepPlace = add(step.id, twin?.id, orElse: place)
                for id in step.subheadings { _ = add(id, nil, orElse: stepPlace) }
                for (index, option) in step.options.enumerated() {
                    let twin = twin.flatMap { $0.options.indices.contains(index) ? $0.options[index].id : nil }
                    let optionPlace = add(option.id, twin, orElse: stepPlace)
                    for id in option.subheadings { _ = add(id, nil, orElse: optionPlace) }
                }
            }
        }
        return pairs.joined(separator: " ")
    }
}

extension RenderedEdition {
    /// The anchors of the page, in the order of the text.
    fileprivate var anchorIDs: [String] {
        var ids: [String] = []
        ids.reserveCapacity(32)
        for section in sections {
            ids.append(section.id)
            ids += section.subheadings
            for step in section.steps {
                ids.append(step.id)
                ids += step.subheadings
                for option in step.options {
                    ids.append(option.id)
                    ids += option.subheadings
                }
            }
        }
        return ids
    }
}
