// Cuts values out of a message as it was pasted: Messages/Matching/ValueCut and PatternRun+Places.
"use strict";
const looks = /^(a|b|br|code|div|em|font|h1|h2|h3|i|kbd|li|mark|p|pre|samp|small|span|strong|td|th|tr|tt|u|ul|var)$/;

// Whether a terminal broke a line at its end: it is as wide as one beside it, or as terminals are, and none near is wider.
function isWrapped(m, at) {
	let end = at;
	if (m[end - 1] === "\r") end--;
	const width = end - 1 - m.lastIndexOf("\n", end - 1);
	if (width < 60 || width > 512 || isSpaceCode(m.charCodeAt(end - 1))) return false;
	const before = m.slice(Math.max(0, end - width - 1 - 1024), end - width - 1).split("\n").slice(-3), behind = m.slice(at + 1, at + 1024).split("\n").slice(0, 3);
	// What begins as the line does is another line of a log.
	if (!behind[0] || isSpaceCode(behind[0].charCodeAt()) || m.startsWith(behind[0].slice(0, 4), end - width)) return false;
	const widths = [...before, ...behind].map(line => line.replace(/\r$/, "").length);
	// How wide terminals are tells less than another line.
	const isUsual = [80, 100, 120, 132].includes(width) && /^[a-z/._=&%?-]/.test(behind[0]);
	return widths.every(one => one <= width) && (isUsual || before.at(-1)?.length === width || widths[before.length] === width);
}

// What stands between two offsets, without what wraps it.
function cutText(clean, start, end, { keepsBreaks, joinsBlanks, isDecoded }) {
	const { m, prefixes } = clean, isEncoded = isDecoded || m[start] === "%";
	let output = "", isBehindBreak = false, blanks = 0;
	for (let i = start; i < end;) {
		const at = i, kind = token(m, i), code = scalar, wasSpelled = isSpelled, written = m.slice(i, Math.min(next, end)), first = m[i];
		i = Math.max(next, i + 1);
		blanks = kind === SPACE ? blanks + 1 : 0;
		if (wasSpelled && (first === "\\" || first === "%" && !isEncoded && kind !== LINE) && kind !== SEQUENCE) {
			output += written;
			isBehindBreak = false;
		} else if (kind === NOTHING) continue;
		else if (kind === LINE) {
			if (keepsBreaks && !isWrapped(m, at)) output = output.replace(/[ \t]+$/, "") + " ";
			isBehindBreak = true;
			const prefix = prefixes.find(([from]) => from === next);
			if (prefix) i = Math.max(i, prefix[1]);
		} else if (kind === SPACE) {
			if (isBehindBreak) continue;
			if (joinsBlanks && blanks > 3) { if (blanks === 4) output = output.slice(0, -3); }
			else output += wasSpelled || code >= 0x2000 && code <= 0x200a ? " " : written;
		} else if (kind !== SEQUENCE && !(kind === FRAME && (isBehindBreak && !(code === 95 && isPart(output.at(-1))) || code >= 0x2500))
			&& !(kind === TAG && looks.test(/[A-Za-z]+[A-Za-z\d]*|$/.exec(written.replace(/^(?:&lt;|\\+(?:u003|x3)c|%3c)/i, ""))[0].toLowerCase()))) {
			isBehindBreak = false;
			if (kind === TAG) {
				character(m, at);
				output += String.fromCodePoint(scalar);
				i = next;
			} else output += wasSpelled ? String.fromCodePoint(code)
				: written === "\u2010" || written === "\u2011" ? "-" : written;
		}
	}
	return output;
}

// The string that an offset is in: where it begins and ends, and how many backslashes stand before its quotation marks;
// null outside of one. The nearest quotation mark before must open it: a sign of JSON or Python stands before that.
function enclosingString(m, offset) {
	for (let i = offset - 1; i >= Math.max(0, offset - 4096); i--) {
		if (m[i] === "\n") return null;
		if (m[i] !== '"' && m[i] !== "'") continue;
		let before = i - 1;
		while (m[before] === "\\") before--;
		const escapes = i - 1 - before, quote = m[i];
		while (m[before] === " ") before--;
		if (before >= 0 && !":=,[{(".includes(m[before])) {
			if (escapes || quote === "'") continue;
			return null;
		}
		for (let end = offset; end < Math.min(m.length, offset + 16384); end++) {
			const first = end;
			while (m[end] === "\\") end++;
			if (m[end] === quote && end - first === escapes)
				return { start: i + 1, end: first, escapes, isAttribute: m[before] === "=" && /<[A-Za-z][^<>]*$/.test(m.slice(Math.max(0, before - 512), before)) };
		}
		return null;
	}
	return null;
}
// What a string of JSON or Python says; nothing where it has backslashes that mean nothing there, as paths of Windows do.
const controls = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
function unescaped(text, escapes) {
	for (let level = escapes; ; level >>= 1) {
		if (/\\(?!u[\da-fA-F]{4}|x[\da-fA-F]{2}|["'\\/bfnrt])/.test(text.replace(/\\\\/g, ""))) return;
		text = text.replace(/\\(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|([^]))/g, (_, wide, narrow, char) =>
			char ? controls[char] ?? char : String.fromCharCode(parseInt(wide ?? narrow, 16)));
		if (!level) return text;
	}
}
// The same of a text that is in no string, however often it was escaped.
const unspelled = text => text.replace(/\\+(?:u([\da-fA-F]{4})|x([\da-fA-F]{2})|0?(033)|([nrt"'/]))/g, (_, wide, narrow, escape, char) =>
	char ? controls[char] ?? char : escape ? "\x1b" : String.fromCharCode(parseInt(wide ?? narrow, 16)));
const percentDecoded = text => (/ |%20/.test(text) ? text : text.replace(/\+/g, " ")).replace(/(?:%[\da-fA-F]{2})+/g, run => { try { return decodeURIComponent(run); } catch { return run; } });

const closing = { '"': '"', "'": "'", "`": "`", "«": "»", "“": "”", "‘": "’", "„": "“", "「": "」", "『": "』", "*": "*", "~": "~", "‹": "›", "´": "´",
	"”": "”", "‚": "‘", "’": "’", "»": "«", "›": "‹", "《": "》", "〈": "〉" };
// What stands between the last quotation mark of some text and the one that closes it on the same line, or a name that
// the end of a line breaks.
function quoted(m, start, first, last) {
	const before = m.slice(start, first), mark = [...before].findLast(char => closing[char]);
	const end = mark ? m.indexOf(closing[mark], first) : -1;
	if (!mark) return quotedByEscape(m, start, first, last);
	return end >= 0 && end < last && /^(?:[^\n]*|\S*\r?\n[ \t]*\S*)$/.test(m.slice(first, end)) ? [start + before.lastIndexOf(mark) + 1, end] : null;
}
// The same where the marks are escaped, `&#39;`.
function quotedByEscape(m, start, first, last) {
	let mark, from = start;
	for (let i = start; i < first; i = Math.max(i + 1, next)) if (token(m, i) === MARK) [mark, from] = [closing[String.fromCodePoint(scalar)], next];
	for (let i = first; mark && i < last; i = Math.max(i + 1, next)) {
		const kind = token(m, i);
		if (kind === LINE) return null;
		if (kind === MARK && String.fromCodePoint(scalar) === mark) return [from, i];
	}
	return null;
}
// Whether a tag stands at an offset that closes an element.
function closesElement(m, offset) {
	if (token(m, offset) !== TAG) return false;
	character(m, offset);
	return m[next] === "/" || m[next] === "\\";
}
function closingTag(m, start, last) {
	for (let i = start; i < last && m[i] !== "\n"; i++) if ("<&\\%".includes(m[i]) && closesElement(m, i)) return i;
	return -1;
}

// The same where the element was opened before.
function strayClosingTag(m, start, last) {
	const end = closingTag(m, start, last);
	if (end < 0) return -1;
	const [, name] = /^[^A-Za-z]*([A-Za-z\d]*)/.exec(m.slice(end, last));
	return m.slice(start, end).includes("<" + name) ? -1 : end;
}

const pairsOfQuotes = /^(?:"[^]*"|'[^]*'|`[^]*`|«[^]*»|“[^]*”|‘[^]*’|„[^]*“|「[^]*」|『[^]*』|\*[^]*\*|~[^]*~|‹[^]*›|´[^]*´|„[^]*”|”[^]*”|‚[^]*[‘’]|’[^]*’|»[^]*«|›[^]*‹|《[^]*》|〈[^]*〉)$/;
const isName = type => type === "text" || type === "identifier" || type === "url";
const loose = { text: '["`|“”«»', identifier: "[\"`|“”«»'‘’´", other: "[\"'`_~|<>“”‘’«»│" }, edges = {};
for (const type in loose)
	edges[type] = [RegExp(`^(?:${loose[type]}]\\s*)+`), RegExp(`(?:\\s*${loose[type]}${type === "other" ? "" : "~"}])+$`)];
edges.url = edges.identifier;
function trimmed(text, type) {
	text = text.trim();
	while (text.length > 1 && !/^\**$/.test(text) && (pairsOfQuotes.test(text) || !isName(type) && /^_[^]*_$/.test(text))) text = text.slice(1, -1).trim();
	if (isName(type)) text = unlinked(text, type === "url");
	// An address in the brackets that mail and logs put around one; anything else in them is a mask.
	const [, inner] = isName(type) && /^<([^]+)>$/.exec(text) || [];
	if (inner && (/@|:\/\//.test(inner) || /\p{N}/u.test(inner) && /[.:]/.test(inner))) text = inner;
	// A mark that a table of values doubles.
	if (type === "text") text = text.replace(/^""(?!")|(?<!")""$/g, "").trim();
	const [first, last] = edges[type] ?? edges.other;
	// A sign at an edge whose counterpart stands within is the value's own.
	const count = sign => text.split(sign).length - 1, opening = sign => Object.keys(closing).find(one => closing[one] === sign) ?? sign;
	const isOwn = (sign, other) => type === "text" && (sign === other ? count(sign) % 2 === 0 : count(other) >= count(sign) && count(other) > 0);
	if (!isOwn(text[0], closing[text[0]] ?? text[0])) text = text.replace(first, "");
	return text && isOwn(text.at(-1), opening(text.at(-1))) ? text : text.replace(last, "");
}

// A link of Markdown at the beginning of a text, and a name without the address that mail programs and chats put to it.
const isAddress = text => /^mailto:|^\S*:\/\/\S*$/.test(text);
const markdownLink = text => { const found = /^\[([^[\n]+?)\]\(([^)]*)\)/.exec(text); return found && isAddress(found[2]) ? found : null; };
function unlinked(text, isWanted) {
	const link = markdownLink(text), [, name, address] = /^([^]*)<([^<]*)>$/.exec(text) ?? [];
	if (link?.[0].length === text.length) return isWanted && !isAddress(link[1]) ? link[2] : link[1];
	if (!address || !isAddress(address)) return text;
	const bar = address.indexOf("|");
	return name || (bar < 0 ? text : isWanted ? address.slice(0, bar) : address.slice(bar + 1));
}
// How many backslashes at the end of a value keep the sign behind it from being markup, and a name without its own.
const escapesBehind = (m, start, end, isName) => (isName ? "[]{}*_|~`" : "[](){}*_.!#+->|~`").includes(m[end] ?? " ") ? /\\*$/.exec(m.slice(start, end))[0].length : 0;
const withoutEscapes = text => /\\/.test(text) && !/^\\|\\\\|\\(?![_*\-~[\]])/.test(text) ? text.replaceAll("\\", "") : text;

const isPart = char => char !== undefined && /[A-Za-z\d\x80-\uffff]/.test(char);
// The text between two offsets as it may have been before a terminal broke it, or somebody escaped it.
const untorn = (clean, start, end) => /[\n\\%]/.test(clean.m.slice(start, end))
	? cutText(clean, start, end, { keepsBreaks: false, joinsBlanks: true, isDecoded: true }).replaceAll("\\", "") : "";
// Whether a bracket at the end closes one that the text opens.
const ownsBracket = text => { const at = ")]}".indexOf(text.at(-1)); return at >= 0 && text.split("([{"[at]).length >= text.split(")]}"[at]).length; };
function withoutSigns(text) {
	while (/[.,;:!?)\]}]$/.test(text) && !ownsBracket(text)) text = text.slice(0, -1);
	return text;
}

// Where in a message its values stand.
function valuePlaces(clean, isPartial) {
	const { m, text, starts, flags, count } = clean, spec = name => values[name];

	const rawStart = place => {
		if (!place) return 0;
		token(m, starts[place - 1]);
		return Math.min(next, starts[place]);
	};
	const reading = (name, start, end) => readingOf(valueText(start, end, spec(name).type), spec(name));
	function valueText(start, end, type, isOpen, isSpaced) {
		end -= escapesBehind(m, start, end, isName(type));
		if (start >= end) return "";
		let text = withoutEmphasis(cutText(clean, start, end, { keepsBreaks: isSpaced || type === "text", joinsBlanks: type !== "text" && !isOpen }), start, end);
		if (type !== "text") text = text.replace(/(?:\\[nrt])+$/, "");
		text = trimmed(text, type);
		// Words are parted by a line break, what is one word is broken by one.
		if (!isName(type) && !isSpaced && !isOpen && /\n/.test(m.slice(start, end)) && valueOf(text, { type }) === undefined) {
			const parted = valueText(start, end, type, isOpen, true);
			if (valueOf(parted, { type }) !== undefined) return parted;
		}
		if (isName(type) && !text.includes(" ")) text = withoutEscapes(text);
		return type === "duration" && bareWait(text, start, end) || text;
	}
	const runs = (run, from, to) => [...m.slice(from, to).matchAll(run[0] === "_" ? /_+/g : run[0] === "*" ? /\*+/g : /~+/g)].filter(({ 0: found, index }) =>
		found.length === run.length && !(isPart(m[from + index - 1]) && isPart(m[from + index + found.length]))).length;
	const isOpenBefore = (run, start) => runs(run, Math.max(0, start - 1024, run.length > 1 ? 0 : m.lastIndexOf("\n", start - 1)), start) % 2 === 1;
	// Where the rest of a line ends for a value in it: where an emphasis ends that begins before it.
	function emphasisEnd(start, end) {
		for (const { 0: run, index } of m.slice(start, end).matchAll(/\*+|_+|~+/g))
			if (index && !(isPart(m[start + index - 1]) && isPart(m[start + index + run.length])) && isOpenBefore(run, start)) return start + index;
		return end;
	}
	// A value without the signs that emphasise it or more than it. Where a sign has no counterpart, something was masked.
	function withoutEmphasis(text, start, end) {
		text = text.trim();
		// A name of Python's own.
		if (/^__\w+__$/.test(text) && /["'`´‘’“”]/.test(m[start - 1])) return text;
		for (let run; run = /(?:\*+|_+|~+)$/.exec(text)?.[0];) {
			const rest = text.slice(0, -run.length), first = /^(?:\*+|_+|~+)/.exec(text)?.[0];
			if (!rest) break;
			if (first && first[0] === run[0]) {
				const both = Math.min(first.length, run.length);
				text = text.slice(both, -both);
			} else if (/\S\s+$/.test(rest) || isOpenBefore(run, start)) text = rest;
			else break;
		}
		for (let run; run = /^(?:\*+|_+|~+)/.exec(text)?.[0];) {
			const line = m.indexOf("\n", end);
			if (run === text || runs(run, end, Math.min(end + 1024, line < 0 ? m.length : line)) % 2 === 0) break;
			text = text.slice(run.length);
		}
		return text;
	}
	// A number whose unit is the pattern's own text behind it, or that HTTP's Retry-After gives in seconds.
	function bareWait(bare, start, end) {
		bare = bare.replace(/\.+$/, "");
		if (!/^[\d.]{1,9}$/.test(bare)) return;
		const rest = cutText(clean, end, Math.min(m.length, end + 24), { keepsBreaks: true });
		const [all, gap, word] = /^([^\p{L}]*)(\p{L}*)/u.exec(rest), behind = rest.slice(all.length);
		const whole = `${bare} ${word}`, place = indexOf(clean, start);
		// More than a number: 2026-12-01, 1:05, 2h30.
		if (/^(?:\p{N}|[-:/_*,.]\p{N})/u.test(rest)) return;
		if (word && /^[\s"'`*_-]*$/.test(gap)) {
			if (readMessage(whole, "duration")?.length === whole.length) return /^\p{N}/u.test(behind) ? undefined : whole;
			// Months, or a day of one.
			const isOther = /[\n\r]/.test(m[end]) ? /^(?:months?|years?|mois|ans?|Monat(?:en?)?|Jahr(?:en?)?)$/.test(word)
				: /^\p{Ll}/u.test(word) || /^ \p{N}/u.test(behind);
			if (!gap || !gap.trim() && isOther) return;
		}
		if (/retryafter(inseconds|seconds)?$/.test(text.slice(Math.max(0, place - 24), place).replace(/[^a-z]/g, ""))) return bare + " s";
	}

	// Whether a value ends with a quotation mark as it began.
	const closed = (place, end) => flags[place] & flags[end] & QUOTE ? 1 : 0;

	// Where a value at a place begins, and where behind the tags there, if there are any.
	function beginning(place) {
		const first = starts[place];
		let start = rawStart(place), inner, isTagged = true;
		for (let i = start; i < first;) {
			const kind = token(m, i), after = Math.max(i + 1, next);
			if (kind === TAG && isTagged) inner = Math.min(next, first);
			if (kind === FRAME || kind === MARK) isTagged = false;
			// What stands before white space is no part of the value: it may be another one that was masked.
			if (kind === SPACE || kind === LINE) start = Math.min(after, first);
			i = after;
		}
		return [start, inner];
	}
	// The offsets of a value between two places, without the tags of an element around it.
	function range(place, end) {
		if (place >= end) return [starts[place], starts[place]];
		const [start, inner = start] = beginning(place), last = rawStart(end);
		return last < starts[end] && closesElement(m, last) ? [inner, Math.max(inner, last)] : [start, Math.max(start, closing(last, starts[end]))];
	}
	// Where the first tag stands that closes an element, between what is compared; else the end.
	function closing(start, end) {
		for (let i = start; i < end;) {
			const kind = token(m, i), after = Math.max(i + 1, next);
			if (kind === TAG && closesElement(m, i)) return i;
			i = after;
		}
		return end;
	}
	// The offsets of a value that a match begins with: from the sign right before it that encloses it, if there is one.
	function leadingRange(place, end) {
		let start = starts[place];
		for (let length = 1; length < 7 && start >= length; length++) {
			const kind = token(m, start - length);
			if (next === start && (kind === MARK || kind === FRAME && scalar === 60)) { start -= length; break; }
		}
		return [start, Math.max(start, closing(rawStart(end), starts[end]))];
	}
	function openLimit(place) {
		const [start, inner] = beginning(place), first = starts[place], end = Math.min(m.length, first + 1024);
		// An attribute's text ends with it, whatever the element holds.
		const attribute = m.slice(first, end).search(/"(?: *\/?>| +[\w-]+=")|\n/), last = attribute >= 0 && m[first + attribute] === '"' ? first + attribute : end;
		const tag = inner === undefined ? -1 : closingTag(m, inner, last), content = inner ?? start;
		const element = tag >= 0 ? [inner, tag] : [start, strayClosingTag(m, first, last)];
		if (element[1] >= 0) {
			const marks = quoted(m, content, first, element[1]);
			return marks ? [...marks, true] : [...element, false];
		}
		// Nothing but signs on the line.
		const line = m.slice(content, first).search(/[^\s]\s*\n/);
		if (line >= 0) return [content, content + line + 1, false];
		const string = enclosingString(m, first);
		const lineEnd = from => { while (from < last && m[from] !== "\n" && m[from] !== "\r") from++; return from; };
		let limit = lineEnd(first);
		for (let at; (at = m.startsWith("\r\n", limit) ? limit + 1 : limit) < last && isWrapped(m, at);) limit = lineEnd(at + 1);
		// The mark that closes a string which the value begins shows that it goes on over a line's end. Of a longer
		// string a line's end ends what stands in it, unless a terminal broke the line.
		if (string) {
			const isWhole = string.start > start;
			return [Math.max(content, Math.min(first, string.start)), isWhole || limit >= last ? string.end : Math.min(limit, string.end), isWhole];
		}
		const marks = quoted(m, content, first, last);
		if (marks) return [...marks, true];
		return [content, Math.max(content, emphasisEnd(first, limit)), false];
	}

	// Where a value ends behind which nothing of the pattern has to stand.
	function openEnd(name, place) {
		const { type } = spec(name), first = starts[place];
		let [start, limit, isEnclosed] = openLimit(place), whole = valueText(start, limit, type, !isEnclosed);
		if (!whole) return null;
		// A number or a date that the end of a line breaks.
		if (!isEnclosed && !isName(type) && !spec(name).wordings && /^(?:\S*|[^]*[-/.,:\p{L}])$/u.test(whole) && /^\r?\n\S/.test(m.slice(limit, limit + 3)) && !readMessage(plainDigits(whole), type)) {
			const end = m.indexOf("\n", limit + 2), rest = Math.min(end < 0 ? m.length : end, first + 1024), both = valueText(start, rest, type, true);
			if (readMessage(plainDigits(both), type)?.length > whole.length) [limit, whole] = [rest, both];
		}
		let text = whole;
		const link = (type === "identifier" || type === "url") && markdownLink(whole);
		if (!isEnclosed && link) text = trimmed(link[0], type);
		else if (!isEnclosed && type !== "text") {
			const word = /^\S*/.exec(whole)[0];
			const mask = /^(?:\[[^\]\n]*\]|<[^>\n]*>|\([^)\n]*\)|\{[^}\n]*\}|[*•█]{2,}[^\s,;:)]*)/.exec(whole)?.[0];
			if (mask && isMask(mask)) text = mask;
			else if (isName(type)) text = trimmed(withoutSigns(/^[^<"'`»”’」』】）。，、；]*/.exec(word)[0]), type);
			else {
				const length = spec(name).wordings ? undefined : readMessage(whole, type)?.length;
				text = length === undefined ? word : whole.slice(0, length);
				const bare = length === undefined && type === "duration" && /^[\d.]*\d/.exec(word)?.[0];
				if (bare) text = bareWait(bare, start, first + bare.length) ?? word;
			}
		}
		const read = readingOf(text, spec(name));
		if (read === UNREADABLE && isPartial) return null;
		let offset = first + Math.max(1, text.length);
		for (let i = first; i < offset && i < limit; i++) if (m[i] === "\n" || m[i] === "\r") offset++;
		offset = text === whole ? limit : Math.min(limit, offset);
		return { place: Math.min(count, Math.max(place + 1, indexOf(clean, offset))), read, text };
	}

	function beginnings(type, place) {
		let found = [];
		for (let i = place - 1; i >= Math.max(0, place - longestOf(type)); i--) {
			const gap = gapAt(clean, i), isQuoted = flags[i] & QUOTE;
			if (i && gap < BLANK && !isQuoted && !(type === "identifier" && isBehindSign(i))) continue;
			if (type === "identifier" || type === "url") return [i];
			if (type === "text") {
				found = [i];
				if (!i || gap === BREAK || isQuoted || ":]|>-".includes(text[i - 1])) return found;
			} else {
				found.push(i);
				if (gap === BREAK || found.length > 6) return found;
			}
		}
		return found;
	}

	// Whether what stands right before a place is no part of a name: `[ERROR]`, `msg=`, `::`, a frame, a bullet.
	function isBehindSign(i) {
		if (!(flags[i] & WORD)) return false;
		const before = text[i - 1], raw = m[starts[i] - 1];
		if (raw === ">" || raw === "|") return true;
		if (before > "\x7f") return !(flags[i - 1] & WORD);
		return "]>=(".includes(before) || before === ":" && text[i - 2] === ":";
	}

	const isQuoteBefore = place => /["'`«“‘]$/.test(m.slice(0, starts[place]).slice(-1));
	// Whether a mask stands before a place of which nothing is compared, `***`.
	function isMaskAt(place, type) {
		if (!gapAt(clean, place)) return false;
		const raw = m.slice(rawStart(place), starts[place]);
		// Nothing between the marks.
		if (/(?:""|''|``|«\s*»|“”|‘’)\s/.test(raw) && !(place < count && isQuoteBefore(place))) return true;
		if (!/[*<&\x80-\uffff]/.test(raw)) return false;
		// Signs right before a word emphasise it.
		const kinds = [];
		for (let i = rawStart(place); i < starts[place]; i = Math.max(i + 1, next)) kinds.push(token(m, i));
		if (kinds.at(-1) === FRAME && place < count && flags[place] & WORD) return false;
		// An element holds what stands behind its tag; between quotation marks it only looks like one, `'<unnamed>'`.
		if (kinds.includes(TAG) && (!kinds.includes(MARK) || kinds.at(-1) === TAG)) return false;
		const text = trimmed(cutText(clean, rawStart(place), starts[place], { keepsBreaks: true }), type);
		return !!text && isMask(text, type === "text");
	}
	return { rawStart, reading, valueText, closed, range, leadingRange, openEnd, beginnings, isMaskAt };
}
