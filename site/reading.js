// Reads values as people and programs write them in messages: Values/Parsing and Messages/Matching/ValueReader.
"use strict";
// A day, or a moment of one in UTC.
const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const dayForms = [
	[/^(\d{4})([-/.])(\d\d?)\2(\d\d?)/, ([, y, , m, d]) => [y, m, d]], [/^(\d\d?)\.(\d\d?)\.(\d{4})/, ([, d, m, y]) => [y, m, d]],
	[/^(\d\d?)(?:th|st|nd|rd)?[-\s]*([a-z]{3,12})[-,.\s]*(\d{4})/i, ([, d, m, y]) => [y, m, d]],
	[/^([a-z]{3,12})[.\s]*(\d\d?)(?:th|st|nd|rd)?[,\s]*(\d{4})(?![\d:])/i, ([, m, d, y]) => [y, m, d]],
	[/^([a-z]{3,12})[.\s]*(\d\d?)(?=\s+\d\d?:)/i, ([, m, d]) => [0, m, d]],
];
function writtenInstant(text) {
	const skipped = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.\s]+/i.exec(text)?.[0].length ?? 0, rest = text.slice(skipped);
	for (const [form, order] of dayForms) {
		const found = form.exec(rest);
		if (!found) continue;
		let [y, m, d] = order(found), length = skipped + found[0].length;
		if (isNaN(m)) m = 1 + months.indexOf(m.slice(0, 3).toLowerCase());
		if (m < 1) continue;
		const time = /^(?:t|[,\s]+)(?:at\b)?\s*(\d\d?):(\d\d?)(?::(\d\d?(?:[.,]\d+)?))?(?:\s*([ap]m)(?![a-z]))?(?:\s*(?:UTC|GMT|Z)(?![a-z]))?(?:\s*([-+])(\d\d):?(\d\d)?)?/i.exec(text.slice(length));
		let seconds;
		if (time) {
			const [all, h, min, s = "0", half, sign, zh = 0, zm = 0] = time;
			length += all.length;
			seconds = 60 * min + +s.replace(",", ".") + 3600 * (half ? h % 12 + (/p/i.test(half) ? 12 : 0) : h)
				- (sign === "-" ? -1 : 1) * (3600 * zh + 60 * zm);
		}
		if (!y) {
			const year = time && /^\s*(\d{4})/.exec(text.slice(length));
			if (!year) return;
			y = year[1];
			length += year[0].length;
		}
		const day = [String(y).padStart(4, "0"), ...[m, d].map(part => String(+part).padStart(2, "0"))].join("-");
		if (!isDay(day)) return;
		return { value: day, moment: time && Date.parse(day + "T00:00Z") / 1000 + seconds, length };
	}
}

let moment = 0;
const until = end => Math.max(0, Math.ceil(end - moment));
const isBorder = (text, end) => !/^(?:[\w*‰]|[.,:-]\d|\.\.)/.test(text.slice(end, end + 2));
// What a text in a message begins with, as a type, and how much of the text it is.
function readMessage(text, type) {
	const bordered = found => found && isBorder(text, found.length) ? found : undefined;
	if (type === "date") return bordered(writtenInstant(text));
	if (type === "duration") {
		const instant = bordered(writtenInstant(text));
		if (instant?.moment !== undefined) return { value: until(instant.moment), length: instant.length };
		const duration = bordered(writtenDuration(text)), number = duration ? undefined : bordered(writtenNumber(text, false));
		if (duration) return duration;
		if (number?.value >= 1e9 && number.value < 1e10) return { value: until(number.value), length: number.length };
		if (number?.value >= 1e12 && number.value < 1e13) return { value: until(number.value / 1000), length: number.length };
		return;
	}
	const number = writtenNumber(text, type === "integer");
	if (type === "percent") {
		const sign = number && /^\s*(?:%|(?:per ?cent|pour cent|por ciento|p[oe]r cento|Prozent|procent)(?![A-Za-z\d\x80-\uffff]))/.exec(text.slice(number.length));
		return sign ? { value: number.value / 100, length: number.length + sign[0].length }
			: number && bordered({ value: number.value / 100, length: number.length });
	}
	return type === "integer" && number && !Number.isSafeInteger(number.value) ? undefined : bordered(number);
}

const maskWords = "redacted|masked|censored|anonymi[sz]ed|saniti[sz]ed|obfuscated|scrubbed|xxx|masquée?|anonymisée?|zensiert|geschwärzt";
// These are words of their own, and stand for a value in brackets or in capitals.
const looseWords = "hidden|filtered|removed|secret|private|deleted|omitted|caché|supprimé|geheim|entfernt|oculto|eliminado|removido";
const maskWord = RegExp(`^(?:${maskWords})$`), looseWord = RegExp(`^(?:${looseWords})$`), maskIn = RegExp(`(?<!\\p{L})(?:${maskWords}|${looseWords})(?!\\p{L})`, "u");
const isFiller = text => /^[*x#•█▒░■…×●?.\-:/_@ +]+$/.test(text)
	&& (text.replace(/[.\-:/_@ +]/g, "").length > 1 || /^(\*|…|\.\.\.|___|--)$/.test(text));
// What programs print of a value that is not there, and what they should have put a value for.
const nothings = /^(?:null|nil|none|undefined|\(null\)|<nil>|n\/a|-|\?|nan|unknown)$/, placeholders = /^(?:%[sdifvxuq@]|\$(?!\d)[A-Z_\d]+|\{[^:,"]*\}|<%[^]*>)$/;
function isMask(text, isText) {
	const lower = text.toLowerCase();
	if (text.length > 96) return false;
	if (placeholders.test(text) || !isText && nothings.test(lower)) return true;
	if (maskWord.test(lower) || isFiller(lower)) return true;
	if (looseWord.test(lower)) return text === text.toUpperCase();
	if (/^(your|\$\{|\$env)/.test(lower)) return lower[0] === "$" || !isText;
	if (/^(<[^]*>|\[[^]*\]|\([^]*\)|\{[^]*\}|＜[^]*＞|【[^]*】)$/.test(lower)) {
		const inner = lower.slice(1, -1);
		return !isText || maskIn.test(inner) || isFiller(inner) || inner.startsWith("your");
	}
	return !isText && /\*\*\*|•••|\.\.\.|xxxx|████|…/.test(lower);
}

const UNREADABLE = 0, MASKED = 1, READABLE = 2;
const longestOf = type => ({ text: 512, url: 512, identifier: 256, choice: 96 })[type] ?? 80;

// Whether a name has no quotation mark, and no bracket but its own behind its beginning.
function isOneName(text) {
	if (/["'`]|^[([{<]/.test(text)) return false;
	const open = [];
	for (let i = 0; i < text.length; i++) {
		const char = text[i];
		if (/^[<>][=\d]/.test(text.slice(i, i + 2))) continue;
		if ("([{<".includes(char)) open.push(char);
		else if (")]}>".includes(char) && open.pop() !== "([{<"[")]}>".indexOf(char)]) return false;
	}
	return !open.length;
}

// The value that a text is; nothing where it is none.
function valueOf(text, spec) {
	const { type, wordings } = spec;
	if (!text) return;
	if (wordings) {
		const bare = literal(cleaned(text)).text;
		return wordings.find(([, words]) => literal(words).text === bare)?.[0];
	}
	if (isName(type)) {
		if (type === "identifier" && (text.length > 512 || !isOneName(text))) return;
		const value = parse(text, { type });
		return typeof value === "object" ? undefined : value;
	}
	text = plainDigits(text);
	const found = readMessage(text, type);
	return found && /^[,.;:]*$/.test(text.slice(found.length)) ? found.value : undefined;
}
const readingOf = (text, spec) => !text ? UNREADABLE : isMask(text, spec.type === "text") ? MASKED
	: valueOf(text, spec) === undefined ? UNREADABLE : READABLE;
function cleaned(text) {
	const { text: bare, flags, count } = clean(text);
	return Array.from({ length: count }, (_, i) => ((flags[i] & 3) >= BLANK ? " " : "") + bare[i]).join("");
}

const secret = RegExp(page.keys);

// The value of a declaration; nothing where the text gives none, or looks like a key that nobody should see.
function givenValue(text, spec, isOpen) {
	if (readingOf(text, spec) !== READABLE || secret.test(text)) return;
	if (spec.pattern && !fits(text, spec.pattern)) {
		if (!isOpen) return;
		try {
			const found = RegExp(`^(?:${spec.pattern})`, "u").exec(text)?.[0];
			if (!found || /[A-Za-z\d\x80-\uffff]/.test(text[found.length]?.trim() ?? "")) return;
			text = found;
		} catch {}
	}
	return valueOf(text, spec);
}
