import Foundation
import TestSupport
import Testing

/// What a test in the browser has at hand: a browser that all of them share, and sites that were built once.
struct BrowserScope: Sendable {
    /// The browser, one after another test's.
    let browser: Browser
    /// A project with this repository's own guides.
    let project: URL
    /// The same, built for the public.
    var site: URL { project.appending(path: "site") }
    /// A project of every type of value, in five languages.
    let types: URL

    @TaskLocal static var current: BrowserScope?

    /// A page of the site in a browser that remembers nothing of the tests before.
    static func open(_ path: String, fragment: String = "") throws -> Browser {
        let scope = try #require(current)
        let browser = scope.browser
        try browser.open(scope.site.appending(path: path))
        try browser.run("localStorage.clear(); sessionStorage.clear()")
        _ = try browser.complaints()
        try browser.open(scope.site.appending(path: path), fragment: fragment)
        return browser
    }

    /// A guide's page, with the panel open.
    static func openPanel(_ guide: String = "fr/raise-rate-limit") throws -> Browser {
        let browser = try open("\(guide)/index.html")
        try browser.openPanel()
        return browser
    }
}

/// Builds the sites and opens the browser around a whole suite, and closes it behind.
struct BrowserTrait: SuiteTrait, TestScoping {
    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let folder = try TemporaryFolder()
        for name in ["vademecum.yaml", "content"] {
            try FileManager.default.copyItem(
                at: Package.folder.appending(path: name), to: folder.url.appending(path: name))
        }
        let types = try TypesProject.make()
        for project in [folder, types] {
            let build = try Program.vademecum("build", "--project", project.path, "--output", "\(project.path)/site")
            try #require(build.status == 0, "\(build.errors)")
        }
        let driver = try WebDriver()
        let browser = try Browser(driver)
        let scope = BrowserScope(
            browser: browser, project: folder.url, types: types.url)
        // Whatever becomes of the tests, the browser is closed.
        let outcome = await Result { try await BrowserScope.$current.withValue(scope) { try await function() } }
        try browser.close()
        withExtendedLifetime((folder, types, driver)) {}
        try outcome.get()
    }
}

extension Result where Failure == any Error {
    fileprivate init(_ body: () async throws -> Success) async {
        do { self = .success(try await body()) } catch { self = .failure(error) }
    }
}

extension Browser {
    /// Opens the page's panel, whose files are loaded when somebody first does.
    func openPanel() throws {
        try click("#vademecum .open")
        try wait(for: "document.querySelector('#vademecum-panel')?.hidden === false")
    }

    /// Has the pasted message read, and waits until it was: the page may have to fetch what reads it.
    ///
    /// - Parameter keepsPanel: whether the panel is opened again, which what was read has closed.
    func submitMessage(keepsPanel: Bool = true) throws {
        try click(".paste button")
        // Where the message leads to another page, nothing is left to wait for.
        _ = try? run("return vademecum.loaded('vademecum-reading').then(() => new Promise(done => setTimeout(done)))")
        _ = try? run(
            "return document.getElementById('vademecum-guides')?.asked?.catch(() => {}).then(() => new Promise(done => setTimeout(done)))"
        )
        if keepsPanel, try run("return !!document.querySelector('#vademecum-panel')?.hidden").isTrue {
            try click("#vademecum .open")
        }
    }

    /// Waits until a condition holds, for ten seconds at the most.
    func wait(for condition: String) throws {
        for _ in 0..<200 {
            if let holds = try? run("return !!(\(condition))"), holds.isTrue { return }
            Thread.sleep(forTimeInterval: 0.05)
        }
        Issue.record("\(condition) never comes true")
    }

    /// What “Copy as Markdown” copies; the page may have to fetch it first.
    func copiedMarkdown() throws -> String {
        try run("window.copied = new Promise(done => navigator.clipboard.writeText = async text => done(text))")
        try click(".copy-markdown")
        // Private values take a second click.
        if try count(".copy-markdown.warned") > 0 { try click(".copy-markdown") }
        return try run("return window.copied").text
    }
}

/// Everything that takes a browser: one at a time.
@Suite(.serialized, BrowserTrait()) struct BrowserTests {}

/// Messages of the shape that people paste, with values of nobody.
enum Messages {
    static let rateLimit =
        "Rate limit reached for gpt-4o in organization org-EXAMPLE42 on tokens per min (TPM): Limit 80000, Used 79000, "
        + "Requested 9200. Please try again in 6.15s. Visit https://platform.openai.com/account/rate-limits to learn more."
    static let tooLarge =
        "Request too large for gpt-4o in organization org-EXAMPLE42 on tokens per min (TPM): Limit 30000, "
        + "Requested 63278. The input or output tokens must be reduced in order to run successfully."
}
