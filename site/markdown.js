// Fills a page's Markdown in, a list of texts and pieces (Rendering/Markdown/MarkdownTemplate), by the rules of
// Guides/Markdown. Loaded when somebody copies; the rest of the page's script is there.
"use strict";
const isSpace = /^[\0- \p{Zs}]/u, isPunctuation = /^[!-/:-@[-`{-~\p{P}\p{S}]/u;
const runs = (text, sign) => (text.match(RegExp(sign + "+", "g")) ?? []).map(run => run.length);
const longestRun = (text, sign) => runs(text, sign).reduce((most, run) => Math.max(most, run), 0);
const continued = (lines, continuation) => lines.replace(/\r\n?|\n/g, () => "\n" + continuation);

// Whether the last sign of a text is part of the beginning of an address that GFM links, by what follows it.
function beginsAddress(output, last, next) {
	if (/^w[w.]$/i.test(last + next)) return true;
	const [word] = /[a-z]{0,8}$/i.exec(output);
	return /[a-z]/i.test(last) && ["http:", "https:", "ftp:", "mailto:", "xmpp:"].some(start =>
		start.startsWith((word + last + next).toLowerCase()));
}

// A text behind an output: a backslash before what could be markup there, a reference where no escape helps.
function escaped(text, output, next, isInImage) {
	if (!text) return output;
	const line = output.slice(output.lastIndexOf("\n") + 1), before = output.at(-1) ?? "\n", end = text.length - 1;
	const isStart = /^( *\[\^[^\s[\]]+\]:)?[\d \t\r>\-+*_=#.)~:|\\]*$/.test(line), at = i => i < 0 ? before : text[i] ?? next;
	// The author may have begun a tag, or a reference that the text would go on with.
	const isUnsafe = before === "<" || /^[a-z\d#;]/i.test(text) && /&[a-z\d#]*$/i.test(line);
	const isNumber = isStart && /[.)]/.test(next) && /^\d+$/.test(text);
	const endsNumber = i => isStart && at(i + 1) <= " " && /^\d*$/.test(text.slice(0, i)) && (i > 0 || /\d$/.test(line));
	const isReference = (char, i) => /[\t`]/.test(char)
		|| i === end && (beginsAddress(output, char, next) || next === "|" && char === "\\")
		|| !i && (isUnsafe && char < "\x80" || isNumber || isStart && char === "\ufeff");
	const isMarkup = (char, i) => {
		const isFirst = !i, previous = at(i - 1), following = at(i + 1);
		switch (char) {
			case "\\": case "[": case "]": case "~": case "|": return true;
			case "*": return isFirst || i >= end - 1 || output.at(-1) !== " " || following !== " ";
			case "_": return isFirst || i === end || output.endsWith(";") || !/[a-z\d]{2}/i.test(previous + following);
			case "<": return i === end || /[a-z/!?]/i.test(following);
			case "&": return /^&([a-z\d#]+;|[a-z\d#]*$)/i.test(text.slice(i) + (/[a-z\d#;]/i.test(next) ? "" : " "));
			case "!": return i === end && next === "[";
			case "{": return following === "{" || isFirst && previous === "{";
			case "#": return isFirst ? isStart || previous <= " " || previous === "#" : previous === " ";
			case ">": case "+": case "-": case "=": return isFirst && isStart;
			case ":": return isFirst && (isStart || previous === "]") || following === "/" && /(https?|ftp)$/i.test(output.slice(-5));
			case ".": return endsNumber(i) || /www$/i.test(output.slice(-3));
			case ")": return endsNumber(i);
			case "(": return isFirst && previous === "]";
			case "/": return isFirst && /[:<]/.test(previous);
			case "^": return isFirst && previous === "[";
		}
	};
	// GFM links addresses of mail behind any escape.
	const parts = (left, right) => !isInImage && /[a-z\d.+\-_]/i.test(left) && /[a-z\d.\-_]/i.test(right) ? "<!-- -->" : "";
	if (/[a-z\d.+\-_]@[a-z\d.\-_]*$/i.test(line) || before === "@") output += parts("a", text[0]);
	for (let i = 0; i <= end; i++) {
		const char = text[i];
		if (/[\n\r ]/.test(char)) {
			if (char !== "\n" || text[i - 1] !== "\r") output += !i || i === end || text[i - 1] <= " " ? "&#32;" : " ";
		} else if (isReference(char, i)) output += `&#${char.charCodeAt()};`;
		else {
			output += (isMarkup(char, i) ? "\\" : "") + char;
			if (char === "@") output += parts(at(i - 1), at(i + 1));
		}
	}
	return output;
}

const inAddress = text => text.replace(/[\0- \x7f`()<>\\|]|&(?=[a-z\d#]*(;|$))/gi, sign =>
	sign <= " " || sign === "\x7f" ? "%" + sign.charCodeAt().toString(16).toUpperCase().padStart(2, "0")
		: sign === "`" ? "&#96;" : sign === "&" ? "&amp;" : "\\" + sign);
const inTitle = (text, isLast) => text.replace(/[\n\r`"'()\\|]|&(?=[a-z\d#]*(;|$))/gi, (sign, _, at) =>
	/\s/.test(sign) ? " " : sign === "`" || sign === "\\" && isLast && at === text.length - 1
		? `&#${sign.charCodeAt()};` : sign === "&" ? "&amp;" : "\\" + sign);
const inInfo = text => text.replace(/&(?=[a-z\d#]*(;|$))/gi, "&amp;").replace(/[\n\r]/g, " ")
	.replace(/`/g, "").replace(/[\\~]/g, "\\$&");

const printed = segment => typeof segment === "string" ? segment
	: segment.error ? printedError(segment.error) : worded(segment[0], code, "");
const printedError = segments => heard.line ?? segments.map(printed).join("");

function codeSpan(width, isPadded, isInCell, segments) {
	const content = segments.map(segment => oneLine(printed(segment))).join("").replace(/\|/g, isInCell ? "\\|" : "|");
	const taken = runs(content, "`");
	if (taken.includes(width)) for (width = 1; taken.includes(width);) width++;
	const needsSpace = isPadded || /^`|`$|^ ([^]* )?$/.test(content), isBlank = /^ *$/.test(content);
	const ticks = "`".repeat(width), space = needsSpace && !isBlank ? " " : "";
	return ticks + space + (content || " ") + space + ticks;
}

// Whether a run of delimiters can open or close emphasis, by the characters inside and outside.
function flanks(output, { delimiter, width }, offset, isOpening) {
	const isEscaped = end => /(^|[^\\])(\\\\)*\\$/.test(output.slice(0, end));
	let start = offset, end = offset + width;
	while (output[start - 1] === delimiter && !isEscaped(start - 1)) start--;
	while (output[end] === delimiter) end++;
	const sides = [[...output.slice(Math.max(0, start - 2), start)].at(-1), [...output.slice(end, end + 2)][0]];
	const [outside, inside] = (isOpening ? sides : sides.reverse()).map((char = " ") => char);
	return !isSpace.test(inside) && (!isPunctuation.test(inside) || isSpace.test(outside));
}

// Where a value's edge keeps delimiters from being any, elements say the same; these may do so to others in turn.
function emphasised(output, emphases) {
	for (;;) {
		const changes = [];
		emphases = emphases.filter(emphasis => {
			const { delimiter, width, start, end } = emphasis, isEmpty = end === start + width;
			if (!isEmpty && flanks(output, emphasis, start, true) && flanks(output, emphasis, end)) return true;
			const tag = sign => isEmpty ? "" : `<${sign}${delimiter === "~" ? "del" : width > 1 ? "strong" : "em"}>`;
			changes.push([start, width, tag("")], [end, width, tag("/")]);
		});
		if (!changes.length) return output;
		const moved = offset => changes.reduce((sum, [at, width, tag]) =>
			at < offset ? sum + tag.length - width : sum, offset);
		for (const emphasis of emphases) Object.assign(emphasis, { start: moved(emphasis.start), end: moved(emphasis.end) });
		for (const [at, width, tag] of changes.sort(([a], [b]) => b - a))
			output = output.slice(0, at) + tag + output.slice(at + width);
	}
}

// The bar in characters, as Guides/Filling/ChartText draws it.
function chartText({ rows, amounts, most, width, isOver }) {
	const parts = amounts.slice(0, -1);
	const column = amount => width > 0 ? Math.round(Math.max(0, amount) / width * 48) : 0, mark = column(most);
	const signs = [...parts.map((_, i) => "█▒▓░"[i % 4]), "│", isOver ? "╳" : "·"];
	let bar = "", sum = 0;
	parts.forEach((amount, i) => {
		const end = column(sum += amount);
		bar = bar.padEnd(Math.min(end, mark), signs[i]).padEnd(end, "╳");
	});
	bar = bar.padEnd(mark, "·");
	const size = text => [...text].length;
	const [left, right] = [0, 1].map(side => Math.max(...rows.map(row => size(row[side]))));
	return [bar.slice(0, mark) + "│" + bar.slice(mark), "", ...rows.map(([label, text], i) =>
		`${signs[i]} ${label}${" ".repeat(left - size(label) + right - size(text) + 2)}${text}`)].join("\n");
}

// Where a link to another page of the site leads, for a text that leaves it: the whole address; nowhere (null) where the
// site has none.
function settled(to) {
	const own = document.querySelector("link[rel=canonical]")?.href ?? location.href;
	const [page, anchor] = new URL(to, own).href.replace(/index\.md(?=#|$)/, "").split("#");
	const isOwn = anchor && page === own.split("#")[0].replace(/index\.html$/, "");
	if (!isOwn && !/^http/.test(own)) return null;
	return (isOwn ? "" : page) + (anchor ? "#" + anchor : "");
}

// The guide that a link leads to, by the name that the program prints it by.
function guideOf(to) {
	const path = address => decodeURI(new URL(address, location.href).pathname);
	const home = path(root.dataset.home).replace(/[^/]*$/, ""), target = path(to);
	return target.startsWith(home) && target.endsWith("/index.md") ? target.slice(home.length, -"/index.md".length) : "";
}

function filled(pieces) {
	let output = "", fence, indented, index = 0;
	const emphases = [], open = [], links = [];
	const closing = letter => pieces.findIndex((piece, i) => i > index && Array.isArray(piece) && piece[0] === letter);
	const codeOf = piece => typeof piece === "string" ? piece
		: piece[0] === "c" ? worded(piece[1], code, "") : piece[0] === "r" ? printedError(piece[2]) : "";
	const begins = {
		v: name => worded(name, told, ""), p: printedError, x: text => text,
		l: name => resolve(name) ? "<" : "", e: sign => sign, 
		q: (rule, words, after) => holds(rule) === null ? words ? "*" : after : "", E: sign => sign, s: () => "`",
		k: (to, sign) => settled(to) === null ? "" : sign,
	};
	// What will stand behind the piece that is written.
	const next = () => {
		for (let i = index + 1, piece; piece = pieces[i]; i++) {
			const text = typeof piece === "string" ? piece : begins[piece[0]]?.(...piece.slice(1));
			if (text) return text[0];
		}
		return "\n";
	};
	const addCode = (text, continuation) => {
		if (fence && text.includes(fence.sign)) fence.isTouched = true;
		output += continued(text, indented?.ticks ? indented.continuation : continuation);
	};
	const write = {
		v: (name, isInImage) => output = escaped(worded(name, told, ""), output, next(), isInImage),
		p: segments => output = escaped(printedError(segments), output, next()),
		x: text => output = escaped(text, output, next()),
		r: (continuation, segments) => addCode(printedError(segments), continuation),
		l(name) {
			const to = worded(name, key, "");
			if (!resolve(name)) return;
			output = /[\0- \x7f<>|`\\]|&[a-z\d#]*(;|$)/i.test(to) ? escaped(to, output + "[", "]") + `](${inAddress(to)})`
				: output + `<${to}>`;
		},
		c: (name, continuation) => addCode(worded(name, code, ""), continuation),
		s: (...span) => output += codeSpan(...span),
		f(sign, width) {
			fence = { sign, width, start: output.length };
			output += sign.repeat(width);
		},
		// Both fences are longer than what is between them.
		F(width) {
			const { sign, start, isTouched } = fence, inside = start + fence.width;
			const run = isTouched ? longestRun(output.slice(inside), sign) : 0;
			if (run >= fence.width) output = output.slice(0, start) + sign.repeat(run + 1) + output.slice(inside);
			output += sign.repeat(run >= fence.width && width ? Math.max(width, run + 1) : width);
			fence = undefined;
		},
		// A block would lose blank lines at its ends; between fences it does not.
		i(continuation) {
			const literal = pieces.slice(index + 1, closing("I")).map(codeOf).join(""), lines = literal.split("\n");
			const isFenced = [lines[0], lines.at(-1)].some(line => /^[\0- >]*$/.test(line));
			indented = { continuation, ticks: isFenced ? "`".repeat(Math.max(3, longestRun(literal, "`") + 1)) : "" };
			if (isFenced) output += indented.ticks + "\n" + continuation;
		},
		n: indentation => output += indented.ticks ? "" : indentation,
		I() {
			if (indented.ticks) output += "\n" + indented.continuation + indented.ticks;
			indented = undefined;
		},
		a: (name, isWhole) => output += inAddress(worded(name, isWhole ? key : component, "")),
		k(to, sign) {
			const place = settled(to);
			links.push([place, to]);
			if (place !== null) output += sign;
		},
		K() {
			const [place, to] = links.at(-1), guide = place === null && guideOf(to);
			if (place !== null) return;
			if (guide) output = escaped(guide, output + " (", ")") + ")";
			links.pop();
			index = closing("Z");
		},
		u: to => output += inAddress(settled(to)),
		Z: () => links.pop(),
		t: (name, isLast) => output += inTitle(worded(name, prose, ""), isLast),
		w: name => output += inInfo(worded(name, key, "")),
		e(signs) {
			open.push({ delimiter: signs[0], width: signs.length, start: output.length });
			output += signs;
		},
		E(signs) {
			if (open.length) emphases.push({ ...open.pop(), end: output.length });
			output += signs;
		},
		o(condition, remainder) {
			if (holds(condition) !== false) return;
			output += remainder;
			index = closing("O");
		},
		O() {},
		q(condition, words, after) {
			if (holds(condition) === null) output = (words ? escaped(words, output + "*", "*") + "*" : output) + after;
		},
		g(name, continuation) {
			const chart = drawing(name);
			if (chart) output += "```text\n" + continuation + continued(chartText(chart) + "\n", continuation) + "```";
		},
	};
	for (; index < pieces.length; index++) {
		const piece = pieces[index];
		if (typeof piece === "string") output += piece; else write[piece[0]](...piece.slice(1));
	}
	return emphasised(output, emphases);
}
