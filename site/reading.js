// Reads values as people and programs write them in messages: Values/Parsing and Messages/Matching/ValueReader.
"use strict";
// A day, or a moment of one in UTC, with the words of dates in the languages that many programs speak.
const months = Object.create(null);
[
	"jan january janv janvier januar jänner januari ene enero gen gennaio janeiro sty stycznia يناير",
	"feb february fév févr février februar februari febrero febbraio fev fevereiro lut lutego فبراير",
	"mar march mars mär märz maart mrt marzo março marca مارس", "apr april avr avril abr abril aprile kwi kwietnia أبريل",
	"may mai mei mayo maggio mag maio maja مايو", "jun june juin juni junio giu giugno junho cze czerwca يونيو",
	"jul july juil juillet juli julio lug luglio julho lip lipca يوليو", "aug august août augustus ago agosto sie sierpnia أغسطس",
	"sep sept september septembre septiembre set settembre setembro wrz września سبتمبر",
	"oct october octobre okt oktober octubre ott ottobre out outubro paź października أكتوبر",
	"nov november novembre noviembre novembro lis listopada نوفمبر", "dec december déc décembre dez dezember dic diciembre dicembre dezembro gru grudnia ديسمبر",
].forEach((names, i) => names.split(" ").forEach(name => months[name] ??= i + 1));
const weekday = /^(?=.{3})(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|mié|jue|vie|sáb|dom|gio|sab|die|mit|don|fre|son|seg|ter|qua|qui|sex|maa|din|woe|vri|zat|zon|pon|wto|śro|czw|pią|sob|nie)(?:(?!\s)[A-Za-z\x80-\uffff])*[,.\s]*/i;
const zones = { EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7, CET: 1, CEST: 2 };
const letters = "((?:(?!\\s)[A-Za-z\\x80-\\uffff])+)", ofMonth = "(?:de(?![A-Za-z])\\s*)?", ordinal = list => `(?:(?:${list})(?![A-Za-z]))?`;
const dayForms = [
	[/^(\d{4})([-/.])(\d\d?)\2(\d\d?)/, ([, y, , m, d]) => [y, m, d]], [/^(\d\d?)\.(\d\d?)\.(\d{4})/, ([, d, m, y]) => [y, m, d]],
	[/^(\d{4})[年년]\s*(\d\d?)[月월]\s*(\d\d?)[日일]/, ([, y, m, d]) => [y, m, d]],
	[RegExp(`^(\\d\\d?)${ordinal("th|st|nd|rd|er")}[-.\\s]*${ofMonth}${letters}[-,.\\s]*${ofMonth}(\\d{4})`), ([, d, m, y]) => [y, m, d]],
	[RegExp(`^${letters}[.\\s]*(\\d\\d?)${ordinal("th|st|nd|rd")}[,\\s]*(\\d{4})(?![\\d:])`), ([, m, d, y]) => [y, m, d]],
	[RegExp(`^${letters}[.\\s]*(\\d\\d?)(?=\\s+\\d\\d?:)`), ([, m, d]) => [0, m, d]],
];
// The name of a weekday may stand before, which some languages shorten as they shorten a month.
function writtenInstant(text) {
	const skipped = weekday.exec(text)?.[0].length, rest = skipped ? text.slice(skipped) : "";
	const found = instantAt(text) ?? (rest && instantAt(rest));
	return found && { ...found, length: found.length + (found.text === rest ? skipped : 0) };
}
function instantAt(text) {
	for (const [form, order] of dayForms) {
		const found = form.exec(text);
		if (!found) continue;
		let [y, m, d] = order(found), { length } = found[0];
		if (isNaN(m)) m = months[m.toLowerCase()] ?? 0;
		if (m < 1) continue;
		const time = /^(?:t|[,\s]+)(?:at\b)?\s*(\d\d?):(\d\d?)(?::(\d\d?(?:[.,]\d+)?))?(?:\s*([ap]m)(?![a-z]))?(?:\s*(?:UTC|GMT|Z)(?![a-z]))?(?:\s*([-+])(\d\d):?(\d\d)?)?/i.exec(text.slice(length));
		let seconds;
		if (time) {
			const [all, h, min, s = "0", half, sign, zh = 0, zm = 0] = time;
			length += all.length;
			const zone = sign || /(?:UTC|GMT|Z)$/i.test(all) ? null : /^\s+([A-Z]{2,4}T)(?!(?!\s)[A-Za-z\d\x80-\uffff])/.exec(text.slice(length));
			length += zone?.[0].length ?? 0;
			// A name that tells nothing leaves a day alone.
			if (!zone || zones[zone[1]] !== undefined) seconds = 60 * min + +s.replace(",", ".") + 3600 * (half ? h % 12 + (/p/i.test(half) ? 12 : 0) : h)
				- (sign === "-" ? -1 : 1) * (3600 * zh + 60 * zm) - 3600 * (zone ? zones[zone[1]] : 0);
		}
		if (!y) {
			const year = time && /^\s*(\d{4})/.exec(text.slice(length));
			if (!year) return;
			y = year[1];
			length += year[0].length;
		}
		const day = [String(y).padStart(4, "0"), ...[m, d].map(part => String(+part).padStart(2, "0"))].join("-");
		if (!isDay(day)) return;
		return { value: day, moment: seconds === undefined ? undefined : Date.parse(day + "T00:00Z") / 1000 + seconds, length, text };
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
		// An address of IPv6.
		if (hostAddress.test(text)) return false;
		const inner = lower.slice(1, -1);
		return !isText || maskIn.test(inner) || isFiller(inner) || inner.startsWith("your");
	}
	return !isText && /\*\*\*|•••|\.\.\.|xxxx|████|…/.test(lower);
}

const UNREADABLE = 0, MASKED = 1, READABLE = 2;
const longestOf = type => ({ text: 2048, url: 512, identifier: 256, choice: 96 })[type] ?? 80;

// Whether a name has no quotation mark, and no bracket but its own behind its beginning.
const hostAddress = /^\[(?=[^\]]*:[^\]]*:)[\da-fA-F:.]+\](?::\d*)?$/;
function isOneName(text) {
	if (/["'`]|^[([{<]/.test(text)) return hostAddress.test(text);
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
