// Reads, computes and formats values as the program does, without Intl. The script's files share one scope.
"use strict";
const own = document.getElementById("vademecum-data"), article = document.querySelector("article");
const data = own ? JSON.parse(own.textContent) : { guides: vademecumGuides };
const page = vademecumLanguages[document.documentElement.lang], { words } = page;
// A guide that is not translated is read in another language than the panel around it.
const { symbols, dates, firstDay = 1, plurals, values } = vademecumLanguages[article?.lang] ?? page;
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
// Those that the page shows, and those that it knows of: others are only handed on to the guides that do.
const used = own ? needed(data.used) : [], known = own ? needed([...data.used, ...captured]) : Object.keys(values);
for (const name in values) {
	Object.assign(values[name], { label: page.values[name].label, unit: page.values[name].unit });
	if (has(data.examples ?? {}, name)) values[name].example = data.examples[name];
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

// The category of a number as it is shown, by CLDR's rules for the language (UTS #35, part 3, section 5).
function plural(text, rules) {
	const [whole, fraction = ""] = text.replace("-", "").split(".");
	const operands = { n: +text.replace("-", ""), i: +whole, v: fraction.length, f: +fraction, t: +fraction.replace(/0+$/, ""), e: 0 };
	const holds = relation => {
		const [name, ...rest] = relation.split(" "), [list, sign] = rest.reverse();
		const value = rest.length > 2 ? operands[name] % rest[2] : operands[name];
		return (sign === "=") === list.split(",").some(range => {
			const [first, last = first] = range.split("..");
			return value >= +first && value <= +last && value % 1 === 0;
		});
	};
	return Object.keys(rules).find(name => rules[name].split(" or ").some(part => part.split(" and ").every(holds)));
}

const oneLine = text => text.replace(/\r\n?|\n/g, " ");

function prose(value, spec) {
	const { type, choices } = spec;
	if (choices) return choices[value].label;
	if (type === "date") {
		const [y, month, dd] = value.split("-");
		return native(put(dates[month - 1], { y: +y, d: +dd === 1 ? firstDay : +dd, dd }));
	}
	if (typeof value === "string") return oneLine(value);
	const text = number(value, spec);
	if (spec.forms) return spec.forms[plural(text, plurals)] ?? spec.forms.other;
	const size = text.replace("-", ""), sign = text === size ? "" : symbols.minus;
	if (type === "duration") return duration(size, sign);
	return sign + (type === "percent" ? put(symbols.percent, [grouped(size)]) : grouped(size));
}

function code(value, spec) {
	if (spec.forms) return prose(value, spec);
	if (typeof value === "string") return spec.choices?.[value].code ?? oneLine(value);
	return number(value, spec) + ({ percent: "%", duration: "s" }[spec.type] ?? "");
}

// As data and addresses carry it.
const key = (value, { type }) => code(value, { type });

const units = Object.create(null), lengths = [
	[1e-9, "ns nanosecond nanoseconds"], [1e-6, "us µs μs usec microsecond microseconds"],
	[1e-3, "ms msec msecs millis millisecond milliseconds milliseconde millisecondes millisekunden milisegundos milliseconden milissegundos millisecondi milisekund"],
	[1, "s sec secs second seconds seconde secondes sekunde sekunden segundo segundos secondo secondi seconden sekunda sekundy sekund ثانية ثوانٍ ثوان сек секунд секунды секунду 秒 秒钟 秒鐘 초"],
	[60, "m min mins minute minutes minuten minuto minutos minuti minuut minuta minuty minut دقيقة دقائق мин минут минуты минуту 分 分钟 分鐘 분"],
	[3600, "h hr hrs hour hours heure heures stunde stunden hora horas ora ore uur uren u godz godzina godziny godzin ساعة ساعات ч час часа часов 小时 小時 時間 시간"],
	[86400, "d day days jour jours tag tage tagen día días dia dias giorno giorni dag dagen dzień dni يوم أيام день дня дней 天 日 일"],
	[604800, "w week weeks semaine semaines woche wochen semana semanas settimana settimane weken tydzień tygodnie tygodni أسبوع أسابيع неделя недели недель 周 週"],
];
for (const [length, names] of lengths) for (const name of names.split(" ")) units[name] ??= length;
const times = (number, name) => units[name] < 1 ? number / Math.round(1 / units[name]) : number * units[name];

const readNumber = text => /^[+-]?(\d{1,30}|\d{1,3}(,\d{3})+|\d{1,3}( \d{3})+)(\.\d+)?$/.test(text)
	? +text.replace(/[, ]/g, "") : NaN;
const readWhole = text => /^[+-]?\d{1,3}(\.\d{3})+$/.test(text) ? +text.replace(/\./g, "") : readNumber(text);

// Numbers as people and programs write them in messages; the longest that a text begins with, and its length.
const factors = { k: 1e3, K: 1e3, M: 1e6, G: 1e9, T: 1e12 };
function writtenNumber(text, isWhole) {
	const [, sign, all] = /^([-+\u2212]?)((?:\d+(?:[,. '_\xa0\u202f\u2009\u2019](?=\d))?)*)/.exec(text);
	const parts = all.slice(0, 40).match(/\d+|\D/g) ?? [];
	const scale = at => {
		const found = /^(?:[eE][+-]?\d{1,3}|[kKMGT]i?)(?!(?!\s)[A-Za-z\d\x80-\uffff])/.exec(text.slice(at, at + 8))?.[0];
		if (!found) return [1, at];
		if (/e/i.test(found[0])) return [+("1" + found), at + found.length];
		const power = 1 + "KMGT".indexOf(found[0].toUpperCase());
		return [found[1] ? 1024 ** power : factors[found[0]], at + found.length];
	};
	const areGroups = sizes => sizes.length > 1 && sizes[0] < 4 && sizes.at(-1) === 3
		&& (sizes.slice(1, -1).every(size => size === 3) || sizes[0] < 3 && sizes.slice(1, -1).every(size => size === 2));
	for (let count = parts.length - (parts.length + 1) % 2; count > 0; count -= 2) {
		const groups = parts.slice(0, count).filter((_, i) => i % 2 === 0), sizes = groups.map(group => group.length);
		const kinds = parts.slice(0, count).filter((_, i) => i % 2).map(part => /[,.]/.test(part) ? part : /['_\u2019]/.test(part) ? "'" : " ");
		const end = sign.length + parts.slice(0, count).join("").length, [kind] = kinds, last = kinds.at(-1);
		let number;
		if (!kinds.length || kinds.every(one => one === kind) && areGroups(sizes) && (kinds.length > 1 || kind !== "." || isWhole))
			number = groups.join("");
		else if (/[,.]/.test(last) && kinds.slice(0, -1).every(one => one === kind && one !== last)
			&& (kinds.length === 1 || areGroups(sizes.slice(0, -1)))
			&& !(isWhole && /[1-9]/.test(groups.at(-1)) && scale(end)[1] === end))
			number = groups.slice(0, -1).join("") + "." + groups.at(-1);
		if (number === undefined) continue;
		const [factor, behind] = scale(end);
		return { value: +number * factor * (/[-\u2212]/.test(sign) ? -1 : 1), length: behind };
	}
}

const blank = "\\s*", unitWord = "(?:(?!\\s)[A-Za-z\\x80-\\u2fff])+";
const unitAt = text => /^[\u3000-\uffff]/.test(text)
	? [text.slice(0, 2), text[0]].find(name => units[name]) : RegExp(`^${unitWord}`).exec(text)?.[0].slice(0, 32);
function writtenDuration(text) {
	const iso = /^p(?=\d|t\d)(?:([\d.]+)w)?(?:([\d.]+)d)?(?:t(?:([\d.]+)h)?(?:([\d.]+)m)?(?:([\d.]+)s)?)?(?!(?!\s)[A-Za-z\d\x80-\uffff])/i.exec(text);
	if (iso) return { value: [604800, 86400, 3600, 60, 1].reduce((sum, size, i) => sum + size * (iso[i + 1] ?? 0), 0), length: iso[0].length };
	let total = 0, length = 0;
	for (let at = 0, most = 8; most--;) {
		const rest = text.slice(at), clock = /^(?:(\d{1,4})\.)?(\d{1,4}):([0-5]?\d):([0-5]?\d(?:\.\d{1,9})?)(?!(?!\s)[A-Za-z\d\x80-\uffff])(?!\s*(?:[ap]m|[AP]M|[ap]\.m))/.exec(rest);
		let size;
		if (clock) {
			total += 86400 * (clock[1] ?? 0) + 3600 * clock[2] + 60 * clock[3] + +clock[4];
			size = clock[0].length;
		} else {
			const number = writtenNumber(rest, false), one = /^(?:an?|one|une|einer?|una|uma)(?!(?!\s)[A-Za-z\x80-\uffff])/i.exec(rest)?.[0];
			if (!number && !one || number?.value < 0) break;
			const behind = number?.length ?? one.length, gap = RegExp(`^${blank}`).exec(rest.slice(behind))[0].length;
			const name = unitAt(rest.slice(behind + gap))?.toLowerCase();
			if (!name || !units[name]) break;
			total += times(number?.value ?? 1, name);
			size = behind + gap + name.length;
		}
		length = at + size;
		at = length + RegExp(`^${blank}(?:,${blank})?(?:(?:and|et|und|y|e|en|и)(?!(?!\\s)[A-Za-z\\x80-\\uffff])${blank})?`, "i").exec(text.slice(length))[0].length;
	}
	// 2h30, 1m05: two digits right behind hours or minutes are minutes or seconds.
	const short = /\d[hm]$/i.test(text.slice(0, length)) && /^[0-5]\d(?!(?!\s)[A-Za-z\d\x80-\uffff])/.exec(text.slice(length));
	if (short) return { value: total + short[0] * (/h/i.test(text[length - 1]) ? 60 : 1), length: length + 2 };
	return length ? { value: total, length } : undefined;
}

function readDuration(text) {
	const found = text && writtenDuration(text);
	return found?.length === text.length ? found.value : NaN;
}

const isDay = text => /^\d{4}-\d\d-\d\d$/.test(text) && text > "0001"
	&& new Date(text + "T00:00Z").toJSON()?.startsWith(text);

// A pattern that only the program understands keeps nobody from typing.
function fits(text, pattern) {
	try { return RegExp(`^(?:${pattern})$`, "u").test(text); } catch { return true; }
}

const forbidden =
	/[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ue000-\ue00f\ufdd0-\ufdef\ufeff\ufffd-\uffff]/;
const forms = {
	text: /^/, identifier: /^\S+$/, url: /^(https?:\/\/(?![/?#])|mailto:(?=.*@))[^\0- \x7f"<>\\]+$/i, date: { test: isDay },
};
const readers = {
	integer: readWhole, decimal: readNumber, percent: text => readNumber(text.replace(/ *%$/, "")) / 100,
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
	// More digits than a double keeps: zeros at both ends do not count.
	const isExact = isTyped && (type === "decimal" || type === "percent");
	if (isExact && text.replace(/\D/g, "").replace(/^0+|0+$/g, "").length > 15) return { wrong: "digits" };
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
