// Reads, computes and formats values as the program does, without Intl. The script's files share one scope.
"use strict";
const own = document.getElementById("vademecum-data"), article = document.querySelector("article");
const data = own ? JSON.parse(own.textContent) : { guides: vademecumGuides };
const page = vademecumLanguages[document.documentElement.lang], { words } = page;
// A guide that is not translated is read in another language than the panel around it.
const { symbols, dates, values } = vademecumLanguages[article?.lang] ?? page;
const has = (object, name) => Object.hasOwn(object, name);
const put = (text, parts) => text.replace(/{(\w+)}/g, (all, name) => parts[name] ?? all);

// Some values and what they are computed from, in the order of the configuration.
function needed(names) {
	const found = new Set();
	const inputs = tree => Array.isArray(tree) ? tree.slice(1).flatMap(inputs) : typeof tree === "string" ? [tree] : [];
	const add = name => {
		const owner = has(values, name) ? name : name.replace(/\.[^.]*$/, "");
		if (!has(values, owner) || found.has(owner)) return;
		found.add(owner);
		const { formula, parts = [], limit } = values[owner];
		[...inputs(formula), ...parts, ...inputs(limit)].forEach(add);
	};
	names.forEach(add);
	return Object.keys(values).filter(name => found.has(name));
}

const captured = (data.errors ?? []).flat().filter(Array.isArray).flat();
const used = own ? needed(data.used) : [], known = own && needed([...data.used, ...captured]);
for (const name in values) {
	if (known && !known.includes(name)) delete values[name];
	else Object.assign(values[name], { label: page.values[name].label, unit: page.values[name].unit });
	if (has(values, name) && has(data.examples ?? {}, name)) values[name].example = data.examples[name];
}

// No exponent; fifteen digits count where nobody said how many; halves go away from zero, on the shortest text.
function digits(number, decimals) {
	const [, sign, whole, fraction, exponent] = /(-?)(\d+)\.?(\d*)e?(.*)/.exec(number);
	const all = BigInt(whole + fraction), scale = fraction.length - exponent;
	const size = decimals ?? Math.max(0, scale - Math.max(0, String(all).length - 15)), cut = scale - size;
	const rounded = cut > 0 ? (all / 10n ** BigInt(cut - 1) + 5n) / 10n : all * 10n ** BigInt(-cut);
	const text = String(rounded).padStart(size + 1, "0"), point = text.length - size;
	const rest = decimals === undefined ? text.slice(point).replace(/0+$/, "") : text.slice(point);
	return (rounded ? sign : "") + text.slice(0, point) + (rest && "." + rest);
}

const number = (value, { type, decimals }) => digits(type === "percent" ? value * 100 : value, decimals);
const native = text => symbols.digits ? text.replace(/\d/g, digit => [...symbols.digits][digit]) : text;

function grouped(text) {
	const [whole, fraction] = text.split(".");
	return native(whole.replace(RegExp(symbols.grouping, "g"), symbols.group)
		+ (fraction ? symbols.decimal + fraction : ""));
}

// Days, hours, minutes and seconds, those that are not zero.
function duration(text, sign) {
	let [rest, fraction] = text.split(".");
	const parts = [];
	[86400, 3600, 60, 1].forEach((size, i) => {
		const count = Math.floor(rest / size), decimals = size < 2 && fraction > 0 ? "." + fraction : "";
		rest -= count * size;
		if (!count && !decimals && (size > 1 || parts.length)) return;
		const [usual, broken = usual] = symbols.units[i], forms = decimals ? broken : usual;
		parts.push(put(forms[count > 199 ? 100 + count % 100 : count] ?? forms.other,
			[(parts.length ? "" : sign) + grouped(digits(count) + decimals)]));
	});
	return put(symbols.joints[parts.length - 1], parts);
}

const oneLine = text => text.replace(/\r\n?|\n/g, " ");

function prose(value, spec) {
	const { type, choices } = spec;
	if (choices) return choices[value].label;
	if (type === "date") {
		const [y, month, dd] = value.split("-");
		return native(put(dates[month - 1], { y: +y, d: +dd, dd }));
	}
	if (typeof value === "string") return oneLine(value);
	const text = number(value, spec), size = text.replace("-", ""), sign = text === size ? "" : symbols.minus;
	if (type === "duration") return duration(size, sign);
	return sign + (type === "percent" ? put(symbols.percent, [grouped(size)]) : grouped(size));
}

function code(value, spec) {
	if (typeof value === "string") return spec.choices?.[value].code ?? oneLine(value);
	return number(value, spec) + ({ percent: "%", duration: "s" }[spec.type] ?? "");
}

// As data and addresses carry it.
const key = (value, { type }) => code(value, { type });

const units = { sec: 1, min: 60 };
const lengths = { millisecond: .001, second: 1, minute: 60, hour: 3600, day: 86400, week: 604800 };
for (const name in lengths) units[name] = units[name + "s"] = units[lengths[name] < 1 ? "ms" : name[0]] = lengths[name];

const readNumber = text => /^[+-]?(\d{1,30}|\d{1,3}(,\d{3})+|\d{1,3}( \d{3})+)(\.\d+)?$/.test(text)
	? +text.replace(/[, ]/g, "") : NaN;

function readDuration(text) {
	let total = 0;
	const rest = text.replace(/([\d.]+) *([a-z]+) */gi, (_, number, name) => {
		total += units[name] < 1 ? number / 1000 : number * units[name];
		return "";
	});
	return text && !rest ? total : NaN;
}

const isDay = text => /^\d{4}-\d\d-\d\d$/.test(text) && text > "0001"
	&& new Date(text + "T00:00Z").toJSON()?.startsWith(text);

// A pattern that only the program understands keeps nobody from typing.
function fits(text, pattern) {
	try { return RegExp(`^(?:${pattern})$`, "u").test(text); } catch { return true; }
}

const forbidden =
	/[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ue000-\ue00f\ufdd0-\ufdef\ufeff\ufffe\uffff]/;
const forms = {
	text: /^/, identifier: /^\S+$/, url: /^(https?:\/\/(?![/?#])|mailto:(?=.*@))[^\0- \x7f"<>\\]+$/i, date: { test: isDay },
};
const readers = {
	integer: readNumber, decimal: readNumber, percent: text => readNumber(text.replace(/ *%$/, "")) / 100,
	duration: readDuration,
};

// The value, or {wrong: why}.
function parse(text, { type, pattern, choices }, isTyped) {
	text = text.trim();
	if (forbidden.test(text)) return { wrong: "character" };
	let value = text, isRight = choices ? has(choices, text) : forms[type]?.test(text);
	if (readers[type]) {
		let number = text.replace(/[\u202f\xa0]/g, " ").replace(/^\u2212/, "-");
		// Who types on a French page writes a French comma.
		if (isTyped && symbols.decimal === "," && type !== "integer") number = number.replace(/^([\d ]+),(?=\d)/, "$1.");
		value = readers[type](number);
		isRight = type === "integer" ? Number.isSafeInteger(value) : !isNaN(value);
	}
	if (!isRight) return { wrong: type };
	return pattern && !fits(text, pattern) ? { wrong: "pattern" } : value;
}

// IEEE doubles, from the inside out.
const operations = {
	"+": (a, b) => a + b, "-": (a, b) => b === undefined ? -a : a - b, "*": (a, b) => a * b, "/": (a, b) => a / b,
	round: a => Math.sign(a) * Math.round(Math.abs(a)), min: Math.min, max: Math.max,
};
const given = {};
let resolved = {};

function resolve(name) {
	if (has(resolved, name) || !has(values, name)) return resolved[name] ?? null;
	resolved[name] = null;
	const { formula, value, example } = values[name], computed = formula === undefined ? null : compute(formula);
	return resolved[name] = has(given, name) ? { value: given[name], isOwn: true, computed }
		: value !== undefined ? { value, computed }
		: computed ?? (example === undefined ? null : { value: example, isExample: true });
}

function compute(formula) {
	let isExample = false;
	const evaluate = tree => {
		if (Array.isArray(tree)) return operations[tree[0]](...tree.slice(1).map(evaluate));
		if (typeof tree === "number") return tree;
		const [, owner, fact] = has(values, tree) ? [, tree] : /(.*)\.(.*)/.exec(tree), input = resolve(owner);
		isExample ||= !!input?.isExample;
		const number = input && (fact ? values[owner].choices[input.value].facts?.[fact] : input.value);
		return values[owner]?.type === "date" && input ? Date.parse(number) / 864e5 : number ?? NaN;
	};
	const value = evaluate(formula);
	return isFinite(value) ? { value, isExample } : null;
}
