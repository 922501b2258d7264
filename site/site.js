// The paste box, of a guide and of the home page. Nothing is sent anywhere.
"use strict";
const root = document.getElementById("vademecum");

// An element. What it has no property for is an attribute; nothing here is ever read as markup.
function make(tag, properties, ...children) {
	const element = document.createElement(tag);
	for (const name in properties)
		if (name in element) element[name] = properties[name]; else element.setAttribute(name, properties[name]);
	element.append(...children);
	return element;
}

const piece = (tag, className, ...children) => make(tag, { className }, ...children);
const button = (className, text, more) => make("button", { type: "button", className, ...more }, text);
const box = read => piece("form", "paste",
	make("label", { htmlFor: "vademecum-message" }, words.paste),
	make("textarea", { id: "vademecum-message", rows: 4, spellcheck: false, autocomplete: "off",
		"aria-describedby": "vademecum-hint" }),
	make("p", { id: "vademecum-hint", className: "hint" }, words["paste-hint"]),
	make("button", {}, words[read]), make("p", { className: "said", role: "status" }));
const panelBox = () => [
	make("p", { id: "vademecum-filled", className: "filled", hidden: true }),
	button("open", words.open, { "aria-expanded": "false", "aria-controls": "vademecum-panel" }), " ",
	button("undo", words.undo, { hidden: true }),
	make("aside", { id: "vademecum-panel", className: "panel", "aria-labelledby": "vademecum-title", hidden: true },
		make("h2", { id: "vademecum-title" }, words.title), button("close", "×", { "aria-label": words.close }),
		box("read"),
		piece("div", "values", make("h3", {}, words.values), piece("div", "fields"),
			make("details", {}, make("summary", {}, words.team), piece("div", "team"))),
		piece("div", "results", make("h3", {}, words.results), make("dl", {})), make("p", { className: "spoken", role: "status" }),
		make("p", {}, make("label", {}, make("input", { type: "checkbox", className: "remember" }), " " + words.remember),
			piece("span", "hint", words.tab)),
		piece("p", "buttons", ...["copy-markdown", "copy-link", "reset"].map(name => button(name, words[name]))),
		make("p", { className: "copied", role: "status" })),
];
// The button that was there may have the focus.
const hadFocus = root.contains(document.activeElement);
root.replaceChildren(...article ? panelBox() : [box("find")]);
if (hadFocus) root.querySelector("button").focus();
const part = name => root.querySelector("." + name);
const on = (name, event, act) => part(name).addEventListener(event, act);
const loaded = id => globalThis.vademecumLoad(document.getElementById(id));
const vademecum = { data, prose, code, plural, loaded };
const labels = names => names.map(name => values[name].label).join(", ");
const shown = names => names.map(name => `${values[name].label} (${prose(given[name], values[name])})`).join(", ");
const pairs = () => Object.entries(given).map(([name, value]) => [name, key(value, values[name])]);
const forget = () => {
	for (const name in given) delete given[name];
	heard.clear();
	heard.line = undefined;
};
// What the last message said: the names of its values, which the next one replaces, and its own words.
const heard = new Set();

// An address with the values behind its anchor, `#step-3?org.id=…`; they are erased on arrival. With them go, under no
// name, those that a message gave, and under the name that no value has, to the same guide, its own words.
function withValues(address, line, own = pairs(), names = [...heard]) {
	const [page, anchor = ""] = address.split("#"), query = new URLSearchParams(own);
	if (names.length) query.append("", names.join(" "));
	if (line) query.append("error", line);
	return String(query) ? `${page}#${anchor}?${query}` : address;
}
// A message replaces what the one before it said; what was typed by hand stays.
function hear({ found, line }) {
	for (const name of heard) delete given[name];
	heard.clear();
	for (const name in found) if (!has(given, name)) {
		given[name] = found[name];
		heard.add(name);
	}
	heard.line = line;
}

const reader = () => loaded("vademecum-reading");
on("paste", "focusin", () => reader().catch(() => {}));
// Who pastes wants it read.
on("paste textarea", "paste", () => setTimeout(() => part("paste").requestSubmit()));
on("paste textarea", "keydown", event => {
	if (event.key !== "Enter" || !event.ctrlKey && !event.metaKey) return;
	event.preventDefault();
	part("paste").requestSubmit();
});
// A guide's link, with what a message says of it.
function linkTo({ guide, found, line }) {
	const own = Object.entries(found).map(([name, value]) => [name, key(value, values[name])]);
	const { lang } = document.documentElement, title = guide.titles[lang] ?? Object.values(guide.titles)[0];
	return make("a", { href: withValues((root.dataset.home ?? "").replace(/[^/]*$/, "") + (guide.hrefs?.[lang] ?? guide.href), line, own, Object.keys(found)) }, title);
}
on("paste", "submit", async event => {
	event.preventDefault();
	const area = part("paste textarea"), said = part("said"), message = area.value;
	const say = (...texts) => said.replaceChildren(...texts.filter(Boolean).flatMap((text, i) => i ? [" ", text] : [text]));
	let results, others = [];
	try {
		await reader();
		results = article ? vademecum.find(message, [data]) : [];
		if (!results.length && message.trim()) {
			// Another guide may be about it; where no guide is about any error, there is no list of them.
			if (article) await loaded("vademecum-guides").catch(() => {});
			others = vademecum.find(message, globalThis.vademecumGuides ?? []);
		}
	} catch { return say(words["not-loaded"]); }
	const [result] = results, links = others.map(linkTo), isSecret = vademecum.secret.test(message);
	if (result) {
		hear(result);
		const { isPart, hidden } = result, names = Object.keys(result.found);
		say(isPart && words.part, names.length && put(words.captured, { names: shown(names) }),
			hidden.length && put(words.hidden, { names: labels(hidden) }));
		update();
		if (!isPart && !hidden.length && !isSecret) show(false);
	} else if (links.length === 1 && !others[0].isPart && !isSecret && !article) {
		say();
		location.href = links[0].href;
	} else if (links.length) {
		say(words[others[0].isPart ? "near" : article ? "another" : "several"], ...links);
	} else say(words[!message.trim() ? "empty" : "unknown"]);
	if (!isSecret) return;
	area.value = "";
	said.append(" " + words.key);
});
root.hidden = false;
