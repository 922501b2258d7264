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
	button("open", words.open, { "aria-expanded": "false", "aria-controls": "vademecum-panel" }),
	make("aside", { id: "vademecum-panel", className: "panel", "aria-labelledby": "vademecum-title", hidden: true },
		make("h2", { id: "vademecum-title" }, words.title), button("close", "×", { "aria-label": words.close }),
		box("read"),
		piece("div", "values", make("h3", {}, words.values), piece("div", "fields"),
			make("details", {}, make("summary", {}, words.team), piece("div", "team"))),
		make("div", { className: "results", "aria-live": "polite" }, make("h3", {}, words.results), make("dl", {})),
		make("p", {}, make("label", {}, make("input", { type: "checkbox", className: "remember" }), " " + words.remember)),
		piece("p", "buttons", ...["copy-markdown", "copy-link", "reset"].map(name => button(name, words[name]))),
		make("p", { className: "copied", role: "status" })),
];
root.replaceChildren(...article ? panelBox() : [box("find")]);
const part = name => root.querySelector("." + name);
const on = (name, event, act) => part(name).addEventListener(event, act);
// Files that few readers need are asked for once. The page names them, in a template: its policy lets no script name a
// script.
const load = script => new Promise((onload, onerror) => {
	Object.assign(script, { async: false, onload, onerror });
	document.head.append(script);
}).finally(() => script.remove());
const loaded = id => {
	const template = document.getElementById(id);
	return template.asked ??= Promise.all([...template.content.cloneNode(true).children].map(load));
};
const vademecum = { data, prose, code, plural, loaded };
const labels = names => names.map(name => values[name].label).join(", ");
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
function withValues(address, line) {
	const [page, anchor = ""] = address.split("#"), query = new URLSearchParams(pairs());
	if (heard.size) query.append("", [...heard].join(" "));
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
on("paste", "submit", async event => {
	event.preventDefault();
	const area = part("paste textarea"), said = part("said"), message = area.value;
	try { await reader(); } catch { return said.textContent = words["not-loaded"]; }
	const results = vademecum.find(message, data.guides ?? [data]), isPart = results[0]?.isPart;
	const links = results.map(result => {
		const { guide, found, hidden, line } = result, names = Object.keys(found);
		if (!article) forget();
		hear(result);
		said.textContent = !article ? words[isPart ? "near" : "several"] : [isPart && words.part,
			names.length && put(words.captured, { names: labels(names) }),
			hidden.length && put(words.hidden, { names: labels(hidden) })].filter(Boolean).join(" ");
		const title = [...document.links].find(link => link.getAttribute("href") === guide.href)?.textContent;
		return article ? "" : make("a", { href: withValues(guide.href, line) }, title ?? guide.href);
	});
	if (!links.length) said.textContent = words[!message.trim() ? "empty" : article ? "elsewhere" : "unknown"];
	if (links.length > 1 || isPart) said.append(...links.flatMap((link, i) => i ? [", ", link] : [link]));
	if (vademecum.secret.test(message)) {
		area.value = "";
		said.append(" " + words.key);
	}
	if (article) update(); else if (links.length === 1 && !isPart) location.href = links[0].href;
});
root.hidden = false;
