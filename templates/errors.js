// Finds the guide for a message that somebody pasted, and the values in the message, as Guides/Errors does: the
// steps of cleaning are those of MessageCleaning, the walk is that of PatternWalk. The same table of messages is run
// by both.
(() => {
"use strict";
const { parse, data: { values } } = vademecum;
const units = ["milliseconds", "millisecond", "seconds", "minutes", "second", "minute", "hours", "weeks", "days",
	"hour", "week", "day", "min", "sec", "ms", "d", "h", "m", "s", "w"];
const isWord = char => /[A-Za-z0-9\x80-\uffff]/.test(char ?? "");
const isBlank = char => char === " " || char === "\n";
const character = number => number > 0x10ffff || number >> 11 === 27 ? "" : String.fromCodePoint(number);
const named = { amp: "&", apos: "'", gt: ">", lt: "<", nbsp: "\xa0", quot: '"' };

const clean = text => text
	.replace(/\x1b\[[ -?]*[@-~]/g, "")
	.replace(/(%[\da-fA-F]{2})+/g, run => { try { return decodeURIComponent(run); } catch { return run; } })
	.replace(/\\+(?:([nr])|(t)|u([\da-fA-F]{4})|x([\da-fA-F]{2}))?/g, (_, line, tab, wide, narrow) =>
		line ? "\n" : tab ? " " : wide || narrow ? character(parseInt(wide || narrow, 16)) : "")
	.replace(/&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|(amp|apos|gt|lt|nbsp|quot));/g, (_, hex, decimal, name) =>
		name ? named[name] : character(hex ? parseInt(hex, 16) : Number(decimal)))
	.replace(/["'*<>`|~«´»\u2018-\u201f\u2039\u203a\u2502\u2503]/g, "").replace(/[\u2010-\u2015\u2212]/g, "-")
	.replace(/_+/g, (run, at, all) => isWord(all[at - 1]) && isWord(all[at + run.length]) ? run : "")
	.replace(/[\n-\r\x85\u2028\u2029]/g, "\n").replace(/[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, " ")
	.replace(/[\0-\t\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
	.replace(/[ \n]+/g, run => run.includes("\n") ? "\n" : " ");

const secret = /(?<![\w-])(sk[-_]|[pr]k_|gsk_|xai-|AIza|ghp_|github_pat_|glpat-|hf_)[\w-]{16}/;
const isBetter = (a, b) => !b || a.size > b.size || a.size === b.size && a.count > b.count;

// The best match of each guide. A pattern is a list: text, [name of a value], and a number for what may be missing
// up to the piece with that number.
function matches(message, guides) {
	const text = clean(message), low = text.replace(/[A-Z]+/g, letters => letters.toLowerCase());
	const at = (index, pattern) => pattern.test(text[index] ?? "");
	const inWord = index => isWord(text[index - 1]) && isWord(text[index]);
	const isDigit = index => at(index, /[0-9]/);

	function literal(word, index) {
		for (const char of word) {
			if (char === " ") {
				if (isBlank(text[index])) index++;
				else if (inWord(index)) return -1;
				continue;
			}
			if (text[index] === "\n" || text[index] === " " && !(isWord(text[index - 1]) && isWord(text[index + 1]))) index++;
			if (low[index++] !== char) return -1;
		}
		return index;
	}

	function wordEnds(start, part, last) {
		const ends = [];
		if (!at(start, /[A-Za-z0-9]/)) return ends;
		for (let index = start, line = 0; line < 3; line++, index++) {
			const here = [];
			for (; at(index, part) && index - start < 256; index++)
				if (at(index, last) && !inWord(index + 1)) here.unshift(index + 1);
			ends.push(...here);
			if (text[index] !== "\n" || !at(index + 1, part)) break;
		}
		return ends;
	}

	const afterBreak = index => text[index] === "\n" ? index + 1 : index;

	function digits(start) {
		let end = start;
		while (end - start < 40 && (isDigit(end) || end > start && text[end] === "\n" && isDigit(end + 1))) end++;
		return end > start ? end : null;
	}

	// The longest on the first line comes first, then those that go on behind it.
	function numberEnds(start, separators) {
		const line = [], others = [];
		let index = text[start] === "-" ? start + 1 : start, ends = line;
		start = index;
		while (isDigit(index) && index - start < 40) {
			while (isDigit(index)) index++;
			ends.unshift(index);
			let next = afterBreak(index);
			if (next < text.length && separators.includes(text[next])) next++;
			next = afterBreak(next);
			if (next === index || !isDigit(next)) break;
			if (text.slice(index, next).includes("\n")) ends = others;
			index = next;
		}
		return [...line, ...others];
	}

	// A number does not end in the middle of a longer one, or of a word.
	const isEnd = end => !isWord(text[end]) && text[end] !== "_" && !/^[.,][0-9]/.test(text.slice(end, end + 2));

	function percentEnd(end) {
		const sign = isBlank(text[end]) && text[end + 1] === "%" ? end + 1 : end;
		return text[sign] === "%" ? sign + 1 : isEnd(end) && end;
	}

	function durationEnd(start) {
		let index = digits(start);
		if (index === null) return null;
		const point = afterBreak(index);
		if (text[point] === ".") index = digits(afterBreak(point + 1)) ?? index;
		if (isBlank(text[index])) index++;
		const found = units.map(name => literal(name, index)).find(end => end >= 0 && (!isWord(text[end]) || isDigit(end)));
		return found ?? null;
	}

	function durationEnds(start) {
		const ends = [];
		for (let end; ends.length < 6 && (end = durationEnd(start)) !== null; start = isBlank(text[end]) ? end + 1 : end)
			ends.unshift(end);
		return ends;
	}

	const ends = {
		text(start) {
			const last = Math.min(text.length, start + 512), line = text.slice(start, last).indexOf("\n");
			const all = [line < 0 ? last : start + line];
			for (let end = start + 1; end <= last; end++) all.push(end);
			return all.filter(end => end > start && !isBlank(text[end - 1]));
		},
		identifier: start => wordEnds(start, /[A-Za-z0-9\-._:/@+#=]/, /[A-Za-z0-9]/),
		url: start => wordEnds(start, /[!#-;=?-[\]_a-z~]/, /[A-Za-z0-9/]/),
		date: start => wordEnds(start, /[A-Za-z0-9\-._:/@+#=]/, /\d/),
		integer: start => numberEnds(start, ", ").filter(isEnd),
		decimal: start => numberEnds(start, ", .").filter(isEnd),
		percent: start => numberEnds(start, ", .").map(percentEnd).filter(Boolean),
		duration: durationEnds,
	};

	// What a value may be at a place, the likeliest first: [end, key of a choice].
	function captures(name, start) {
		const { type, wordings } = values[name];
		if (!wordings) return (ends[type]?.(start) ?? []).map(end => [end]);
		return wordings.map(([key, word]) => [literal(word, start), key]).filter(([end]) => end > 0 && !inWord(end));
	}

	function read(name, start, end) {
		const { type } = values[name];
		const found = text.slice(start, end).replace(/\n/g, type === "text" ? " " : "");
		return secret.test(found) ? { wrong: "secret" } : parse(found, values[name]);
	}

	function walk(steps, start, guide, best) {
		let budget = 4096;
		const underway = [];
		const step = (number, index, size) => {
			if (--budget <= 0) return;
			if (number === steps.length) return finish(index, size);
			const next = steps[number];
			if (typeof next === "string") {
				const end = literal(next, index);
				if (end >= 0) step(number + 1, end, size + next.replace(/ /g, "").length);
			} else if (typeof next === "number") {
				step(number + 1, index, size);
				step(next, index, size);
			} else {
				if (isBlank(text[index])) index++;
				for (const [end, key] of captures(next[0], index)) {
					underway.push([next[0], index, end, key]);
					step(number + 1, end, size);
					underway.pop();
				}
			}
		};
		const finish = (end, size) => {
			const found = Object.create(null);
			if (!isBetter({ size, count: underway.length }, best)) return;
			for (const [name, start, end, key] of underway) {
				const value = key ?? read(name, start, end);
				if (typeof value === "object") return;
				found[name] ??= value;
			}
			const match = { guide, found, size, count: Object.keys(found).length, start, end };
			if (isBetter(match, best)) best = match;
		};
		step(0, start, 0);
		return best;
	}

	const best = new Map();
	const key = (text, index) => {
		let key = "";
		for (; key.length < 4 && index < text.length; index++) if (!isBlank(text[index])) key += text[index];
		return key.length === 4 ? key : "";
	};
	const byKey = new Map();
	for (const guide of guides) for (const steps of guide.errors) {
		const start = typeof steps[0] === "string" ? key(steps[0], 0) : "";
		byKey.set(start, [...byKey.get(start) ?? [], { guide, steps }]);
	}
	for (let start = 0; start < text.length; start++) {
		if (isBlank(text[start]) || inWord(start)) continue;
		const first = key(low, start);
		for (const { guide, steps } of [...first && byKey.get(first) || [], ...byKey.get("") ?? []])
			best.set(guide, walk(steps, start, guide, best.get(guide)));
	}
	return [...best.values()].filter(Boolean);
}

// The guides that a message is about: one, none, or several, of which to choose one would be a guess.
function find(message, guides) {
	const all = matches(message, guides);
	const winner = all.reduce((best, match) => isBetter(match, best) ? match : best, undefined);
	return all.filter(match => match === winner || match.end <= winner.start || match.start >= winner.end
		|| !isBetter(winner, match));
}

Object.assign(vademecum, { find, holdsSecret: text => secret.test(text) });
})();
