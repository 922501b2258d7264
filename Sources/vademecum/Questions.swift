import Guides
import Workflows

/// Asks on the terminal for the values that a guide could do with.
struct Questions {
    let common: CommonOptions

    /// Asks one after the other. An empty answer leaves a value as it is; the end of input ends the questions.
    func ask(_ personaliser: inout Personaliser) throws {
        let questions = try common.value(of: personaliser.questions())
        guard !questions.isEmpty else { return }
        Terminal.printError("\(personaliser.introduction)\n")
        for question in questions where !ask(question, &personaliser) { return }
    }

    /// Asks until the answer is of the type; false where there are no more answers.
    private func ask(_ question: PersonalQuestion, _ personaliser: inout Personaliser) -> Bool {
        while true {
            Terminal.printError(question.prompt)
            guard let answer = readLine() else {
                Terminal.printError("\n")
                return false
            }
            guard answer.utf8.contains(where: { $0 > 0x20 }) else { return true }
            guard let fault = personaliser.answer(question, with: answer) else { return true }
            Terminal.printError("\(fault.message).\n")
        }
    }
}
