// Finds the guide for a pasted message, and the values in it, as Sources/Messages does, under the same names.
"use strict";
const BORDER = 1, BLANK = 2, BREAK = 3, QUOTE = 4, SPELLED = 8, WORD = 16;
const sticky = (source, flags = "") => RegExp(source, "y" + flags);
const matchAt = (regex, text, at) => (regex.lastIndex = at, regex.exec(text));
const isWordCode = c => c > 47 && c < 58 || c > 64 && c < 91 || c > 96 && c < 123;
const isSpaceCode = c => c === 32 || c > 8 && c < 14;

// MARK: Reading a message piece by piece

let scalar, next, isSpelled;
const isHex = c => c > 47 && c < 58 || (c |= 32) > 96 && c < 103, codes = sticky("(?:u\\{([\\da-fA-F]{1,8})\\}|u([\\da-fA-F]{4})|U([\\da-fA-F]{8})|x([\\da-fA-F]{2}))");
const low = sticky("\\\\{1,15}u(d[c-f][\\da-f]{2})", "i");
const reference = sticky("((?:amp;)*)(?:#x([\\da-f]{1,7});|#(\\d{1,7});|(lt|gt|quot|apos|nbsp|hellip|laquo|raquo|rsquo|ldquo|rdquo|eacute|egrave|agrave|ccedil);|)", "i");
const named = { lt: 60, gt: 62, quot: 34, apos: 39, nbsp: 160, hellip: 0x2026, laquo: 171, raquo: 187, rsquo: 0x2019,
	ldquo: 0x201c, rdquo: 0x201d, eacute: 233, egrave: 232, agrave: 224, ccedil: 231 };
const isScalar = code => code <= 0x10ffff && code >> 11 !== 27;

// Sets the character at an offset, -1 for nothing, and where the text goes on.
function character(m, i) {
	unreferenced(m, i);
	if (scalar !== 38 || !/[#\w]/.test(m[next] ?? "")) return;
	const found = matchAt(reference, m, next), [all, amp, x, d, name] = found;
	const code = x ? parseInt(x, 16) : d ? +d : named[name];
	if (code !== undefined && isScalar(code)) [scalar, next, isSpelled] = [code, next + all.length, true];
	else if (amp) [next, isSpelled] = [next + amp.length, true];
}

function unreferenced(m, i) {
	scalar = m.codePointAt(i);
	next = i + (scalar > 0xffff ? 2 : 1);
	isSpelled = false;
	if (scalar === 37 && isHex(m.charCodeAt(next)) && isHex(m.charCodeAt(next + 1))) {
		const first = parseInt(m.slice(i + 1, i + 3), 16), size = first < 128 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
		try {
			const text = size ? decodeURIComponent(m.slice(i, i + 3 * size)) : "", code = text.codePointAt();
			if (size && text.length === (code > 0xffff ? 2 : 1)) [scalar, next, isSpelled] = [code === 92 ? -1 : code, i + 3 * size, true];
		} catch {}
	} else if (scalar === 92) {
		while (m[next] === "\\") next++;
		isSpelled = true;
		scalar = -1;
		const c = m[next];
		if (c === "n" || c === "r") { scalar = 10; next++; }
		else if (c === "t") { scalar = 9; next++; }
		else if (c === "e" && /[[\](]/.test(m[next + 1] ?? "")) { scalar = 27; next++; }
		else if (c === "0") {
			const size = m.startsWith("033", next) ? 3 : m.startsWith("0033", next) ? 4 : 0;
			if (size) { scalar = 27; next += size; }
		} else if (c === "u" || c === "U" || c === "x") {
			const found = matchAt(codes, m, next);
			if (!found) return;
			next += found[0].length;
			scalar = parseInt(found[1] ?? found[2] ?? found[3] ?? found[4], 16);
			if (scalar >> 10 === 54 && found[2]) {
				const pair = matchAt(low, m, next);
				if (!pair) scalar = -1;
				else {
					scalar = 0x10000 + (scalar - 0xd800 << 10) + parseInt(pair[1], 16) - 0xdc00;
					next += pair[0].length;
				}
			} else if (!isScalar(scalar)) scalar = -1;
		}
	}
}

const control = sticky("\\[[ -?]*[@-~]?|\\](?:[^\\n\\x07\\x1b\\\\]|\\\\(?!x07|u0007|x1b|u001b|033|e\\\\)){0,2048}(?:\\x07|\\x1b\\\\?|\\\\+(?:u0007|x07|(?:x1b|u001b|033|e)\\\\*))|\\]|[()*+#][^]?|[<-Z\\\\^_cno78]|");
const colour = sticky("\\d[\\d;]{0,15}[mK](?!\\])");
const tag = sticky("[/\\\\]*(?:!\\[CDATA\\[|(?:[!?]|[A-Za-z][\\w.-]*(?::[A-Za-z][\\w-]*)?(?=[ \\t\\n\\r/>&\\\\%]))[^<>]{0,1024}?(?:>|&gt;|\\\\+u003e|\\\\+x3e|%3e))", "i");
const TEXT = 0, SPACE = 1, LINE = 2, MARK = 3, FRAME = 4, TAG = 5, SEQUENCE = 6, NOTHING = 7;

// What stands at an offset; sets its character and where the text goes on.
function token(m, i) {
	character(m, i);
	let c = scalar;
	if (c < 0) return NOTHING;
	if (c > 0xff00 && c < 0xff5f) c = scalar -= 0xfee0;
	if (c === 9 || c === 32 || c === 0xa0 || c === 0x1680 || c >= 0x2000 && c <= 0x200a || c === 0x202f || c === 0x205f || c === 0x3000) return SPACE;
	if (c > 9 && c < 14 || c === 0x85 || c === 0x2028 || c === 0x2029) return LINE;
	if (c === 27 || c === 0x9b || c === 0x241b || c === 0xfffd && m[next] === "[") {
		next += c === 0x9b ? matchAt(/[ -?]*[@-~]?/y, m, next)[0].length : matchAt(control, m, next)[0].length;
		return SEQUENCE;
	}
	if (c === 94 && m[next] === "[" && /[[\](]/.test(m[next + 1] ?? "")) {
		next += 1 + matchAt(control, m, next + 1)[0].length;
		return SEQUENCE;
	}
	if (c === 91) {
		const digit = m.charCodeAt(next), found = digit > 47 && digit < 58 && matchAt(colour, m, next);
		if (!found) return TEXT;
		next += found[0].length;
		return SEQUENCE;
	}
	if (c < 32 || c > 126 && c < 160 || c === 0xad || c > 0x200a && c < 0x2010 || c > 0x2029 && c < 0x202f
		|| c > 0x205f && c < 0x206a || c >= 0xfe00 && c < 0xfe10 || c === 0xfeff) return NOTHING;
	if (c === 34 || c === 39 || c === 96 || c === 0xab || c === 0xb4 || c === 0xbb || c >= 0x2018 && c < 0x2020
		|| c === 0x2039 || c === 0x203a || c >= 0x3008 && c < 0x3012) return MARK;
	if (c === 60) {
		const first = m.charCodeAt(next), found = (first > 62 || first === 33 || first === 47) && matchAt(tag, m, next);
		if (!found) return FRAME;
		next += found[0].length;
		return TAG;
	}
	if (c === 42 || c === 62 || c === 124 || c === 126 || c >= 0x2500 && c < 0x25a0) return FRAME;
	if (c === 95) {
		while (m[next] === "_") next++;
		const before = m.charCodeAt(i - 1), behind = m.charCodeAt(next);
		return (before > 127 || isWordCode(before)) && (behind > 127 || isWordCode(behind)) ? TEXT : FRAME;
	}
	if (c >= 0x2010 && c < 0x2016 || c === 0x2212 || c === 0xfe58 || c === 0xfe63) scalar = 45;
	else if (c === 0x3001 || c === 0xff64) scalar = 44;
	else if (c === 0x3002 || c === 0xff61) scalar = 46;
	return TEXT;
}

// A character as it is compared, and whether others could go on its word.
const folded = [], kinds = new Uint8Array(65536);
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{1f000}-\u{10ffff}]/u;
function fold(code) {
	let known = folded[code];
	if (!known) {
		const char = String.fromCodePoint(code);
		const text = char.toUpperCase().toLowerCase().normalize("NFKD").toLowerCase().replace(/ /g, "");
		known = { text, word: /[\p{L}\p{N}\p{M}]/u.test(char) && !unspaced.test(char) ? WORD : 0 };
		if (code < 65536) folded[code] = known;
	}
	return known;
}

// What each ASCII character is to the quick way: 1 a part of a word, 2 punctuation that means itself, 3 a blank.
const plain = Uint8Array.from({ length: 128 }, (_, c) => c === 32 ? 3 : isWordCode(c) ? 1
	: "!#$()+,-./:;=?@]{}".includes(String.fromCharCode(c)) ? 2 : 0);

// A message as it is compared: characters without white space and decoration, each with its place in the message.
function clean(m, prefixes = []) {
	const size = m.length + 64;
	let codes = new Uint16Array(size), flags = new Uint8Array(size), starts = new Int32Array(size);
	let count = 0, gap = 0, blanks = 0, prefix = 0, i = 0;
	const raise = kind => { if ((gap & 3) < kind) gap = gap & ~3 | kind; };
	const skip = start => {
		while (prefix < prefixes.length && prefixes[prefix][0] < start) prefix++;
		return prefixes[prefix]?.[0] === start ? prefixes[prefix][1] : start;
	};
	const put = (code, word) => {
		codes[count] = code;
		flags[count] = gap | word;
		starts[count++] = i;
		gap = blanks = 0;
	};
	i = skip(0);
	while (i < m.length) {
		const c = m.charCodeAt(i), kind = c < 128 ? plain[c] : 0;
		if (kind === 1 || kind === 2) {
			codes[count] = c > 64 && c < 91 ? c | 32 : c;
			flags[count] = kind === 1 ? gap | WORD : gap;
			starts[count++] = i++;
			gap = blanks = 0;
			continue;
		}
		if (kind === 3) {
			if (++blanks >= 4) raise(BREAK); else raise(BLANK);
			i++;
			continue;
		}
		let what = c < 128 ? -1 : kinds[c] - 1;
		if (what < 0) {
			what = token(m, i);
			if (c > 0xa0 && scalar === c && c !== 0x241b && c !== 0xfffd) kinds[c] = what + 1;
		} else {
			scalar = c;
			next = i + 1;
			isSpelled = false;
		}
		switch (what) {
			case TEXT: {
				if (scalar < 128) {
					put(scalar > 64 && scalar < 91 ? scalar | 32 : scalar, isWordCode(scalar) ? WORD : 0);
					break;
				}
				const known = fold(scalar), text = known.text, word = known.word;
				if (text.length === 1 && count < codes.length - 2) {
					put(text.charCodeAt(0), word);
					break;
				}
				if (count + text.length + m.length - next > codes.length - 2) {
					const grow = array => { const larger = new array.constructor(codes.length * 2 + 64); larger.set(array); return larger; };
					[codes, flags, starts] = [grow(codes), grow(flags), grow(starts)];
				}
				for (let at = 0; at < text.length; at++) {
					codes[count] = text.charCodeAt(at);
					flags[count] = (at ? 0 : gap) | word;
					starts[count++] = i;
				}
				if (text) gap = blanks = 0;
				break;
			}
			case SPACE:
				if (++blanks >= 4) raise(BREAK); else raise(BLANK);
				break;
			case LINE:
				if (isSpelled) { if ((gap & 3) < BREAK) gap |= SPELLED; } else gap &= ~SPELLED;
				raise(BREAK);
				if (!isSpelled) next = skip(next);
				break;
			case MARK:
				gap |= QUOTE;
			case FRAME: case TAG: case SEQUENCE:
				raise(BORDER);
		}
		i = next;
	}
	flags[count] = gap;
	starts[count] = m.length;
	return { m, prefixes, count, flags, starts, text: new TextDecoder("utf-16le").decode(codes.subarray(0, count)) };
}

// What lines that follow one another begin with alike, whatever their digits: no part of the message.
const levels = /^(info|warn|warning|error|err|debug|trace|fatal|notice|critical|stderr|stdout)$/;
function linePrefixes(m) {
	const prefixes = [];
	let start = 0, before = 0;
	const isEnd = (i, end) => i >= end || isSpaceCode(m.charCodeAt(i));
	const isLevel = (start, end) => end - start < 12 && levels.test(m.slice(start, end).toLowerCase().replace(/[^a-z]/g, ""));
	// How many words two lines begin with alike; none where that is all of both.
	const common = (a, aEnd, b, bEnd) => {
		const aLast = Math.min(aEnd, a + 120), bLast = Math.min(bEnd, b + 120);
		for (let count = 0; ; count++) {
			while (a < aLast && isSpaceCode(m.charCodeAt(a))) a++;
			while (b < bLast && isSpaceCode(m.charCodeAt(b))) b++;
			if (a >= aLast || b >= bLast || count === 6) return a >= aLast && b >= bLast ? 0 : count;
			const aFirst = a, bFirst = b;
			let isAlike = true;
			while (isAlike && !isEnd(a, aLast) && !isEnd(b, bLast)) {
				const c = m.charCodeAt(a), d = m.charCodeAt(b), isDigit = c > 47 && c < 58;
				if (isDigit && d > 47 && d < 58) {
					while (a < aLast && m.charCodeAt(a) > 47 && m.charCodeAt(a) < 58) a++;
					while (b < bLast && m.charCodeAt(b) > 47 && m.charCodeAt(b) < 58) b++;
				} else if (c === d) { a++; b++; } else isAlike = false;
			}
			if (isEnd(a, aLast) && isEnd(b, bLast)) continue;
			while (!isEnd(a, aLast)) a++;
			while (!isEnd(b, bLast)) b++;
			if (!isLevel(aFirst, a) || !isLevel(bFirst, b)) return count;
		}
	};
	const endOf = start => { const end = m.indexOf("\n", start); return end < 0 ? m.length : end; };
	if (!m.includes("\n")) return prefixes;
	for (let end = endOf(0); start < m.length;) {
		const after = end + 1, afterEnd = after < m.length ? endOf(after) : m.length;
		const behind = after < m.length ? common(start, end, after, afterEnd) : 0;
		const count = before && behind ? Math.min(before, behind) : before || behind;
		before = behind;
		if (count) {
			const words = RegExp(`^(?:\\s*\\S+){${count}}\\s*`).exec(m.slice(start, end)) ?? [""];
			prefixes.push([start, start + words[0].length]);
		}
		start = after;
		end = afterEnd;
	}
	return prefixes;
}

const gapAt = (clean, i) => clean.flags[i] & 3;
const isInWord = (clean, i) => i > 0 && i < clean.count && !gapAt(clean, i) && clean.flags[i - 1] & WORD && clean.flags[i] & WORD;
const joins = (clean, i) => i > 0 && i < clean.count && gapAt(clean, i) === BLANK && clean.flags[i - 1] & WORD && clean.flags[i] & WORD;

// A pattern's text without white space, and where that stands.
const literals = new Map();
function literal(text) {
	let known = literals.get(text);
	if (!known) {
		const spaces = [];
		let bare = "", isSpace = false;
		for (const unit of text.split("")) {
			if (unit === " ") isSpace = true; else { spaces.push(isSpace); bare += unit; isSpace = false; }
		}
		spaces.push(isSpace);
		literals.set(text, known = { text: bare, spaces, size: [...bare].length });
	}
	return known;
}
function isSpaced(clean, { text, spaces }, start) {
	for (let i = 0; i < spaces.length; i++)
		if (spaces[i] ? isInWord(clean, start + i) : i > 0 && i < text.length && joins(clean, start + i)) return false;
	return true;
}
const standsAt = (clean, words, start) => clean.text.startsWith(words.text, start) && isSpaced(clean, words, start);
function indexOf(clean, offset) {
	let low = 0, high = clean.count;
	while (low < high) {
		const middle = low + high >> 1;
		if (clean.starts[middle] < offset) low = middle + 1; else high = middle;
	}
	return low;
}

// MARK: Values

const looks = /^(a|b|br|code|div|em|font|h1|h2|h3|i|kbd|li|mark|p|pre|samp|small|span|strong|td|th|tr|tt|u|ul|var)$/;

// What stands between two offsets, without what wraps it.
function cutText(clean, start, end, { keepsBreaks, joinsBlanks }) {
	const { m, prefixes } = clean, isEncoded = m[start] === "%";
	let output = "", isBehindBreak = false, blanks = 0;
	for (let i = start; i < end;) {
		const at = i, kind = token(m, i), code = scalar, wasSpelled = isSpelled, written = m.slice(i, Math.min(next, end)), first = m[i];
		i = Math.max(next, i + 1);
		blanks = kind === SPACE ? blanks + 1 : 0;
		if (wasSpelled && first === "\\" && kind !== SEQUENCE) {
			output += written;
			isBehindBreak = false;
		} else if (kind === NOTHING) continue;
		else if (kind === LINE) {
			if (keepsBreaks && !output.endsWith(" ")) output += " ";
			isBehindBreak = true;
			const prefix = prefixes.find(([from]) => from === next);
			if (prefix) i = Math.max(i, prefix[1]);
		} else if (kind === SPACE) {
			if (isBehindBreak) continue;
			if (joinsBlanks && blanks > 3) { if (blanks === 4) output = output.slice(0, -3); }
			else output += wasSpelled || code >= 0x2000 && code <= 0x200a ? " " : written;
		} else if (kind !== SEQUENCE && !(kind === FRAME && (isBehindBreak || code >= 0x2500))
			&& !(kind === TAG && looks.test(/[A-Za-z]+[A-Za-z\d]*|$/.exec(written)[0].toLowerCase()))) {
			isBehindBreak = false;
			if (kind === TAG) {
				character(m, at);
				output += String.fromCodePoint(scalar);
				i = next;
			} else output += wasSpelled && (first !== "%" || isEncoded) ? String.fromCodePoint(code)
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
			if (m[end] === quote && end - first === escapes) return { start: i + 1, end: first, escapes };
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

const closing = { '"': '"', "'": "'", "`": "`", "«": "»", "“": "”", "‘": "’", "„": "“", "「": "」", "『": "』", "*": "*", "~": "~", "‹": "›", "´": "´" };
// What stands between the last quotation mark of some text and the one that closes it on the same line.
function quoted(m, start, first, last) {
	const before = m.slice(start, first), mark = [...before].findLast(char => closing[char]);
	const end = mark ? m.indexOf(closing[mark], first) : -1;
	return end >= 0 && end < last && !m.slice(first, end).includes("\n") ? [start + before.lastIndexOf(mark) + 1, end] : null;
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

const pairsOfQuotes = /^(?:"[^]*"|'[^]*'|`[^]*`|«[^]*»|“[^]*”|‘[^]*’|„[^]*“|「[^]*」|『[^]*』|\*[^]*\*|~[^]*~|‹[^]*›|´[^]*´)$/;
const isName = type => type === "text" || type === "identifier" || type === "url";
const loose = { text: '["`|“”«»', identifier: "[\"`|“”«»'‘’´", other: "[\"'`*_~|<>“”‘’«»│" }, edges = {};
for (const type in loose)
	edges[type] = [RegExp(`^(?:${loose[type]}]\\s*)+`), RegExp(`(?:\\s*${loose[type]}${type === "other" ? "" : "~"}])+$`)];
edges.url = edges.identifier;
function trimmed(text, type) {
	text = text.trim();
	while (text.length > 1 && (pairsOfQuotes.test(text) || !isName(type) && /^_[^]*_$/.test(text))) text = text.slice(1, -1).trim();
	const [first, last] = edges[type] ?? edges.other;
	return text.replace(first, "").replace(last, "");
}

const maskWords = "redacted|masked|hidden|filtered|removed|censored|secret|private|anonymi[sz]ed|saniti[sz]ed|obfuscated|deleted|scrubbed|omitted|xxx|masquée?|caché|supprimé|anonymisé|geheim|entfernt|zensiert|oculto|eliminado|removido";
const maskWord = RegExp(`^(?:${maskWords})$`), maskIn = RegExp(`(?<!\\p{L})(?:${maskWords})(?!\\p{L})`, "u");
const isFiller = text => /^[*x#•█▒░■…×●?.\-:/_@ +]+$/.test(text)
	&& (text.replace(/[.\-:/_@ +]/g, "").length > 1 || /^(\*|…|\.\.\.|___|--)$/.test(text));
function isMask(text, isText) {
	const lower = text.toLowerCase();
	if (text.length > 96) return false;
	if (maskWord.test(lower) || isFiller(lower)) return true;
	if (/^(your|\$\{|\$env)/.test(lower)) return lower[0] === "$" || !isText;
	if (/^(<[^]*>|\[[^]*\]|\([^]*\)|\{[^]*\}|＜[^]*＞|【[^]*】)$/.test(lower)) {
		const inner = lower.slice(1, -1);
		return !isText || maskIn.test(inner) || isFiller(inner) || inner.startsWith("your");
	}
	return !isText && /\*\*\*|•••|xxxx|████|…/.test(lower);
}

const UNREADABLE = 0, MASKED = 1, READABLE = 2;
const longestOf = type => ({ text: 512, url: 512, identifier: 256, choice: 96 })[type] ?? 80;

// The value that a text is; nothing where it is none.
function valueOf(text, spec) {
	const { type, wordings } = spec;
	if (!text) return;
	if (wordings) {
		const bare = literal(cleaned(text)).text;
		return wordings.find(([, words]) => literal(words).text === bare)?.[0];
	}
	if (isName(type)) {
		if (type === "identifier" && (text.length > 512 || /["'`<>(){}[\]]/.test(text))) return;
		const value = parse(text, { type });
		return typeof value === "object" ? undefined : value;
	}
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
			if (!found || /[A-Za-z\d\x80-\uffff]/.test(text[found.length] ?? "")) return;
			text = found;
		} catch {}
	}
	return valueOf(text, spec);
}

// MARK: Patterns

// A pattern lists text, [name of a value], [] for anything, a step to go on at as well, and minus one to go on at.
const programs = new Map();
function program(steps) {
	let known = programs.get(steps);
	if (known) return known;
	const firsts = [];
	firsts[steps.length] = { literals: [], values: [], isOpen: true };
	for (let i = steps.length - 1; i >= 0; i--) {
		const step = steps[i], from = firsts[i + 1];
		if (typeof step === "string") {
			const { text, spaces } = literal(step);
			firsts[i] = text ? { literals: [i], values: [] } : spaces[0] ? { literals: [], values: [], hasSpace: true } : from;
		} else if (typeof step === "number") {
			const to = firsts[Math.abs(step)];
			firsts[i] = step < 0 ? to : {
				literals: [...new Set([...from.literals, ...to.literals])], values: [...new Set([...from.values, ...to.values])],
				hasSpace: from.hasSpace || to.hasSpace, isOpen: from.isOpen || to.isOpen,
			};
		} else firsts[i] = step.length ? { literals: [], values: [i] } : { literals: [], values: [], isOpen: true };
	}
	let end = 0, size = 0, distance = 0, anchor;
	const reach = steps.map(step => {
		const from = distance;
		distance += typeof step === "string" ? literal(step).text.length : typeof step === "number" ? 0 : step.length ? 512 : 8192;
		return from;
	});
	const isNeeded = steps.map((step, i) => {
		if (typeof step === "number") end = Math.max(end, Math.abs(step));
		if (typeof step === "number" || i < end) return false;
		if (typeof step === "string") {
			size += literal(step).size;
			if (literal(step).text.length > (anchor?.length ?? 0)) anchor = literal(step).text;
		}
		return true;
	});
	const parts = steps.filter(step => typeof step === "string" && literal(step).size >= 4).map(step => literal(step).text);
	programs.set(steps, known = { steps, firsts, isNeeded, reach, size, anchors: anchor ? [anchor] : [], parts });
	return known;
}

const isBetter = (a, b) => !b || a.literals - b.literals || a.known - b.known || b.gaps - a.gaps;
const better = (a, b) => !b || isBetter(a, b) > 0;

// The place where a pattern fits best. What a step comes to at a place is found out once, and a value's end is looked
// for at a bounded number of places, so the time is linear in the length of the message.
function runner(clean, { steps, firsts, isNeeded, reach, size }, isPartial) {
	const { m, text, starts, flags, count } = clean, lists = [], fits = new Map();
	const spec = name => values[name];

	function occurrences(step) {
		if (lists[step]) return lists[step];
		const words = literal(steps[step]), list = lists[step] = [];
		for (let i = text.indexOf(words.text); i >= 0; i = text.indexOf(words.text, i + 1)) if (isSpaced(clean, words, i)) list.push(i);
		return list;
	}
	function firstFrom(list, place) {
		let low = 0, high = list.length;
		while (low < high) {
			const middle = low + high >> 1;
			if (list[middle] < place) low = middle + 1; else high = middle;
		}
		return low;
	}

	function fit(step, place) {
		const what = steps[step];
		if (what === undefined) return { literals: 0, known: 0, gaps: 0, end: place };
		if (typeof what === "string") {
			const words = literal(what);
			if (!standsAt(clean, words, place)) return isPartial ? { literals: 0, known: 0, gaps: 0, end: place, stop: step } : null;
			const rest = fit(step + 1, place + words.text.length);
			return rest && { ...rest, literals: rest.literals + words.size };
		}
		if (what < 0) return fit(-what, place);
		const key = step * (count + 1) + place;
		let known = fits.get(key);
		if (known === undefined) fits.set(key, known = typeof what === "number" ? split(step, what, place) : what.length ? value(what[0], step, place) : any(step, place));
		return known;
	}
	function split(step, to, place) {
		const taken = fit(step + 1, place), left = fit(to, place);
		if (!taken) return left;
		if (isPartial && left && taken.stop <= to && taken.literals <= left.literals) return left;
		return left && isBetter(left, taken) > 0 ? left : taken;
	}
	function ends(step, place, length) {
		const first = firsts[step + 1], last = Math.min(count, place + length), found = [];
		for (const step of first.literals) {
			const list = occurrences(step);
			for (let i = firstFrom(list, place), most = 8; i < list.length && list[i] <= last && most--; i++) found.push(list[i]);
		}
		if (first.hasSpace || first.values.length)
			for (let i = place + (first.hasSpace ? 1 : 0), most = 8; i <= last && most; i++)
				if (gapAt(clean, i) >= BLANK || i === count || i === place) { found.push(i); most--; }
		return [...new Set(found)].sort((a, b) => a - b);
	}
	function any(step, place) {
		let best = null;
		for (const end of ends(step, place, 8192)) {
			const rest = fit(step + 1, end);
			if (rest && better(rest, best)) best = { ...rest, valueEnd: end };
		}
		if (!best && firsts[step + 1].isOpen) {
			const rest = fit(step + 1, place);
			best = rest && { ...rest, valueEnd: place };
		}
		return best;
	}

	const rawStart = place => {
		if (!place) return 0;
		token(m, starts[place - 1]);
		return Math.min(next, starts[place]);
	};
	const reading = (name, start, end) => readingOf(valueText(start, end, spec(name).type), spec(name));
	function valueText(start, end, type, isOpen) {
		if (start >= end) return "";
		const text = trimmed(cutText(clean, start, end, { keepsBreaks: type === "text", joinsBlanks: type !== "text" && !isOpen }), type);
		return type === "duration" && bareWait(text, start, end) || text;
	}
	// A number whose unit is the pattern's own text behind it, or that HTTP's Retry-After gives in seconds.
	function bareWait(bare, start, end) {
		if (!/^[\d.]{1,9}$/.test(bare)) return;
		const [, gap, word] = /^([^\p{L}]*)(\p{L}*)/u.exec(cutText(clean, end, Math.min(m.length, end + 16), { keepsBreaks: true }));
		const whole = `${bare} ${word}`, place = indexOf(clean, start);
		if (word && /^[ "'`*_-]*$/.test(gap) && readMessage(whole, "duration")?.length === whole.length) return whole;
		if (/retryafter(inseconds|seconds)?$/.test(text.slice(Math.max(0, place - 24), place).replace(/[^a-z]/g, ""))) return bare + " s";
	}

	function value(name, step, place) {
		const { type, wordings } = spec(name);
		for (const [key, words] of wordings ?? []) {
			const known = literal(words), end = place + known.text.length;
			if (!standsAt(clean, known, place) || isInWord(clean, end)) continue;
			const rest = fit(step + 1, end);
			if (rest) return { ...rest, known: rest.known + 1, valueEnd: end, choice: key, isOpen: false };
		}
		let best = null, found = -1;
		for (const end of ends(step, place, longestOf(type))) {
			const rest = fit(step + 1, end);
			// What is worse than what can be read already need not be read.
			if (!rest || found === READABLE && isBetter(best, rest) >= (type === "text" ? 0 : 1)
				&& closed(place, best.valueEnd) >= closed(place, end)) continue;
			const read = reading(name, ...range(place, end));
			if (read === UNREADABLE && (isPartial || end - place > 96)) continue;
			const now = { ...rest, valueEnd: end, isOpen: false, choice: undefined };
			const rank = read * 2 + closed(place, end), most = found * 2 + (best ? closed(place, best.valueEnd) : 0);
			if (!best || rank > most || rank === most
				&& (type !== "text" && read === READABLE && !(isBetter(best, now) > 0) || better(now, best))) [best, found] = [now, read];
		}
		if (firsts[step + 1].isOpen || isPartial) {
			const open = openEnd(name, place), rest = open && fit(step + 1, open.place);
			if (rest && (!best || open.read > found || open.read === found && better(rest, best)))
				[best, found] = [{ ...rest, valueEnd: open.place, isOpen: true, choice: undefined }, open.read];
		}
		if (!best) return isPartial ? { literals: 0, known: 0, gaps: 0, end: place, stop: step } : null;
		return { ...best, known: best.known + (found === READABLE ? 1 : 0), gaps: best.gaps + (found === UNREADABLE ? 1 : 0) };
	}

	// Whether a value ends with a quotation mark as it began.
	const closed = (place, end) => flags[place] & flags[end] & QUOTE ? 1 : 0;

	// Where a value at a place begins, and where behind the tags there, if there are any.
	function beginning(place) {
		const start = rawStart(place), first = starts[place];
		let inner;
		for (let i = start; i < first; i = Math.max(i + 1, next)) {
			const kind = token(m, i);
			if (kind === TAG) inner = Math.min(next, first); else if (kind === FRAME || kind === MARK) break;
		}
		return [start, inner];
	}
	// The offsets of a value between two places, without the tags of an element around it.
	function range(place, end) {
		if (place >= end) return [starts[place], starts[place]];
		const [start, inner = start] = beginning(place), last = rawStart(end);
		return last < starts[end] && closesElement(m, last) ? [inner, Math.max(inner, last)] : [start, starts[end]];
	}
	function openLimit(place) {
		const [start, inner] = beginning(place), first = starts[place], last = Math.min(m.length, first + 1024);
		const tag = inner === undefined ? -1 : closingTag(m, inner, last), content = inner ?? start;
		if (tag >= 0) return [inner, tag, false];
		// Nothing but signs on the line.
		const line = m.slice(content, first).search(/[^\s]\s*\n/);
		if (line >= 0) return [content, content + line + 1, false];
		const string = enclosingString(m, first);
		if (string) return [Math.max(content, Math.min(first, string.start)), string.end, string.start > start];
		const marks = quoted(m, content, first, last);
		if (marks) return [...marks, true];
		let limit = first;
		while (limit < last && m[limit] !== "\n" && m[limit] !== "\r") limit++;
		return [content, limit, false];
	}

	// Where a value ends behind which nothing of the pattern has to stand.
	function openEnd(name, place) {
		const { type } = spec(name), [start, limit, isEnclosed] = openLimit(place), first = starts[place];
		const whole = valueText(start, limit, type, !isEnclosed);
		if (!whole) return null;
		let text = whole;
		if (!isEnclosed && type !== "text") {
			const word = /^\S*/.exec(whole)[0];
			const mask = /^(?:\[[^\]\n]*\]|<[^>\n]*>|\([^)\n]*\)|\{[^}\n]*\}|[*•█]{2,}[^\s,;:)]*)/.exec(whole)?.[0];
			if (mask && isMask(mask)) text = mask;
			else if (isName(type)) text = trimmed(/^[^<"'`»”’]*/.exec(word)[0].replace(/[.,;:!?)\]}]+$/, ""), type);
			else {
				const length = spec(name).wordings ? undefined : readMessage(whole, type)?.length;
				text = length === undefined ? word : whole.slice(0, length);
				const bare = length === undefined && type === "duration" && /^[\d.]*\d/.exec(word)?.[0];
				if (bare) text = bareWait(bare, start, first + bare.length) ?? word;
			}
		}
		const read = readingOf(text, spec(name));
		if (read === UNREADABLE && isPartial) return null;
		const offset = text === whole ? limit : Math.min(limit, first + Math.max(1, text.length));
		return { place: Math.min(count, Math.max(place + 1, indexOf(clean, offset))), read, text };
	}

	// A value before the first text.
	function leading(step, place) {
		const name = steps[step][0], { type, wordings } = spec(name), rest = fit(step + 1, place);
		if (!rest) return null;
		const from = (start, read, choice) => ({
			...rest, known: rest.known + (read === READABLE ? 1 : 0), gaps: rest.gaps + (read === UNREADABLE ? 1 : 0), start,
			entry: step + 1, leading: { name, valueEnd: place, choice },
		});
		for (const [key, words] of wordings ?? []) {
			const known = literal(words), start = place - known.text.length;
			if (start >= 0 && !isInWord(clean, start) && standsAt(clean, known, start)) return from(start, READABLE, key);
		}
		const before = trimmed(cutText(clean, rawStart(place), starts[place], {}), type);
		if (isMask(before, type === "text")) return from(place, MASKED);
		let best, found = -1;
		for (const start of beginnings(type, place)) {
			const read = reading(name, starts[start], starts[place]);
			if (read >= found) [best, found] = [start, read];
		}
		return best === undefined ? null : from(best, found);
	}
	function beginnings(type, place) {
		let found = [];
		for (let i = place - 1; i >= Math.max(0, place - longestOf(type)); i--) {
			const gap = gapAt(clean, i), isQuoted = flags[i] & QUOTE;
			if (i && gap < BLANK && !isQuoted) continue;
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

	// The values of a match: found, and hidden where they stand there and cannot be read.
	function said(match) {
		const found = Object.create(null), hidden = new Set(), taken = [];
		const take = (name, value) => { if (value === undefined) hidden.add(name); else found[name] ??= value; };
		const valueAt = (name, now, place, isLeading) => {
			if (now.choice !== undefined) return now.choice;
			const { type } = spec(name), [start, end] = isLeading ? [starts[place], starts[now.valueEnd]] : range(place, now.valueEnd);
			if (start >= end && !now.isOpen) return;
			const open = now.isOpen ? openEnd(name, place) : null;
			return givenValue(open ? open.text : valueText(start, end, type), spec(name), now.isOpen);
		};
		if (match.leading) {
			taken.push(match.entry - 1);
			take(match.leading.name, valueAt(match.leading.name, match.leading, match.start, true));
		}
		const same = (a, b) => a.literals === b.literals && a.known === b.known && a.gaps === b.gaps && a.end === b.end && a.stop === b.stop;
		let step = match.entry, place = match.leading ? match.leading.valueEnd : match.start;
		while (step < steps.length) {
			const what = steps[step];
			if (typeof what === "string") {
				if (!standsAt(clean, literal(what), place)) break;
				taken.push(step++);
				place += literal(what).text.length;
			} else if (what < 0) step = -what;
			else {
				const now = fit(step, place);
				if (!now) break;
				if (typeof what === "number") {
					const inside = fit(step + 1, place);
					step = inside && same(inside, now) ? step + 1 : what;
				} else {
					if (what.length) {
						if (now.stop === step) break;
						taken.push(step);
						take(what[0], valueAt(what[0], now, place, false));
					}
					place = now.valueEnd;
					step++;
				}
			}
		}
		return { found, hidden: [...hidden].filter(name => !(name in found)), taken };
	}

	// The places of a step's text behind which all that the pattern needs may stand; of very many, those that have most
	// of the pattern's text behind them.
	function likely(step, first) {
		const places = occurrences(step), others = [], found = [];
		for (let other = first; other < steps.length; other++) {
			if (other === step || typeof steps[other] !== "string" || literal(steps[other]).size < 3) continue;
			const list = occurrences(other);
			if (!list.length && isNeeded[other]) return found;
			others.push({ list, at: 0, reach: reach[other] - reach[first], size: literal(steps[other]).size, isNeeded: isNeeded[other] });
		}
		next: for (const place of places) {
			let size = 0;
			for (const other of others) {
				const { list } = other;
				while (other.at < list.length && list[other.at] < place) other.at++;
				if (other.at < list.length && list[other.at] - place <= other.reach) size += other.size;
				else if (other.isNeeded) continue next;
			}
			found.push({ place, size });
		}
		if (found.length > 64) found.sort((a, b) => b.size - a.size || a.place - b.place).length = 64;
		return found.map(({ place }) => place).sort((a, b) => a - b);
	}
	function best() {
		let best = null;
		const offer = match => {
			if (match && match.gaps * 20 <= match.literals && match.literals && better(match, best)) best = match;
		};
		for (const step of firsts[0].literals) for (const place of likely(step, 0)) {
			const now = isInWord(clean, place) ? null : fit(0, place);
			offer(now && { ...now, start: place, entry: 0 });
		}
		for (const value of firsts[0].values) for (const step of firsts[value + 1].literals)
			for (const place of likely(step, value + 1)) offer(leading(value, place));
		return best;
	}
	// Whether nothing but what is missing was cut off: other words on its lines make it another message.
	function isCut(match) {
		const first = match.leading ? match.entry - 1 : match.entry, words = step => typeof steps[step] === "string" ? literal(steps[step]).text : "";
		if (first > 0) {
			let start = match.start;
			while (start > 0 && gapAt(clean, start) < BREAK) start--;
			const last = steps.slice(0, first).findLastIndex(step => typeof step === "string");
			if (start < match.start && !words(last).endsWith(text.slice(start, match.start))) return false;
		}
		if (match.stop === undefined) return true;
		let end = match.end;
		while (end < count && gapAt(clean, end) < BREAK) end++;
		const behind = text.slice(match.end, end);
		return !/[a-z\d\x80-\uffff]/.test(behind) || words(match.stop).startsWith(behind);
	}
	// The longest part of the pattern that the message has.
	function part() {
		let best = null;
		steps.forEach((what, step) => {
			if (typeof what !== "string" || literal(what).size < 4) return;
			for (const place of occurrences(step).slice(0, 64)) {
				if (isInWord(clean, place)) continue;
				const before = Array.isArray(steps[step - 1]) && steps[step - 1].length ? leading(step - 1, place) : null;
				const now = before && !before.gaps ? before : { ...fit(step, place), start: place, entry: step };
				if (!now.gaps && isCut(now) && better(now, best)) best = now;
			}
		});
		const isEnough = best && best.literals >= 18 && best.literals * 100 >= size * 30
			&& (best.known || !steps.some(what => Array.isArray(what) && what.length));
		return isEnough ? best : null;
	}
	return { best, part, said, rawStart };
}

const isPresent = (text, parts) => !parts.length || parts.some(words => text.includes(words));

// The best match of each guide.
function matches(readings, guides, isPartial, base = 0, best = new Map()) {
	for (const reading of readings) for (const guide of guides) for (const steps of guide.errors) {
		const known = program(steps);
		if (!isPresent(reading.text, isPartial ? known.parts : known.anchors)) continue;
		const run = runner(reading, known, isPartial), place = isPartial ? run.part() : run.best();
		if (!place) continue;
		const { found, hidden } = run.said(place), start = reading.starts[place.start];
		const match = { guide, found, hidden, literals: place.literals, known: Object.keys(found).length, gaps: 0, isPart: isPartial,
			start: start + base, end: Math.max(start, run.rawStart(place.end)) + base };
		if (better(match, best.get(guide))) best.set(guide, match);
	}
	return best;
}

// The best match of each guide in a text, with whatever stands before every line and without.
function read(text, guides, readings) {
	const plain = clean(text), found = matches([plain], guides), winner = winnerOf(found);
	readings.push(plain);
	if (!winner) {
		const prefixes = linePrefixes(text);
		if (!prefixes.length) return found;
		readings.push(clean(text, prefixes));
		return matches(readings.slice(-1), guides);
	}
	// What stands before every line may part the message from its end, or be taken for a part of it.
	const start = Math.max(text.lastIndexOf("\n", winner.start - 1) + 1, winner.start - 4096, 0);
	const part = text.slice(start, winner.end + 4096), prefixes = linePrefixes(part);
	if (prefixes.length) merge(found, matches([clean(part, prefixes)], guides, false, start), match => text.slice(match.start, match.end).includes("\n"));
	return found;
}
const winnerOf = found => [...found.values()].reduce((a, b) => better(b, a) ? b : a, undefined);
// Takes over what is better, and of what is as good what may be.
function merge(found, others, isTaken) {
	for (const [guide, match] of others) {
		const known = found.get(guide);
		if (better(match, known) || known && !better(known, match) && isTaken(match)) found.set(guide, match);
	}
}

// The guides that a message is about: one, none, or several, of which to choose one would be a guess; or, marked as
// such, those of whose message it is a part.
function find(message, guides, now = Date.now() / 1000) {
	moment = now;
	const count = part => (message.match(part) ?? []).length, readings = [], encoded = count(/%[\da-fA-F]{2}/g);
	if (encoded > 2 && encoded > count(/ /g)) message = percentDecoded(message);
	let found = read(message, guides, readings), winner = winnerOf(found);
	if (winner) {
		const string = enclosingString(message, winner.start + 1), inner = string && message.slice(string.start, string.end);
		const isSpelled = !string && !/(?<![A-Za-z])[A-Za-z]:\\/.test(message.slice(winner.start, winner.end)) && /\\(?:u[\da-fA-F]{4}|x1b|033|")/.test(message.slice(winner.start - 32, winner.end + 32));
		const text = string ? /\\/.test(inner) ? unescaped(inner, string.escapes) : inner : isSpelled ? unspelled(message.slice(winner.start, winner.end + 64)) : undefined;
		if (text !== undefined) {
			const others = read(text, guides, []);
			for (const match of others.values()) [match.start, match.end] = [winner.start, winner.end];
			merge(found, others, () => true);
		}
	} else if (message.includes("\\")) found = read(unspelled(message), guides, readings);
	const all = [...found.values()];
	winner = winnerOf(found);
	if (!winner) {
		const parts = [...matches(readings, guides, true).values()].sort((a, b) => b.literals - a.literals);
		return parts.filter(part => part.literals * 3 > parts[0].literals * 2).slice(0, 3);
	}
	return all.filter(match => match === winner || !better(winner, match) || (match.end <= winner.start || match.start >= winner.end)
		&& (match.literals * 2 >= winner.literals || match.literals >= 30));
}

const vademecum = { data, prose, code, find, secret };
