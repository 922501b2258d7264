// Reads a pasted message piece by piece, and without what it picked up on its way: Sources/Messages/Cleaning. The page
// loads this file, and those behind it, when somebody pastes a message.
"use strict";
const BORDER = 1, BLANK = 2, BREAK = 3, QUOTE = 4, SPELLED = 8, WORD = 16;
const sticky = (source, flags = "") => RegExp(source, "y" + flags);
const matchAt = (regex, text, at) => (regex.lastIndex = at, regex.exec(text));
const isWordCode = c => c > 47 && c < 58 || c > 64 && c < 91 || c > 96 && c < 123;
const isSpaceCode = c => c === 32 || c > 8 && c < 14 || c > 159 && (c === 160 || c === 0x1680 || c >= 0x2000 && c <= 0x200a
	|| c === 0x202f || c === 0x205f || c === 0x3000);

let scalar, next, isSpelled;
const isHex = c => c > 47 && c < 58 || (c |= 32) > 96 && c < 103, hexValue = c => c < 58 ? c - 48 : (c | 32) - 87, codes = sticky("(?:u\\{([\\da-fA-F]{1,8})\\}|u([\\da-fA-F]{4})|U([\\da-fA-F]{8})|x([\\da-fA-F]{2}))");
const octal = sticky("0(?:1[125]|33)(?!\\d)");
const low = sticky("\\\\{1,15}u(d[c-f][\\da-f]{2})", "i");
const reference = sticky("((?:amp;)*)(?:#x([\\da-f]{1,7});|#(\\d{1,7});|(lt|gt|quot|apos|nbsp|hellip|laquo|raquo|rsquo|ldquo|rdquo|eacute|egrave|agrave|ccedil);|)", "i");
const named = { lt: 60, gt: 62, quot: 34, apos: 39, nbsp: 160, hellip: 0x2026, laquo: 171, raquo: 187, rsquo: 0x2019,
	ldquo: 0x201c, rdquo: 0x201d, eacute: 233, egrave: 232, agrave: 224, ccedil: 231 };
const isScalar = code => code <= 0x10ffff && code >> 11 !== 27;

// Sets the character at an offset, -1 for nothing, and where the text goes on.
function character(m, i) {
	unreferenced(m, i);
	if (scalar !== 38) return;
	const first = m.charCodeAt(next);
	if (first !== 35 && !isWordCode(first)) return;
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
		const first = hexValue(m.charCodeAt(next)) << 4 | hexValue(m.charCodeAt(next + 1)), size = first < 128 ? 1 : first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
		if (size === 1) [scalar, next, isSpelled] = [first === 92 ? -1 : first, i + 3, true];
		else try {
			const text = size ? decodeURIComponent(m.slice(i, i + 3 * size)) : "", code = text.codePointAt();
			if (size && text.length === (code > 0xffff ? 2 : 1)) [scalar, next, isSpelled] = [code === 92 ? -1 : code, i + 3 * size, true];
		} catch {}
	} else if (scalar === 35 && m[next] === "0") {
		// Control characters as rsyslog writes them.
		const found = matchAt(octal, m, next);
		if (found) [scalar, next, isSpelled] = [parseInt(found[0], 8), next + 3, true];
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
const level = sticky("#\\[[A-Za-z]{0,15}\\]"), command = sticky("::[^\\n]{1,510}?::");
const colour = sticky("\\d[\\d;]{0,15}[mK](?!\\])");
const tag = sticky("[/\\\\]*(?:!\\[CDATA\\[|(?:[!?]|[A-Za-z][\\w.-]*(?::[A-Za-z][\\w-]*)?(?=[ \\t\\n\\r/>&\\\\%]))[^<>]{0,1024}?(?:>|&gt;|\\\\+u003e|\\\\+x3e|%3e))", "i");
const spoken = /\s(?:message|msg|error|reason|summary|description|details|title)=(?=["'])/i;
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
	// A carriage return, as terminals write one, and what runners of builds put before a line.
	if (c === 94 && m[next] === "M" && (next + 1 === m.length || m[next + 1] === "\n")) { next++; return NOTHING; }
	if (c === 35 && m[next] === "#") {
		const found = matchAt(level, m, next);
		if (!found) return TEXT;
		next += found[0].length;
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
		// An attribute that says something to people is no part of the tag.
		const said = /[^!?]/.test(found[0][0]) ? spoken.exec(found[0]) : null;
		next += said ? said.index + said[0].length : found[0].length;
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
const folded = new Array(65536), kinds = new Uint8Array(65536), singles = new Uint16Array(65536);
// Quotation marks, frames and line breaks mean the same wherever they stand.
for (const [kind, chars] of [[MARK, "\"'`"], [FRAME, "*>|~"], [LINE, "\n\v\f\r"]])
	for (const char of chars) kinds[char.charCodeAt()] = kind + 1;
// A digit of any script, as 0 to 9: they follow one another.
const isDigit = code => /\p{Nd}/u.test(String.fromCodePoint(code));
function digitOf(code) {
	if (!isDigit(code)) return;
	let zero = code;
	while (code - zero < 9 && isDigit(zero - 1)) zero--;
	return String(code - zero);
}
const plainDigits = text => /[^\0-\x7f]/.test(text) ? [...text].map(char => {
	const code = char.codePointAt();
	return code < 128 ? char : digitOf(code) ?? { "٫": ".", "٬": ",", "٪": "%" }[char] ?? (code > 0xff00 && code < 0xff5f ? String.fromCharCode(code - 0xfee0) : char);
}).join("") : text;
const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{1f000}-\u{10ffff}]/u;
function fold(code) {
	let known = folded[code];
	if (!known) {
		const char = String.fromCodePoint(code);
		// Turkish has an i with its dot among the capitals, which no other i keeps.
		const text = digitOf(code) ?? char.toUpperCase().toLowerCase().normalize("NFKD").toLowerCase().replace(/[ \u0307]/g, "");
		known = { text, word: /[\p{L}\p{N}\p{M}]/u.test(char) && !unspaced.test(char) ? WORD : 0 };
		if (code < 65536) folded[code] = known;
	}
	return known;
}

// What each ASCII character is to the quick way: 1 a part of a word, 2 punctuation that means itself, 3 a blank.
const plain = Uint8Array.from({ length: 128 }, (_, c) => c === 32 ? 3 : isWordCode(c) ? 1
	: "!$()+,-./:;=?@]{}".includes(String.fromCharCode(c)) ? 2 : 0);

// A message as it is compared: characters without white space and decoration, each with its place in the message.
function clean(m, prefixes = []) {
	const size = m.length + 64;
	let codes = new Uint16Array(size), flags = new Uint8Array(size), starts = new Int32Array(size);
	let count = 0, gap = 0, blanks = 0, prefix = 0, i = 0;
	const raise = kind => { if ((gap & 3) < kind) gap = gap & ~3 | kind; };
	const skip = at => {
		const start = m.startsWith("::", at) ? at + (matchAt(command, m, at)?.[0].length ?? 0) : at;
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
		let what = kinds[c] - 1;
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
				// Most characters are one when they are folded, and need no more than a look at a table.
				if (singles[scalar] && scalar < 65536 && count < codes.length - 2) {
					put(singles[scalar], folded[scalar].word);
					break;
				}
				const known = fold(scalar), text = known.text, word = known.word;
				if (scalar < 65536 && text.length === 1) singles[scalar] = text.charCodeAt(0);
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

const gapAt = (clean, i) => clean.flags[i] & 3;
const isInWord = (clean, i) => i > 0 && i < clean.count && !gapAt(clean, i) && clean.flags[i - 1] & WORD && clean.flags[i] & WORD;
// Whether a word or a number goes on: nothing ends in 10150 at 1015, nor in 6.0 at 6.
const goesOn = ({ flags, text, count }, i) => i > 0 && i < count && !(flags[i] & 3) && flags[i] & WORD && (flags[i - 1] & WORD || ".,:".includes(text[i - 1]));
const joins = (clean, i) => i > 0 && i < clean.count && gapAt(clean, i) === BLANK && clean.flags[i - 1] & WORD && clean.flags[i] & WORD;

// A pattern's text without white space, and where that stands, and where its author put line breaks.
const literals = new Map();
function literal(text) {
	let known = literals.get(text);
	if (!known) {
		const spaces = [], breaks = [];
		let bare = "", isSpace = false, hasQuote = false;
		for (const unit of text.split("")) {
			if (unit === "\n") breaks.push(bare.length);
			if (unit === '"') hasQuote = true;
			else if (unit === " " || unit === "\n") isSpace = true; else { spaces.push(isSpace); bare += unit; isSpace = false; }
		}
		spaces.push(isSpace);
		literals.set(text, known = { text: bare, spaces, breaks, hasQuote: hasQuote && !bare, size: [...bare].length });
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
