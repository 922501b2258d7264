// Writes a page's values where they stand: in the text, in addresses, variants and pictures, and in its Markdown.
(() => {
"use strict";
const { data, has, digits, prose, code, key, resolve, forget } = vademecum;
const { values, words } = data;
const article = document.querySelector("article");
const put = (text, parts) => text.replace(/{(\w+)}/g, (all, name) => parts[name] ?? all);

const all = selector => article?.querySelectorAll(selector) ?? [];

// What the text shows or depends on.
const used = new Set();
const use = name => {
	if (!has(values, name) || used.has(name)) return;
	const { formula, parts = [], limit } = values[name];
	used.add(name);
	[...parts, limit].forEach(use);
	for (const [, input] of JSON.stringify(formula ?? "").matchAll(/"([a-z][\w.]*)"/g))
		use(has(values, input) ? input : input.replace(/\.\w+$/, ""));
};
for (const { dataset } of all("[data-name]")) use(dataset.name);
for (const { dataset } of all("[data-chart]")) use(dataset.chart);
for (const { dataset } of all("[data-only]")) use(dataset.only.split("=")[0]);
for (const { dataset } of all("[data-href]"))
	for (const [, name] of dataset.href.matchAll(/{{([\w.]+)}}/g)) use(name);

// A value in prose; behind a duration that the formula gives otherwise by more than a second, what that gives.
function told({ value, computed }, declaration) {
	const isDoubtful = declaration.type === "duration" && computed && !computed.isExample
		&& Math.abs(value - computed.value) > 1;
	return prose(value, declaration)
		+ (isDoubtful ? put(words.computed, { value: prose(computed.value, declaration) }) : "");
}

// Fills everything in the text in again.
function fillText() {
	forget();
	for (const element of article.querySelectorAll("data[data-name]")) {
		const { name } = element.dataset, declaration = has(values, name) && values[name];
		if (!declaration || declaration.type === "table") continue;
		const found = resolve(name), isCode = element.closest("code, pre");
		element.textContent = found ? isCode ? code(found.value, declaration) : told(found, declaration) : "…";
		element.value = found ? key(found.value, declaration) : "";
		element.classList.toggle("example", !!found?.isExample);
		element.classList.toggle("own", !!found?.isOwn);
	}
	for (const link of article.querySelectorAll("[data-href]")) link.href = address(link.dataset.href);
	for (const figure of article.querySelectorAll("[data-chart]")) draw(figure);
	for (const part of article.querySelectorAll("[data-only]")) part.hidden = !isFor(part.dataset.only);
	for (const note of document.querySelectorAll(".example-note")) note.hidden = !article.querySelector(".example");
}

// What a chart shows; null where a number is missing.
function drawing(name) {
	const { parts, limit } = values[name], all = [...parts, limit].map(name => ({ name, found: resolve(name) }));
	if (all.some(({ found }) => !found)) return null;
	const items = all.map(({ name, found }) =>
		({ name, label: values[name].label, amount: found.value, text: prose(found.value, values[name]) }));
	const total = items.slice(0, -1).reduce((sum, { amount }) => sum + Math.max(0, amount), 0), last = items.at(-1);
	return {
		items, total, limit: last.amount, width: Math.max(total, last.amount), isOver: total > last.amount,
		isExample: all.some(({ found }) => found.isExample),
		label: words[total > last.amount ? "chart-over" : "chart-left"],
		difference: prose(Math.abs(total - last.amount), values[limit]),
	};
}

// The picture (Rendering/HTML/ChartPicture).
function draw(figure) {
	const chart = drawing(figure.dataset.chart), find = selector => figure.querySelector(selector);
	figure.hidden = !chart;
	if (!chart) return;
	const { items, total, limit, width, isOver, isExample, label, difference } = chart;
	const percent = amount => (width > 0 ? Number(digits(Math.max(0, amount) * 100 / width, 2)) : 0) + "%";
	const place = (shape, start, end) => {
		shape.setAttribute("x", percent(start));
		shape.setAttribute("width", percent(Math.max(0, end - start)));
	};
	let start = 0;
	for (const [index, shape] of figure.querySelectorAll("rect[data-name]").entries())
		place(shape, start, start += Math.max(0, items[index].amount));
	place(find("rect[data-excess]"), limit, total);
	for (const name of ["x1", "x2"]) find("line[data-name]").setAttribute(name, percent(limit));
	const colon = words.colon + " ";
	find("desc").textContent = [...items, { label, text: difference }]
		.map(({ label, text }) => label + colon + text + ".").join(" ");
	find("[data-difference-label]").textContent = label;
	find("[data-difference]").textContent = difference;
	find("[data-difference]").classList.toggle("example", isExample);
	find("[data-difference]").parentElement.classList.toggle("chart-over", isOver);
}

// The bar in characters (Guides/Filling/ChartText).
function chartText(name) {
	const chart = drawing(name);
	if (!chart) return "…";
	const { items, limit, width, isOver, label, difference } = chart, fills = [..."█▒▓░"], bar = [];
	const column = amount => width > 0 ? Math.round(Math.max(0, amount) / width * 48) : 0, mark = column(limit);
	let sum = 0;
	const rows = items.map(({ label, amount, text }, index) => {
		if (index === items.length - 1) return ["│", label, text];
		const fill = fills[index % 4], end = column(sum += Math.max(0, amount));
		while (bar.length < end) bar.push(bar.length < mark ? fill : "╳");
		return [fill, label, text];
	});
	while (bar.length < mark) bar.push("·");
	bar.splice(mark, 0, "│");
	rows.push([isOver ? "╳" : "·", label, difference]);
	const length = text => [...text].length, longest = index => Math.max(...rows.map(row => length(row[index])));
	return [bar.join(""), "", ...rows.map(([fill, label, text]) => fill + " " + label
		+ " ".repeat(longest(1) - length(label) + longest(2) - length(text) + 2) + text)].join("\n");
}

function isFor(condition) {
	const [name, keys] = condition.split("="), found = resolve(name);
	return !found || !!found.isExample || keys.split("|").includes(found.value);
}

const address = template => template.replace(/{{([\w.]+)}}/g, (all, name, offset) => {
	const found = resolve(name), isStart = offset === 0 && values[name]?.type === "url";
	return found ? isStart ? found.value : encode(key(found.value, values[name])) : all;
});
// All but RFC 3986's unreserved characters.
const encode = text => encodeURIComponent(text)
	.replace(/[!'()*]/g, char => "%" + char.charCodeAt(0).toString(16).toUpperCase());

// The page's Markdown with its marks: U+E001 to U+E003 and a name for values in prose, code and addresses, U+E005 and
// U+E006 around variants, U+E007 for charts.
function markdown() {
	let text = data.markdown;
	for (let found; found = /\ue005([^\ue004]*)\ue004([^\ue006]*)\ue006/.exec(text);) {
		let [start, end, inside] = [found.index, found.index + found[0].length, found[2]];
		if (!isFor(found[1])) {
			// The whole lines go, and of two blank lines one.
			start = text.lastIndexOf("\n", start) + 1;
			end = text.indexOf("\n", end) + 1 || text.length;
			if (text.slice(0, start).endsWith("\n\n") && text[end] === "\n") end++;
			inside = "";
		}
		text = text.slice(0, start) + inside + text.slice(end);
	}
	// Code may hold backticks now, and takes longer fences then.
	text = text.replace(/(?<![`\\])(`+)(?!`)([^]*?[^`])\1(?!`)/g, (all, fence, inside) => {
		if (!inside.includes("\ue002")) return all;
		inside = inside.replace(/\ue002([^\ue004]*)\ue004/g, (_, name) => worded(name, code));
		while (inside.includes(fence)) fence += "`";
		return /^`|`$/.test(inside) ? `${fence} ${inside} ${fence}` : fence + inside + fence;
	});
	text = text.replace(/\ue007([^\ue004]*)\ue004/g, (_, name) => chartText(name));
	text = text.replace(/([\ue001\ue003])([^\ue004]*)\ue004/g, (_, kind, name, at) => kind === "\ue003"
		? address(`{{${name}}}`) : escaped(worded(name), /(^|\n)[\s>]*([-*+] |\d+[.)] )*$/.test(text.slice(0, at))));
	const examples = Object.keys(values).filter(name => used.has(name) && !/table|chart/.test(values[name].type)
		&& resolve(name)?.isExample).map(name => values[name].label).join(", ");
	return settled(text) + (examples && "\n" + escaped(put(words["example-list"], { values: examples })) + "\n");
}

// Away from the site, a link to another of its pages needs the whole address; where there is none, its words stay.
function settled(text) {
	const own = document.querySelector("link[rel=canonical]")?.href ?? location.href, isPublished = /^http/.test(own);
	const link = /(`+)[^]*?[^`]\1(?!`)|!?\[((?:\\.|[^\]\\])*)\]\((?![a-z]+:|#)([^()\s]+)\)/gi;
	return text.replace(link, (all, code, words, to) => {
		if (code) return all;
		const [page, anchor] = new URL(to, own).href.replace(/index\.md(?=#|$)/, "").split("#");
		const isOwn = anchor && page === own.split("#")[0].replace(/index\.html$/, "");
		if (!isOwn && !isPublished) return words;
		return all.slice(0, all.length - to.length - 1) + (isOwn ? "" : page) + (anchor ? "#" + anchor : "") + ")";
	});
}

function worded(name, write) {
	const found = resolve(name);
	return found ? write ? write(found.value, values[name]) : told(found, values[name]) : "…";
}

// Where a line begins, more would be markup.
const atStart = text => text.replace(/^(#{1,6} |>|[-+] )/, "\\$1").replace(/^(\d{1,9})([.)] )/, "$1\\$2");
const markup = /[[`\]*|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|\\(?=[!-/:-@[-`{-~]|$)|<(?=[a-z/!?])|&(?=#?\w+;)/giu;
const escaped = (text, isStart) => (isStart ? atStart : text => text)(text.replace(markup, "\\$&"));

Object.assign(vademecum, { put, told, fillText, markdown, used });
})();
