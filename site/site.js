// Fills a page with its reader's values. Nothing is sent anywhere, and nothing is kept unless the reader says so.
(() => {
"use strict";
const { data, has, code, key, parse, given, resolve, put, told, fillText, markdown, used } = vademecum;
const { values, words } = data;
const root = document.getElementById("vademecum");
const article = document.querySelector("article");
const find = name => root.querySelector("." + name);
const fields = new Map();

function make(tag, properties, ...children) {
	const element = Object.assign(document.createElement(tag), properties);
	element.append(...children);
	return element;
}

const labels = names => names.map(name => values[name].label).join(", ");

// An address with the values behind its anchor, `#step-3?org.id=…`; they are erased on arrival.
function withValues(address) {
	const [page, anchor = ""] = address.split("#");
	const pairs = Object.entries(given).map(([name, value]) => [name, key(value, values[name])]);
	return pairs.length ? `${page}#${anchor}?${new URLSearchParams(pairs)}` : address;
}

function take(pairs) {
	for (const [name, text] of pairs) {
		const value = has(values, name) ? parse(String(text), values[name]) : {};
		if (typeof value !== "object") given[name] = value;
	}
}

function arrive() {
	const [anchor, query] = location.hash.slice(1).split("?");
	if (query === undefined) return;
	history.replaceState(null, "", location.href.split("#")[0] + (anchor && "#" + anchor));
	take(new URLSearchParams(query));
	document.getElementById(anchor)?.scrollIntoView();
}

// A browser that stores nothing is no reason to stop.
function remembered(pairs) {
	try {
		if (pairs) localStorage.setItem("vademecum", JSON.stringify(Object.fromEntries(pairs)));
		else if (pairs === null) localStorage.removeItem("vademecum");
		return Object.entries(JSON.parse(localStorage.getItem("vademecum")));
	} catch { return null; }
}

function remember() {
	if (!find("remember").checked) return remembered(null);
	const others = (remembered() ?? []).filter(([name]) => !has(values, name));
	remembered([...others, ...Object.entries(given).map(([name, value]) => [name, key(value, values[name])])]);
}

function fillPage() {
	fillText();
	for (const [name, { input }] of fields) if (!values[name].choices) input.placeholder = example(name);
	find("results dl").replaceChildren(...[...used].filter(name => values[name].formula).flatMap(name => {
		const found = resolve(name), declaration = values[name];
		if (!found) return [];
		return [make("dt", {}, declaration.label),
			make("dd", { className: found.isExample ? "example" : "" }, told(found, declaration))];
	}));
}

async function copy(text) {
	const area = make("textarea", { value: text });
	let isCopied = true;
	try { await navigator.clipboard.writeText(text); } catch {
		root.append(area);
		area.select();
		isCopied = document.execCommand("copy");
		area.remove();
	}
	find("copied").textContent = isCopied ? words.copied : words["not-copied"];
}

function makeField(name) {
	const { label, unit, choices } = values[name];
	const input = make(choices ? "select" : "input",
		{ id: "value-" + name, name, autocomplete: "off", spellcheck: false });
	const error = make("span", { id: "error-" + name, className: "error" });
	if (choices) {
		input.append(make("option", { value: "" }, words.choose));
		for (const choice in choices) input.append(make("option", { value: choice }, choices[choice].label));
	}
	input.setAttribute("aria-describedby", error.id);
	const change = isFinished => {
		const value = input.value.trim() ? parse(input.value, values[name], true) : undefined, wrong = value?.wrong;
		if (value === undefined || wrong) delete given[name]; else given[name] = value;
		if (isFinished || !wrong) {
			error.textContent = wrong ? put(words["wrong-" + wrong], { example: example(name) }) : "";
			input.ariaInvalid = String(!!wrong);
		}
		fillPage();
		remember();
	};
	input.addEventListener("input", () => change(false));
	input.addEventListener("change", () => change(true));
	fields.set(name, { input, error });
	return make("p", { className: "field" },
		make("label", { htmlFor: input.id }, label, unit ? make("small", {}, " " + unit) : ""), input, error);
}

const example = name => {
	const { value, example, formula } = values[name], found = value ?? (formula ? resolve(name)?.value : example);
	return found === undefined ? "" : code(found, values[name]);
};

function fillFields() {
	for (const [name, { input, error }] of fields) {
		input.value = has(given, name) ? key(given[name], values[name]) : "";
		input.ariaInvalid = "false";
		error.textContent = "";
	}
}

function update() {
	fillFields();
	fillPage();
	remember();
}

// The paste box, of a guide and of the home page.
find("paste").addEventListener("submit", event => {
	event.preventDefault();
	const area = find("paste textarea"), said = find("said"), message = area.value;
	const found = vademecum.find(message, data.guides ?? [data]);
	said.textContent = message.trim() ? article ? words.elsewhere : words.unknown : words.empty;
	const links = found.map(({ guide, found }) => {
		for (const name in given) if (!article) delete given[name];
		Object.assign(given, found);
		return article ? "" : make("a", { href: withValues(guide.href) }, guide.title);
	});
	if (links.length) said.textContent = article
		? put(words.captured, { names: labels(Object.keys(found[0].found)) }) : words.several;
	if (links.length > 1) said.append(...links);
	if (vademecum.holdsSecret(message)) {
		area.value = "";
		said.append(" " + words.key);
	}
	if (article) update(); else if (links.length === 1) location.href = links[0].href;
});
root.hidden = false;
arrive();
if (!article) return;

const panel = find("panel"), open = find("open");
function show(isShown) {
	panel.hidden = !isShown;
	open.ariaExpanded = String(isShown);
	(isShown ? find("paste textarea") : open).focus();
}
open.addEventListener("click", () => show(panel.hidden));
find("close").addEventListener("click", () => show(false));
panel.addEventListener("keydown", event => event.key === "Escape" && show(false));
find("values").addEventListener("submit", event => event.preventDefault());
find("remember").addEventListener("change", remember);
find("reset").addEventListener("click", () => {
	for (const name in given) delete given[name];
	find("paste textarea").value = find("said").textContent = "";
	update();
});
find("copy-markdown").addEventListener("click", () => copy(markdown()));
const copyLink = find("copy-link").textContent;
find("copy-link").addEventListener("click", event => {
	const secrets = Object.keys(given).filter(name => values[name].private), button = event.target;
	const isWarned = button.classList.toggle("warned", secrets.length > 0 && !button.classList.contains("warned"));
	button.textContent = isWarned ? words["copy-anyway"] : copyLink;
	if (isWarned) find("copied").textContent = put(words.private, { names: labels(secrets) });
	else copy(withValues(location.href.split("#")[0]));
});
// Links to the site's other pages take the values along.
document.addEventListener("click", event => {
	const link = event.target.closest?.("a[href*='index.html']"), href = link?.getAttribute("href");
	if (!href || /^[a-z]+:/i.test(href)) return;
	link.href = withValues(href);
	setTimeout(() => link.setAttribute("href", href));
});
window.addEventListener("hashchange", () => { arrive(); update(); });

// What is computed is a reader's to give only where a message has it.
const isTyped = name => !/table|chart/.test(values[name].type)
	&& (!values[name].formula || data.errors.flat(2).includes(name));
for (const name in values)
	if (used.has(name) && isTyped(name))
		find(has(values[name], "value") ? "team" : "fields").append(makeField(name));
const kept = remembered();
find("remember").checked = !!kept;
if (kept) take(kept.filter(([name]) => !has(given, name)));
update();
})();
