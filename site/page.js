// A guide's page and its panel. Values are kept until the tab is closed, and beyond only if the reader says so.
"use strict";
// A value in prose; behind a duration that the formula gives otherwise by more than a second, what that gives.
function told(value, spec, computed) {
	const isDoubtful = spec.type === "duration" && computed?.isExample === false
		&& Math.abs(value - computed.value) > 1;
	return prose(value, spec)
		+ (isDoubtful ? put(words.computed, { value: prose(computed.value, spec) }) : "");
}

function worded(name, write = told, none = "…") {
	const found = resolve(name);
	return found ? write(found.value, values[name], found.computed) : none;
}

// Whether the reader is one of those that a part is for; null where nobody knows.
function holds(rule) {
	const [, name, sign, keys] = /^([\w.]+)(!?=)(.*)/s.exec(rule) ?? [];
	if (name) {
		const found = resolve(name);
		return !found || found.isExample ? null : keys.split("|").includes(found.value) === (sign === "=");
	}
	const [compare, ...sides] = JSON.parse(rule.replaceAll("'", '"')), found = sides.map(compute);
	return found.every(side => side && !side.isExample) ? comparisons[compare](...found.map(side => side.value)) : null;
}
const comparisons = {
	"<": (a, b) => a < b, ">": (a, b) => a > b, "<=": (a, b) => a <= b, ">=": (a, b) => a >= b,
	"=": (a, b) => a === b, "!=": (a, b) => a !== b,
};

// All but RFC 3986's unreserved characters are encoded, but in a whole address.
const component = (value, spec) => encodeURIComponent(key(value, spec))
	.replace(/[!'()*]/g, char => "%" + char.charCodeAt().toString(16).toUpperCase());
const address = template => template.replace(/{{([\w.]+)}}/g, (all, name, at) =>
	worded(name, at === 0 && values[name]?.type === "url" ? key : component, all));

// Whether a page may link to an address, which is read as a browser does: Values/Parsing/LinkScheme.
function isAllowed(address) {
	const bare = address.replace(/^[\0- ]+|[\t\n\r]/g, ""), [, scheme] = /^([a-z][a-z\d+.-]*):/i.exec(bare) ?? [];
	return scheme ? /^(https?|mailto)$/i.test(scheme) : !/^[/\\]{2}/.test(bare);
}

const each = (selector, act) => article.querySelectorAll(selector).forEach(act);

function fillText() {
	resolved = {};
	each("[data-error]", node => {
		node.own ??= [...node.childNodes];
		if (heard.line) node.textContent = heard.line; else node.replaceChildren(...node.own);
	});
	each("data[data-name]", node => {
		const { name } = node.dataset;
		if (!has(values, name) || values[name].type === "table") return;
		const found = resolve(name);
		node.textContent = worded(name, node.closest("code, pre") ? code : told);
		node.value = found ? key(found.value, values[name]) : "";
		node.classList.toggle("example", !!found?.isExample);
		node.classList.toggle("own", !!found?.isOwn);
	});
	each("[data-href]", link => {
		const to = address(link.dataset.href);
		link.setAttribute("href", isAllowed(to) ? to : "");
	});
	each("[data-text]", node => {
		const before = node.textContent, text = node.dataset.text.replace(/{{([\w.]+)}}/g, (all, name) => worded(name));
		if (node.matches("h1")) document.title = document.title.replace(before, () => text);
		node.textContent = text;
	});
	each("[data-chart]", draw);
	each("[data-only]", part => part.hidden = holds(part.dataset.only) === false);
	each("[data-label]", label => label.hidden = holds(label.closest("[data-only]").dataset.only) !== null);
	for (const note of document.querySelectorAll(".example-note")) note.hidden = !article.querySelector(".example");
}

// A chart's rows, the limit and the difference last; null where a number is missing.
function drawing(name) {
	const { parts, limit } = values[name], names = [...parts, limit], found = names.map(resolve);
	if (found.includes(null)) return null;
	const amounts = found.map(({ value }) => Math.max(0, value)), most = found.at(-1).value;
	const total = amounts.slice(0, -1).reduce((sum, amount) => sum + amount), isOver = total > most;
	const rows = names.map((name, i) => [values[name].label, prose(found[i].value, values[name])]);
	rows.push([words[isOver ? "chart-over" : "chart-left"], prose(Math.abs(total - most), values[limit])]);
	const width = Math.max(total, most), isExample = found.some(({ isExample }) => isExample);
	return { rows, amounts, most, total, width, isOver, isExample };
}

// The picture, as Rendering/HTML/ChartPicture draws it.
function draw(figure) {
	const chart = drawing(figure.dataset.chart), piece = selector => figure.querySelector(selector);
	figure.hidden = !chart;
	if (!chart) return;
	const { rows, amounts, most, total, width, isOver, isExample } = chart, [label, text] = rows.at(-1);
	const set = (shape, lengths) => {
		for (const name in lengths)
			shape.setAttribute(name, (width > 0 ? +digits(Math.max(0, lengths[name]) * 100 / width, 2) : 0) + "%");
	};
	let start = 0;
	figure.querySelectorAll("rect[data-name]").forEach((shape, i) => {
		set(shape, { x: start, width: amounts[i] });
		start += amounts[i];
	});
	set(piece(".chart-excess"), { x: most, width: total - most });
	set(piece("line[data-name]"), { x1: most, x2: most });
	piece("svg").ariaLabel = `${values[figure.dataset.chart].label}. ` + rows.map(([label, text]) => `${label}${words.colon} ${text}.`).join(" ");
	piece("[data-difference-label]").textContent = label;
	const difference = piece("[data-difference]");
	difference.textContent = text;
	difference.classList.toggle("example", isExample);
	difference.parentElement.classList.toggle("chart-over", isOver);
}

const template = () => loaded("vademecum-copy");

function markdown() {
	const text = filled(vademecum.markdown), examples = used.filter(name => !values[name].forms && resolve(name)?.isExample);
	const list = put(words["example-list"], { values: labels(examples) }), gap = text.endsWith("\n") ? "\n" : "\n\n";
	return text + (examples.length ? escaped(list, gap, "\n") + "\n" : "");
}

function take(pairs) {
	for (const [name, text] of pairs) {
		const value = has(values, name) ? parse(String(text), values[name]) : {};
		if (typeof value !== "object") given[name] = value;
		if (!name) for (const told of String(text).split(" ")) if (has(given, told)) heard.add(told);
	}
}

// A message's own words are shown if they are what this guide is about.
async function showLine(line) {
	await reader();
	const [result] = vademecum.find(line.replace(/^… | …$/g, ""), [data]);
	if (!result) return;
	heard.line = result.line;
	fillPage();
}

function arrive() {
	const [anchor, query] = location.hash.slice(1).split("?");
	if (query === undefined) return;
	history.replaceState(null, "", location.href.split("#")[0] + (anchor && "#" + anchor));
	const pairs = new URLSearchParams(query), line = pairs.get("error");
	take(pairs);
	if (line) showLine(line).catch(() => {});
	document.getElementById(anchor)?.scrollIntoView();
}

// Keeps pairs for the tab or for the device; null: none any more. A browser that stores nothing is no reason to stop.
function stored(place, pairs) {
	try {
		if (pairs) globalThis[place].vademecum = JSON.stringify(Object.fromEntries(pairs));
		else if (pairs === null) delete globalThis[place].vademecum;
		return Object.entries(JSON.parse(globalThis[place].vademecum));
	} catch { return null; }
}

const isWord = name => /text|identifier|url|choice/.test(values[name].type);

// Says above the guide with what it is filled in.
function tell() {
	// Numbers come first: a limit and a wait say more of a message than whose it is.
	const names = known.filter(name => has(given, name)).sort((a, b) => isWord(a) - isWord(b)), isFilled = names.length > 0, line = part("filled");
	const isHeard = names.some(name => heard.has(name)), first = shown(names.slice(0, 4)) + (names.length > 4 ? "…" : "");
	line.textContent = isFilled ? put(words[isHeard ? "filled" : "filled-own"], { values: first }) : "";
	line.hidden = part("undo").hidden = !isFilled;
	root.classList.toggle("kept", isFilled);
	opener.textContent = words[isFilled ? "change" : "open"];
	if (isFilled) opener.setAttribute("aria-describedby", line.id); else opener.removeAttribute("aria-describedby");
}

function fillPage() {
	fillText();
	tell();
	calm();
	for (const [name, { input }] of fields) input.placeholder = example(name);
	const results = used.filter(name => values[name].formula && !values[name].forms && resolve(name));
	part("results dl").replaceChildren(...results.flatMap(name => [make("dt", {}, values[name].label),
		make("dd", { className: resolve(name).isExample ? "example" : "" }, worded(name))]));
	const all = [...pairs(), ...heard.size ? [["", [...heard].join(" ")]] : []];
	stored("sessionStorage", all.length ? [...all, ...heard.line ? [["error", heard.line]] : []] : null);
	const others = (stored("localStorage") ?? []).filter(([name]) => name && !has(values, name));
	stored("localStorage", part("remember").checked ? [...others, ...all] : null);
}

function example(name) {
	const { value, example, formula } = values[name], shown = value ?? (formula ? resolve(name)?.value : example);
	return shown === undefined ? "" : code(shown, values[name]);
}

const fields = new Map();
function makeField(name) {
	const { label, unit, choices } = values[name], id = "value-" + name;
	const options = Object.entries(choices ?? {}).map(([value, { label }]) => make("option", { value }, label));
	const attributes = { id, name, autocomplete: "off", spellcheck: false, "aria-describedby": "error-" + name };
	const input = make(choices ? "select" : "input", attributes,
		...choices ? [make("option", { value: "" }, words.choose), ...options] : []);
	const error = make("span", { id: "error-" + name, className: "error", role: "alert" });
	const say = wrong => {
		error.textContent = wrong ? put(words["wrong-" + wrong], { example: example(name) }) : "";
		input.ariaInvalid = String(!!wrong);
	};
	input.oninput = input.onchange = ({ type }) => {
		const value = input.value.trim() ? parse(input.value, values[name], true) : undefined, wrong = value?.wrong;
		if (value === undefined || wrong) delete given[name]; else given[name] = value;
		heard.delete(name);
		if (type === "change" || !wrong) say(wrong);
		fillPage();
		// What follows is read out once, and not at every letter.
		if (type === "change") part("spoken").textContent = [...part("results dl").children].map(item => item.textContent).join(" ");
	};
	fields.set(name, { input, say });
	return make("p", { className: "field" },
		make("label", { htmlFor: id }, label, unit ? make("small", {}, " " + unit) : ""), input, error);
}

function update() {
	for (const [name, { input, say }] of fields) {
		input.value = has(given, name) ? key(given[name], values[name]) : "";
		say();
		// What was just read is not to be looked for.
		if (heard.has(name)) input.closest("details")?.toggleAttribute("open", true);
	}
	fillPage();
}

async function copy(promised) {
	let isCopied = true, text = "";
	try { await navigator.clipboard.writeText(text = await promised); } catch {
		const area = make("textarea", { value: text });
		root.append(area);
		area.select();
		isCopied = !!text && document.execCommand("copy");
		area.remove();
	}
	part("copied").textContent = words[isCopied ? "copied" : "not-copied"];
}

const panel = part("panel"), opener = part("open");
function show(isShown) {
	panel.hidden = !isShown;
	opener.ariaExpanded = String(isShown);
	(isShown ? part("paste textarea") : opener).focus();
}
on("open", "click", () => show(panel.hidden));
on("close", "click", () => show(false));
on("panel", "keydown", event => event.key === "Escape" && show(false));
on("remember", "change", fillPage);
for (const name of ["reset", "undo"]) on(name, "click", () => {
	forget();
	part("paste textarea").value = part("said").textContent = "";
	update();
	if (name === "undo") opener.focus();
});
// Some browsers copy only what is at hand when the reader clicks.
on("copy-markdown", "pointerover", () => template().catch(() => {}));
// Private values leave the page at a second click alone, each time.
const copiers = {
	"copy-markdown": ["private-markdown", () => template().then(markdown)],
	"copy-link": ["private", () => withValues(location.href.split("#")[0], undefined, pairs().filter(([name]) => known.includes(name)))],
};
function calm() {
	for (const name in copiers) {
		part(name).classList.remove("warned");
		part(name).textContent = words[name];
	}
}
for (const name in copiers) on(name, "click", ({ target }) => {
	const [warning, text] = copiers[name], secrets = known.filter(name => has(given, name) && values[name].private);
	const isWarning = secrets.length > 0 && !target.classList.contains("warned");
	calm();
	if (!isWarning) return copy(text());
	target.classList.add("warned");
	target.textContent = words["copy-anyway"];
	part("copied").textContent = put(words[warning], { names: labels(secrets) });
});
// Links to the site's other pages take the values along.
document.addEventListener("click", event => {
	const link = event.target.closest?.("a[href*='index.html']"), href = link?.getAttribute("href");
	if (!href || /#.*\?/.test(href) || link.protocol !== location.protocol || link.host !== location.host) return;
	link.setAttribute("href", withValues(href, link.closest(".languages") && heard.line));
	setTimeout(() => link.setAttribute("href", href));
});
addEventListener("hashchange", () => { arrive(); update(); });

const isField = name => !/table|chart/.test(values[name].type) && (!values[name].formula || captured.includes(name));
for (const name of used.filter(isField)) part(has(values[name], "value") ? "team" : "fields").append(makeField(name));
arrive();
// What the address says counts more than what the tab keeps, and that more than the device.
part("remember").checked = !!stored("localStorage");
for (const place of ["sessionStorage", "localStorage"]) {
	const kept = (stored(place) ?? []).filter(([name]) => !has(given, name)), line = new Map(kept).get("error");
	take(kept);
	if (line && !heard.line) showLine(line).catch(() => {});
}
update();
