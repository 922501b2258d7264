/// The languages that documentation shows code of, by what their comments look like. The signs are those of each
/// language's own reference.
extension CodeSyntax {
    static let table: [String: CodeSyntax] = {
        var table: [String: CodeSyntax] = [:]
        for (names, syntax) in families {
            for name in names.split(separator: " ") { table[String(name)] = syntax }
        }
        return table
    }()

    private static let starred = [Quote("/*", "*/")]
    private static let threefold = [Quote("\"\"\"", isLong: true), Quote("'''", isLong: true)] + plainQuotes
    private static let templates = plainQuotes + [Quote("`", isLong: true)]
    private static let doubled = [Quote("\"")]

    private static let families: [(String, CodeSyntax)] = [
        (
            "js javascript mjs cjs jsx ts typescript mts cts tsx",
            CodeSyntax(["//"], starred, quotes: templates, traits: .tags)
        ),
        (
            "c h cpp c++ cc hpp cs csharp c# java kotlin kt kts scala groovy gradle swift dart go golang objc objective-c d v "
                + "proto protobuf solidity sol zig glsl hlsl wgsl prisma jsonc json5 scss less stylus pug",
            CodeSyntax(["//"], starred, quotes: threefold + [Quote("`", isLong: true)])
        ),
        ("json jsonl geojson", CodeSyntax(["//", "#"], starred)),
        ("rust rs ron", CodeSyntax(["//"], starred, quotes: doubled)),
        ("css postcss", CodeSyntax([], starred, traits: .anyCase)),
        ("php", CodeSyntax(["//", "#"], starred + [Quote("<!--", "-->")])),
        (
            "html xhtml xml svg vue vue-html svelte htm xaml plist rss angular",
            CodeSyntax(["//"], starred + [Quote("<!--", "-->")], quotes: templates, traits: [.tags, .markup])
        ),
        (
            "astro",
            CodeSyntax(["//"], starred + [Quote("<!--", "-->")], quotes: templates, traits: [.tags, .markup, .script])
        ),
        (
            "jinja jinja2 twig django liquid nunjucks handlebars hbs mustache ejs erb blade",
            CodeSyntax(
                ["//"],
                starred + [
                    Quote("<!--", "-->"), Quote("{#", "#}"), Quote("{{!--", "--}}"), Quote("{{!", "}}"),
                    Quote("<%#", "%>"),
                    Quote("{{--", "--}}"),
                ], quotes: templates, traits: [.tags, .markup])
        ),
        (
            "python py python3 py3 pycon gdscript starlark bzl mojo",
            CodeSyntax(["#"], quotes: threefold, traits: [.lines, .nested])
        ),
        ("ruby rb rake crystal", CodeSyntax(["#"], [Quote("=begin", "=end")], traits: .lines)),
        ("perl pl raku r awk tcl nim coffee coffeescript", CodeSyntax(["#"], traits: .lines)),
        ("elixir ex exs", CodeSyntax(["#"], quotes: threefold, traits: .lines)),
        ("julia jl", CodeSyntax(["#"], [Quote("#=", "=#")], quotes: threefold, traits: .lines)),
        (
            "sh bash zsh shell fish ksh ash make makefile nginx apache conf dockerfile docker containerfile cron crontab "
                + "gitignore codeowners cmake just justfile procfile",
            CodeSyntax(["#"], traits: [.words, .lines])
        ),
        ("powershell ps1 ps pwsh", CodeSyntax(["#"], [Quote("<#", "#>")], traits: [.words, .lines, .anyCase])),
        ("bat batch cmd", CodeSyntax(["REM ", "rem ", "::"], traits: [.words, .lines, .anyCase])),
        ("yaml yml", CodeSyntax(["#"], traits: [.words, .scalars, .lines, .nested])),
        ("toml", CodeSyntax(["#"], quotes: threefold, traits: [.words, .lines])),
        (
            "ini cfg properties dotenv env editorconfig systemd desktop",
            CodeSyntax(["#", ";", "!"], traits: [.words, .scalars, .lines])
        ),
        ("hcl terraform tf nix graphql gql caddyfile caddy", CodeSyntax(["#", "//"], starred, traits: .lines)),
        ("sql mysql pgsql postgresql postgres sqlite plsql tsql", CodeSyntax(["--"], starred, traits: .anyCase)),
        ("lua luau", CodeSyntax(["--"], [Quote("--[[", "]]")])),
        (
            "haskell hs elm purescript idris agda",
            CodeSyntax(["--"], [Quote("{-", "-}")], quotes: doubled, traits: .lines)
        ),
        ("ada vhdl applescript", CodeSyntax(["--"], quotes: doubled, traits: [.lines, .anyCase])),
        (
            "lisp clojure clj cljs edn scheme racket elisp emacs-lisp common-lisp fennel",
            CodeSyntax([";"], [Quote("#|", "|#")], quotes: doubled)
        ),
        ("asm nasm s llvm", CodeSyntax([";", "#", "//"], starred, traits: .lines)),
        (
            "latex tex erlang erl matlab octave prolog",
            CodeSyntax(["%"], [Quote("%{", "%}")], quotes: doubled, traits: .lines)
        ),
        ("vb vbnet vba vbscript", CodeSyntax(["'"], quotes: doubled, traits: [.lines, .anyCase])),
        ("vim viml vimscript", CodeSyntax(["\" "], quotes: [Quote("'")], traits: .lines)),
        ("fortran f90", CodeSyntax(["!"], traits: [.lines, .anyCase])),
        ("ocaml ml fsharp fs f# sml reason", CodeSyntax(["//"], [Quote("(*", "*)")], quotes: doubled)),
        (
            "pascal delphi",
            CodeSyntax(["//"], [Quote("{", "}"), Quote("(*", "*)")], quotes: [Quote("'")], traits: .anyCase)
        ),
    ]
}
