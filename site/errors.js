// Finds the guide for a pasted message, and the values in it, as Guides/Errors does.
"use strict";
const word = "[A-Za-z0-9\\x80-\\uffff]", outside = `(?!(?<=${word})${word})`;
const named = { amp: "&", apos: "'", gt: ">", lt: "<", nbsp: "\xa0", quot: '"' };
const character = number => number <= 0x10ffff && number >> 11 !== 27 ? String.fromCodePoint(number) : "";

const clean = text => text
	.replace(/\x1b\[[ -?]*[@-~]/g, "")
	.replace(/(%[\da-fA-F]{2})+/g, run => { try { return decodeURIComponent(run); } catch { return run; } })
	.replace(/\\+(?:([nr])|(t)|u([\da-fA-F]{4})|x([\da-fA-F]{2}))?/g, (_, line, tab, wide, narrow) =>
		line ? "\n" : tab ? " " : character(parseInt(wide ?? narrow, 16)))
	.replace(/&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|(amp|apos|gt|lt|nbsp|quot));/g, (_, hex, decimal, name) =>
		named[name] ?? character(hex ? parseInt(hex, 16) : +decimal))
	.replace(/["'*<>`|~«´»\u2018-\u201f\u2039\u203a\u2502\u2503]/g, "").replace(/[\u2010-\u2015\u2212]/g, "-")
	.replace(RegExp(`(?<!_)(?<!${word})_+|(?<!_)_+(?!_|${word})`, "g"), "")
	.replace(/[\n-\r\x85\u2028\u2029]/g, "\n").replace(/[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, " ")
	.replace(/[\0-\t\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, "")
	.replace(/[ \n]+/g, run => run.includes("\n") ? "\n" : " ");

// White space meets white space or punctuation; the message may have a line break anywhere, a space by punctuation.
const space = `(?:[ \\n]|(?![ \\n])${outside})`, gap = `(?:\\n| (?!(?<=${word} )${word}))?`, literals = Object.create(null);
const literal = text => literals[text] ??=
	text.replace(/[^]/g, char => char === " " ? space : gap + char.replace(/\W/, "\\$&"));

// How far a value may reach, and where in that it may end. Every regex is bounded.
const identifier = "[a-z\\d\\-._:/@+#=]";
const lines = part => `(?=[a-z\\d])${part}{1,256}(?:\\n${part}{1,256}){0,2}`;
const figures = parts => `-?\\d{1,40}(?:(?:\\n?[${parts}]\\n?|\\n)\\d{1,40}){0,19}`;
const isNumber = `(?<=\\d)(?!${word}|_|[.,]\\d)`, isUnit = `(?!(?!\\d)${word})`, run = "\\d{1,40}(?:\\n\\d{1,40}){0,9}";
const unit = Object.keys(units).sort((a, b) => b.length - a.length).map(literal).join("|");
const shapes = {
	text: ["[^]{1,512}", "(?<![ \\n])"],
	identifier: [lines(identifier), "(?<=[a-z\\d])" + outside],
	url: [lines("[!#-;=?-[\\]_a-z~]"), "(?<=[a-z\\d/])" + outside],
	date: [lines(identifier), "(?<=\\d)" + outside],
	integer: [figures(", "), isNumber],
	decimal: [figures(", ."), isNumber],
	percent: [figures(", .") + "(?:[ \\n]?%)?", "(?<=%)|" + isNumber],
	duration: [`(?:${run}(?:\\n?\\.\\n?${run})?[ \\n]?(?:${unit})${isUnit}[ \\n]?){1,6}`, "(?<=[a-z])" + isUnit],
};

const secret = RegExp(page.keys);
const isBetter = (a, b) => !b || a.size > b.size || a.size === b.size && a.count > b.count;

// The best match of each guide. A pattern lists text, [name of a value], and where to go on without what is optional.
function matches(message, guides) {
	const text = clean(message), low = text.replace(/[A-Z]+/g, letters => letters.toLowerCase());
	const compiled = {}, best = new Map();
	const reach = (source, at) => {
		const regex = compiled[source] ??= RegExp(source, "y");
		regex.lastIndex = at;
		return regex.test(low) ? regex.lastIndex : -1;
	};

	// Where some text stands behind something: there alone a free text before it may end.
	const stands = Object.create(null);
	function places(source) {
		const regex = RegExp("(?<=[^ \\n])" + source, "g"), all = [];
		for (let one; one = regex.exec(low); regex.lastIndex = one.index + 1) all.push(one.index);
		return all;
	}

	// What a value may be at a place, the likeliest first: [end, key of a choice]. A line's longest comes first, a
	// text's shortest behind the whole line.
	function captures(name, start, following) {
		const { type, wordings } = values[name], [whole, isEnd] = shapes[type] ?? ["$^"], ends = [];
		if (type === "text" && typeof following === "string") {
			const all = stands[following] ??= places(literal(following));
			const last = reach(whole, start), line = reach("[^\\n]{1,512}", start);
			let next = 0;
			for (let high = all.length; next < high;) {
				const middle = next + high >> 1;
				if (all[middle] > start) high = middle; else next = middle + 1;
			}
			for (; all[next] <= last; next++) ends[all[next] === line ? "unshift" : "push"]([all[next]]);
			return ends;
		}
		if (wordings) return wordings.map(([key, words]) => [reach(literal(words) + outside, start), key])
			.filter(([end]) => end > 0);
		for (let end = start + 1, line = 0, last = reach(whole, start); end <= last; end++) {
			if (type === "text" || text[end - 1] === "\n" && type !== "duration") line = ends.length;
			if (reach(isEnd, end) > 0) ends.splice(line, 0, [end]);
		}
		return type === "text" && ends.length ? [[reach("[^\\n]{1,512}", start)], ...ends] : ends;
	}

	// Each character of the message allows some steps, each place a number of them that no pattern needs. Another way to
	// a place that has no more of the pattern than one before it brings nothing new, wherever it began.
	let allowance = 1 << 18;
	function walk(guide, steps, seen, start) {
		const given = Math.min(4096, allowance), taken = [];
		let budget = given;
		const step = (index, at, size) => {
			if (--budget <= 0) return;
			const next = steps[index];
			if (next === undefined) finish(at, size);
			else if (typeof next === "number") for (const to of [index + 1, next]) step(to, at, size);
			else if (typeof next === "string") {
				const end = reach(literal(next), at);
				if (end >= 0) step(index + 1, end, size + next.replace(/ /g, "").length);
			} else {
				if (/[ \n]/.test(text[at])) at++;
				const place = at * (steps.length + 1) + index, score = size * 65536 + taken.length;
				if (index && seen.get(place) >= score) return;
				if (seen.size >= 1 << 18) seen.clear();
				if (index) seen.set(place, score);
				const ends = captures(next[0], at, steps[index + 1]);
				budget -= ends.length >> 3;
				for (const [end, key] of ends) {
					if (budget <= 0) return;
					taken.push([next[0], at, end, key]);
					step(index + 1, end, size);
					taken.pop();
				}
			}
		};
		const finish = (end, size) => {
			const found = Object.create(null);
			if (!isBetter({ size, count: taken.length }, best.get(guide))) return;
			for (const [name, start, end, key] of taken) {
				budget -= 64;
				const part = text.slice(start, end).replace(/\n/g, values[name].type === "text" ? " " : "");
				const value = key ?? parse(part, values[name]);
				if (typeof value === "object" || !key && secret.test(part)) return;
				found[name] ??= value;
			}
			const match = { guide, found, size, count: Object.keys(found).length, start, end };
			if (isBetter(match, best.get(guide))) best.set(guide, match);
		};
		step(0, start, 0);
		allowance -= given - Math.max(0, budget);
		if (budget <= 0) seen.clear();
	}

	const patterns = guides.flatMap(guide => guide.errors.map(steps => [guide, steps, new Map()]));
	const first = patterns.map(([, [step]]) => typeof step === "string" ? literal(step) : "").join("|");
	const starts = RegExp(`(?![ \\n])${outside}(?:${first})`, "g");
	for (let found, last = 0; found = starts.exec(low); starts.lastIndex = found.index + 1) {
		allowance += (found.index - last) * 64;
		last = found.index;
		for (const [guide, steps, seen] of patterns) walk(guide, steps, seen, found.index);
	}
	return [...best.values()];
}

// The guides that a message is about: one, none, or several, of which to choose one would be a guess.
function find(message, guides) {
	const all = matches(message, guides), winner = all.reduce((a, b) => isBetter(b, a) ? b : a, undefined);
	return all.filter(match => match === winner || match.end <= winner.start || match.start >= winner.end
		|| !isBetter(winner, match));
}

const vademecum = { data, prose, code, find, secret };
