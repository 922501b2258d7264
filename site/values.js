// Reads, computes and formats values as the program does, without Intl: all there is to know of them and of the
// language stands in the page's #vademecum-data.
(() => {
"use strict";
const data = JSON.parse(document.getElementById("vademecum-data").textContent);
const { values, symbols } = data;
const has = (object, name) => Object.hasOwn(object, name);

// Formatting (Guides/Formatting): digits without an exponent, fifteen that count where nobody said how many; halves go
// away from zero, on the shortest exact text.
function digits(number, decimals) {
	const [text, exponent] = String(number).split("e");
	let [whole, fraction = ""] = text.replace("-", "").split(".");
	if (exponent) {
		const point = whole.length + Number(exponent), all = (whole + fraction).padEnd(point, "0");
		[whole, fraction] = point > 0 ? [all.slice(0, point), all.slice(point)] : ["0", "0".repeat(-point) + all];
	}
	const significant = (whole + fraction).replace(/^0+/, "").length;
	const length = decimals ?? Math.max(0, fraction.length - Math.max(0, significant - 15));
	let all = whole + fraction.slice(0, length);
	if (fraction[length] >= "5") all = String(BigInt(all) + 1n).padStart(all.length, "0");
	all = all.padEnd(all.length + length - fraction.length, "0");
	[whole, fraction] = [all.slice(0, all.length - length), all.slice(all.length - length)];
	if (decimals === undefined) fraction = fraction.replace(/0+$/, "");
	return (text[0] === "-" && /[1-9]/.test(whole + fraction) ? "-" : "") + whole + (fraction && "." + fraction);
}

const native = text => symbols.digits ? text.replace(/\d/g, digit => [...symbols.digits][digit]) : text;
const signed = (text, write) => text[0] === "-" ? symbols.minus + write(text.slice(1)) : write(text);

function grouped(text) {
	let [whole, fraction] = text.split("."), [size, next] = symbols.sizes;
	const groups = [];
	for (let isLong = whole.length > symbols.ungrouped; isLong && whole.length > size; size = next) {
		groups.unshift(whole.slice(-size));
		whole = whole.slice(0, -size);
	}
	whole = [whole, ...groups].join(symbols.group);
	return native(fraction ? whole + symbols.decimal + fraction : whole);
}

// Days, hours, minutes and seconds, those that are not zero.
function duration(text) {
	let sign = text[0] === "-" ? symbols.minus : "", [rest, fraction = ""] = text.replace("-", "").split(".");
	const parts = [], [two, first, middle, last] = symbols.joints;
	[86400, 3600, 60, 1].forEach((length, index) => {
		const count = Math.floor(rest / length), decimals = length === 1 && /[1-9]/.test(fraction) ? "." + fraction : "";
		rest -= count * length;
		if (!count && !decimals && (length > 1 || parts.length)) return;
		let form = symbols.units[index];
		if (form.other) {
			const [other, at] = decimals ? [form.fraction, form.fractionAt] : [form.other, form.at];
			form = at[count > 199 ? 100 + count % 100 : count] ?? other;
		}
		parts.push(form.replace("{0}", sign + grouped(digits(count) + decimals)));
		sign = "";
	});
	return parts.reduce((text, part, index) =>
		text + (parts.length === 2 ? two : index === 1 ? first : index === parts.length - 1 ? last : middle) + part);
}

function prose(value, { type, decimals, choices }) {
	switch (type) {
		case "integer": case "decimal": return signed(digits(value, decimals), grouped);
		case "percent": return signed(digits(value * 100, decimals), text => symbols.percent.replace("{0}", grouped(text)));
		case "duration": return duration(digits(value, decimals));
		case "choice": return choices[value].label;
		case "date": {
			const [y, month, dd] = value.split("-"), parts = { y: +y, d: +dd, dd };
			return native(data.dates[month - 1].replace(/{(\w+)}/g, (_, name) => parts[name]));
		}
	}
	return value;
}

function code(value, { type, decimals, choices }) {
	if (type === "choice") return choices[value].code ?? value;
	if (typeof value === "string") return value;
	return digits(type === "percent" ? value * 100 : value, decimals) + ({ percent: "%", duration: "s" }[type] ?? "");
}

// As data and addresses carry it.
const key = (value, { type }) => type === "choice" ? value : code(value, { type });

// Reading (Guides/Values)
const units = { ms: .001, s: 1, sec: 1, m: 60, min: 60, h: 3600, d: 86400, w: 604800 };
for (const name of ["millisecond", "second", "minute", "hour", "day", "week"])
	units[name] = units[name + "s"] = units[name === "millisecond" ? "ms" : name[0]];

function readNumber(text) {
	const isNumber = /^[+-]?(\d{1,30}|\d{1,3}(,\d{3})+|\d{1,3}( \d{3})+)(\.\d+)?$/.test(text);
	return isNumber ? Number(text.replace(/[, ]/g, "")) : NaN;
}

function readDuration(text) {
	let total = text ? 0 : NaN;
	while (text) {
		const [all, number, name] = /^([\d.]+) *([a-z]+) */i.exec(text) ?? [];
		if (!has(units, name)) return NaN;
		total += units[name] < 1 ? number / 1000 : number * units[name];
		text = text.slice(all.length);
	}
	return total;
}

const forbidden =
	/[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ue000-\ue00f\ufdd0-\ufdef\ufeff\ufffe\uffff]/;

function isDay(text) {
	const day = new Date(text + "T00:00Z");
	return /^\d{4}-/.test(text) && !isNaN(day) && day.toISOString().startsWith(text) && text > "0001";
}

// A pattern that only the program understands keeps nobody from typing.
function fits(text, pattern) {
	try { return new RegExp(`^(?:${pattern})$`, "u").test(text); } catch { return true; }
}

// The value, or {wrong: why}.
function parse(text, { type, pattern, choices }, isTyped) {
	text = text.trim();
	let number = text.replace(/[\u202f\xa0]/g, " ").replace(/^\u2212/, "-");
	// Who types on a French page writes a French comma.
	if (isTyped && symbols.decimal === ",") number = number.replace(/^([\d ]+),(?=\d)/, "$1.");
	const read = {
		text: () => text,
		identifier: () => /^\S+$/.test(text) && text,
		url: () => /^(https?:\/\/(?![/?#])|mailto:(?=.*@))[^\s"<>\\]+$/i.test(text) && text,
		date: () => isDay(text) && text,
		choice: () => has(choices, text) && text,
		integer: () => readNumber(/,\d{3}$/.test(text) ? text : number),
		decimal: () => readNumber(number),
		percent: () => readNumber(number.replace(/ *%$/, "")) / 100,
		duration: () => readDuration(number),
	};
	if (forbidden.test(text)) return { wrong: "character" };
	const value = read[type]();
	const isWrong = value === false || Number.isNaN(value) || type === "integer" && !Number.isSafeInteger(value);
	if (isWrong) return { wrong: type };
	return pattern && !fits(text, pattern) ? { wrong: "pattern" } : value;
}

// Computing (Guides/Values): IEEE doubles, from the inside out.
const given = {};
let resolved = {};
const forget = () => { resolved = {}; };

function resolve(name) {
	if (has(resolved, name)) return resolved[name];
	resolved[name] = null;
	if (!has(values, name)) return null;
	const { formula, value, example } = values[name];
	const computed = formula === undefined ? null : compute(formula);
	let result = computed;
	if (has(given, name)) result = { value: given[name], isOwn: true, computed };
	else if (value !== undefined) result = { value, computed };
	else if (!computed && example !== undefined) result = { value: example, isExample: true };
	return resolved[name] = result;
}

function compute(formula) {
	let isExample = false;
	const number = name => {
		const [, owner, fact] = has(values, name) ? [, name] : /(.*)\.(.*)/.exec(name) ?? [];
		const input = resolve(owner);
		isExample ||= input?.isExample;
		return input && (fact ? values[owner].choices[input.value].facts?.[fact] : input.value);
	};
	const evaluate = tree => {
		if (!Array.isArray(tree)) return typeof tree === "string" ? number(tree) ?? NaN : tree;
		const all = tree.slice(1).map(evaluate), [a, b] = all;
		switch (tree[0]) {
			case "+": return a + b;
			case "-": return all.length > 1 ? a - b : -a;
			case "*": return a * b;
			case "/": return a / b;
			case "round": return Math.sign(a) * Math.round(Math.abs(a));
		}
		return Math[tree[0]](...all);
	};
	const value = evaluate(formula);
	return Number.isFinite(value) ? { value, isExample } : null;
}

globalThis.vademecum = { data, has, digits, prose, code, key, parse, given, resolve, compute, forget };
})();
