// Puts a message together again that a mail, a wrong encoding, a table or a log took apart: Sources/Messages/Mending.
"use strict";
// What Windows-1252 has at 0x80 to 0x9F.
const windows = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ", utf8 = new TextDecoder("utf-8", { fatal: true });
const decoded = bytes => { try { return utf8.decode(Uint8Array.from(bytes)); } catch {} };

// A message as it was before a mail's encoding (RFC 2045, section 6.7), or before somebody read its UTF-8 as Windows-1252.
function restored(text) {
	if (/(?:^|\n)[^\n]{72,75}=\r?\n|=(?:C[2-9A-F]|[DE][\dA-F])=[89AB][\dA-F]/.test(text))
		text = text.replace(/=\r?\n/g, "").replace(/(?:=[\dA-F]{2})+/g, run => decoded(run.slice(1).split("=").map(byte => parseInt(byte, 16))) ?? run);
	if (/%[\da-fA-F]{2}/.test(text)) text = unformed(text, /%[\da-fA-F]{2}/) ?? text;
	if (!/[ÂÃ][\x80-\xbf]|â[€\x80]/.test(text)) return text;
	return text.replace(/[\xc2-\xdf][^\0-\x1f!-\x7f]|[\xe0-\xef][^\0-\x7f]{2}|[\xf0-\xf4][^\0-\x7f]{3}/g, run => {
		const bytes = run.split("").map((char, i) => {
			const place = windows.indexOf(char), code = char.charCodeAt();
			// A space that does not break became one that does.
			return place >= 0 ? 0x80 + place : char === " " && i === 1 && run[0] === "Ã" ? 0xa0 : code;
		});
		return bytes.some(byte => byte > 255) ? run : decoded(bytes) ?? run;
	});
}

// The text of a form in an address, with its own signs for spaces; nothing where there is none.
function unformed(text, sign = /\+/) {
	const plain = text.replace(/[^\s"'<>]+/g, word => word.split("+").length > 2 && !word.includes("%20") && sign.test(word)
		? word.replace(/\+/g, " ").replace(/(?:%[\da-fA-F]{2})+/g, run => { try { return decodeURIComponent(run); } catch { return run; } }) : word);
	return plain === text ? undefined : plain;
}

// Words that were torn: by a hyphen at a line's end, or by signs in the place of letters. The patterns' words say which.
const torn = /\p{L}-\r?\n[ \t>|]*\p{Ll}|\ufffd|\p{L}\?+\p{L}|(?<=\p{L}) \?+ /u;
const lettersKey = word => word.replace(/[^\0-\x7f]+|\?+/g, "\ufffd");
function repaired(text, guides) {
	if (!torn.test(text)) return;
	const words = new Set(), byKey = new Map();
	for (const guide of guides) for (const steps of guide.errors) for (const step of steps) {
		if (typeof step !== "string") continue;
		for (const word of step.normalize("NFC").split(/[^\p{L}\p{M}]+/u)) {
			words.add(word);
			const key = lettersKey(word);
			// A sign that may stand for several words tells of none.
			if (/[^\0-\x7f]/.test(word) && /[a-z]|^[\xdf-\u024f]$/.test(word)) byKey.set(key, byKey.has(key) && byKey.get(key) !== word ? "" : word);
		}
	}
	const mended = text.replace(/(?<!\p{L})(\p{L}{1,64})-\r?\n[ \t>|]*(\p{Ll}{1,64})/gu, (all, first, rest) => words.has((first + rest).toLowerCase()) ? first + rest : all)
		.replace(/(?<![\p{L}\ufffd?])[\p{L}\ufffd?]{1,64}(?![\p{L}\ufffd?])/gu, word => /[\ufffd?]/.test(word) && byKey.get(lettersKey(word.toLowerCase())) || word);
	return mended === text ? undefined : mended;
}

// The text that long words encode (RFC 4648); nothing where none does.
function unpacked(text) {
	const whole = /^[\w+/-]+=*$/.test(text.replace(/\s+/g, "")) ? text.replace(/\s+/g, "") : text;
	let isPacked = false;
	const plain = whole.replace(/[\w+/-]{32,}={0,2}/g, word => {
		try {
			const inner = decoded(atob(word.replace(/=+$/, "").replace(/-/g, "+").replace(/_/g, "/")).split("").map(char => char.charCodeAt()));
			if (inner === undefined || !inner.includes(" ") || /[\0-\x08\x0e-\x1f]/.test(inner)) return word;
			isPacked = true;
			return inner;
		} catch { return word; }
	});
	return isPacked ? plain : undefined;
}

// MARK: Columns

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const border = /^(?=.*[-=─━═])[-=+|:\s─-╿]+$/, bar = /[|│┃║]/;
const longestRow = 512, longestRecord = 32768, longestTable = 1 << 18;

// A line's cells between bars, with where they begin and end on the screen.
function cellsOf(line) {
	const cells = [{ start: 0, text: "" }];
	let column = 0;
	for (const char of line) {
		if (bar.test(char)) {
			cells.at(-1).end = column;
			cells.push({ start: column + 1, text: "" });
		} else cells.at(-1).text += char;
		column += wide.test(char) ? 2 : 1;
	}
	return cells;
}
// The fields of a record of JSON or logfmt.
function fieldsOf(line) {
	const fields = [], isObject = line.trimEnd().endsWith("}") && /\{\s*"/.test(line);
	const form = isObject ? /"([\w.@-]{1,64})"\s*:\s*"((?:[^"\\]|\\.)*)"/g : /(?<![^\s])([\w.@-]{1,64})=(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))/g;
	for (const [, name, quoted, bare] of line.matchAll(form)) fields.push([name, quoted === undefined ? bare : unescaped(quoted, 0) ?? quoted]);
	return isObject || fields.length > 1 ? fields : [];
}
// What stands below each other in tables and records, column by column; nothing where there are none.
function columnsOf(text, hasBlanks) {
	if (text.length > longestTable || !text.includes("\n")) return;
	const lines = text.split(/\r?\n/), output = [];
	let isFound = false;
	const emit = columns => {
		isFound = true;
		for (const column of columns) output.push(...column.map(cell => cell.trim()).filter(Boolean), "");
	};
	for (let i = 0; i < lines.length;) {
		const group = records(i) || rows(i) || hasBlanks && text.length < longestTable / 4 && blanks(i);
		if (!group) output.push(lines[i]);
		i += group || 1;
	}
	return isFound ? output.join("\n") : undefined;

	function records(start) {
		const columns = new Map();
		let end = start;
		for (; end < lines.length; end++) {
			const fields = lines[end].length > longestRecord ? [] : fieldsOf(lines[end]);
			if (!fields.length) break;
			for (const [name, value] of fields) if (columns.has(name)) columns.get(name).push(value); else columns.set(name, [value]);
		}
		if (end - start < 2) return 0;
		emit(columns.values());
		return end - start;
	}
	function rows(start) {
		if (!bar.test(lines[start]) || lines[start].length > longestRow) return 0;
		const first = cellsOf(lines[start]), columns = first.map(() => []);
		const isSame = cells => cells.length === first.length && cells.every((cell, i) => cell.start === first[i].start);
		let end = start, count = 0;
		for (; end < lines.length && lines[end].length <= longestRow; end++) {
			if (border.test(lines[end])) continue;
			const cells = cellsOf(lines[end]);
			if (!isSame(cells)) break;
			cells.forEach((cell, i) => columns[i].push(cell.text));
			count++;
		}
		if (count < 2 || first.length < 2) return 0;
		emit(columns);
		return end - start;
	}
	// Columns that blanks part.
	function blanks(start) {
		let gaps, end = start, width = 0;
		for (; end < lines.length && lines[end].length <= longestRow && lines[end].trim(); end++) {
			const chars = [...lines[end]], own = [];
			for (let at = 0; at < longestRow; at++) own.push(at >= chars.length || isSpaceCode(chars[at].codePointAt()));
			const both = gaps?.map((isGap, at) => isGap && own[at]) ?? own;
			if (end > start && cutsOf(both).length < 2) break;
			gaps = both;
			width = Math.max(width, chars.length);
		}
		const cuts = end - start > 1 ? cutsOf(gaps) : [];
		if (cuts.length < 2) return 0;
		emit(cuts.map((from, i) => lines.slice(start, end).map(line => [...line].slice(from, cuts[i + 1]).join(""))));
		return end - start;
	}
	// Where columns begin: behind two blanks or more that all lines have.
	function cutsOf(gaps) {
		const cuts = [];
		let run = 2;
		gaps.forEach((isGap, at) => {
			if (!isGap && run > 1) cuts.push(at);
			run = isGap ? run + 1 : 0;
		});
		return cuts;
	}
}
