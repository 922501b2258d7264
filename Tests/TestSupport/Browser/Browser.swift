import Foundation
import Sources

/// A headless Chromium with a profile of its own, driven as a reader would use it.
public final class Browser: Sendable {
    private let driver: WebDriver
    private let session: String
    private let profile: TemporaryFolder

    /// Opens a browser.
    ///
    /// - Parameter runsScripts: whether JavaScript is on.
    public init(_ driver: WebDriver, runsScripts: Bool = true) throws {
        self.driver = driver
        profile = try TemporaryFolder()
        // Chromium's sandbox does not start for root, as which continuous integration runs.
        let arguments = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            // Tests change the address faster than people do.
            "--disable-ipc-flooding-protection", "--window-size=1280,1000",
            "--user-data-dir=\(profile.path)",
        ]
        var options: [String: JSON] = ["args": .array(arguments.map(JSON.text))]
        if !runsScripts {
            options["prefs"] = .object(["profile.managed_default_content_settings.javascript": .number(2)])
        }
        let capabilities = JSON.object([
            "browserName": .text("chrome"), "goog:chromeOptions": .object(options),
            "goog:loggingPrefs": .object(["browser": .text("ALL")]),
        ])
        let answer = try driver.send(
            "POST", "session", .object(["capabilities": .object(["alwaysMatch": capabilities])]))
        session = answer["sessionId"].text
    }

    /// Closes the browser.
    public func close() throws { try driver.send("DELETE", "session/\(session)") }

    // MARK: Pages

    /// Opens a page and waits until it is there.
    public func open(_ address: String) throws {
        try send("POST", "url", ["url": .text(address)])
    }

    /// Opens a file's page.
    public func open(_ file: URL, fragment: String = "") throws {
        // Another address first: the same one with another fragment would not be loaded again.
        try open("about:blank")
        try open(file.absoluteString + (fragment.isEmpty ? "" : "#\(fragment)"))
    }

    /// Loads the page again.
    public func reload() throws { try send("POST", "refresh") }

    /// The page's address.
    public func address() throws -> String { try send("GET", "url").text }

    /// What the browser complained of since it was last asked: scripts' faults, and what the page's policy forbade.
    public func complaints() throws -> [String] {
        try send("POST", "se/log", ["type": .text("browser")]).items.map { $0["message"].text }
    }

    /// Runs a script of the test's own, whatever the page's policy, and returns what it returns.
    @discardableResult
    public func run(_ script: String, _ arguments: JSON...) throws -> JSON {
        try send("POST", "execute/sync", ["script": .text(script), "args": .array(arguments)])
    }

    /// A picture of the window, as PNG.
    public func picture() throws -> Data {
        Data(base64Encoded: try send("GET", "screenshot").text) ?? Data()
    }

    /// The page as PDF, as the browser prints it.
    public func printed() throws -> Data {
        Data(
            base64Encoded: try send(
                "POST", "print", ["page": .object(["width": .number(21), "height": .number(29.7)])]
            ).text)
            ?? Data()
    }

    /// Makes the window as large as a screen, in CSS pixels; nil gives the browser its own size back.
    public func resize(to size: (width: Int, height: Int)?) throws {
        let command = size == nil ? "Emulation.clearDeviceMetricsOverride" : "Emulation.setDeviceMetricsOverride"
        let metrics = size.map {
            JSON.object([
                "width": .number(Double($0.width)), "height": .number(Double($0.height)),
                "deviceScaleFactor": .number(1),
                "mobile": .flag(false),
            ])
        }
        try send("POST", "goog/cdp/execute", ["cmd": .text(command), "params": metrics ?? .object([:])])
    }

    /// Shows pages as one who prefers dark colours sees them, one who has chosen all colours, or on paper.
    public func emulate(media: String = "", colorScheme: String = "", forcedColors: String = "") throws {
        let features = JSON.array([
            .object(["name": .text("prefers-color-scheme"), "value": .text(colorScheme)]),
            .object(["name": .text("forced-colors"), "value": .text(forcedColors)]),
        ])
        try send(
            "POST", "goog/cdp/execute",
            [
                "cmd": .text("Emulation.setEmulatedMedia"),
                "params": .object(["media": .text(media), "features": features]),
            ])
    }

    // MARK: Elements, by CSS selectors

    /// Clicks what a reader would.
    public func click(_ selector: String) throws {
        try send("POST", "element/\(element(selector))/click")
    }

    /// Types into a field, behind what is in it. `WebDriver` keys such as U+E00C (Escape) may be among it.
    public func type(_ text: String, into selector: String) throws {
        try send("POST", "element/\(element(selector))/value", ["text": .text(text)])
    }

    /// Puts a text into a field as pasting does, in one piece and with its line breaks.
    public func paste(_ text: String, into selector: String) throws {
        try run(
            """
            const field = document.querySelector(arguments[0]);
            field.focus();
            field.value = "";
            document.execCommand("insertText", false, arguments[1]);
            """, .text(selector), .text(text))
    }

    /// The text of an element, its line breaks as the markup has them.
    public func text(_ selector: String) throws -> String {
        try run("return document.querySelector(arguments[0])?.textContent ?? ''", .text(selector)).text
    }

    /// An attribute or a property of an element.
    public func property(_ name: String, of selector: String) throws -> JSON {
        try run(
            "const e = document.querySelector(arguments[0]); return e && (e[arguments[1]] ?? e.getAttribute(arguments[1]))",
            .text(selector), .text(name))
    }

    /// Whether a reader sees an element.
    public func shows(_ selector: String) throws -> Bool {
        try run(
            "return [...document.querySelectorAll(arguments[0])].some(e => e.checkVisibility())", .text(selector)
        ).isTrue
    }

    /// How many elements there are.
    public func count(_ selector: String) throws -> Int {
        let count = try run("return document.querySelectorAll(arguments[0]).length", .text(selector))
        if case .number(let number) = count { return Int(number) }
        return 0
    }

    private func element(_ selector: String) throws -> String {
        let found = try send(
            "POST", "element", ["using": .text("css selector"), "value": .text(selector)])
        return found[WebDriver.elementKey].text
    }

    @discardableResult
    private func send(_ method: String, _ path: String, _ body: [String: JSON] = [:]) throws -> JSON {
        try driver.send(method, "session/\(session)/\(path)", .object(body))
    }
}
