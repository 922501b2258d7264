// Finds the guide for a pasted message: Messages/Matching/ErrorMatcher, and what the match says.
"use strict";
// The values of a match: found, and hidden where they stand there and cannot be read.
function said({ clean, steps, fit, valueText, range, leadingRange, openEnd }, match) {
	const found = Object.create(null), hidden = new Set(), taken = [], places = [], apart = new Set();
	const take = (name, value) => { if (value === undefined) hidden.add(name); else found[name] ??= value; };
	const enter = (step, place) => { taken.push(step); places.push(place); };
	const valueAt = (name, now, place, isLeading) => {
		if (now.choice !== undefined) return now.choice;
		const { type } = values[name], [start, end] = (isLeading ? leadingRange : range)(place, now.valueEnd);
		if (start >= end && !now.isOpen) return;
		if (secret.test(untorn(clean, start, end))) return;
		const open = now.isOpen ? openEnd(name, place) : null;
		return givenValue(open ? open.text : valueText(start, end, type), values[name], now.isOpen);
	};
	if (match.leading) {
		enter(match.entry - 1, match.start);
		take(match.leading.name, valueAt(match.leading.name, match.leading, match.start, true));
	}
	const same = (a, b) => a.literals === b.literals && a.known === b.known && a.gaps === b.gaps && a.end === b.end && a.stop === b.stop;
	let step = match.entry, place = match.leading ? match.leading.valueEnd : match.start;
	if (match.cut) {
		enter(step, place - match.cut);
		if (match.stop === step) return { found, hidden: [], taken, places, apart, end: match.end };
		place += literal(steps[step++]).text.length - match.cut;
	}
	while (step < steps.length) {
		const what = steps[step];
		if (typeof what === "string") {
			if (!standsAt(clean, literal(what), place)) break;
			enter(step++, place);
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
					enter(step, place);
					take(what[0], valueAt(what[0], now, place));
				} else apart.add(taken.length);
				place = now.valueEnd;
				step++;
			}
		}
	}
	return { found, hidden: [...hidden].filter(name => !(name in found)), taken, places, apart, end: match.stopLength ? Math.max(place, match.end) : place };
}

// The message's own words, as Messages/Matching/PatternRun+Line gives them.
const longestLine = 4096, keyWord = RegExp(`${page.keys}[\\w+/=.-]*(?<![.-])`, "g");
const quotePairs = ['""', "''", "``", "«»", "“”", "‘’", "„“", "「」", "<>"];
function lineOf({ clean, steps, rawStart }, match, words) {
	const { m, starts } = clean, joints = jointsOf(clean, steps, words), breaks = [];
	if (words.end <= match.start) return "";
	// Where the line break before a place stands, or else the first blank there.
	const breakStart = place => {
		let blank;
		for (let i = rawStart(place); i < starts[place] && place < clean.count; i = Math.max(i + 1, next)) {
			const kind = token(m, i);
			if (kind === LINE) return i;
			if (kind === SPACE) blank ??= i;
		}
		return blank ?? rawStart(place);
	};
	for (let i = match.start + 1; i < words.end; i++) if (joints.has(i) || gapAt(clean, i) === BREAK) breaks.push(i);
	let line = "", start = starts[match.start];
	[match.start, ...breaks].forEach((place, i) => {
		const end = Math.max(start, i < breaks.length ? breakStart(breaks[i]) : rawStart(words.end));
		if (line.length <= longestLine) line += (i ? joints.get(place) ?? " " : "") + cutText(clean, start, end, { keepsBreaks: true }).trim();
		start = end;
	});
	const marks = mark => line.split(mark).length - 1;
	const isOpen = (one, other) => one === other ? marks(one) % 2 === 1 : marks(one) > marks(other);
	const markAt = (i, end) => i >= 0 && i < m.length && [MARK, FRAME].includes(token(m, i)) && (end === undefined || next === end)
		? String.fromCodePoint(scalar) : undefined;
	const first = starts[match.start], behind = markAt(rawStart(words.end));
	const before = [1, 2, 3, 4, 5, 6].map(length => markAt(first - length, first)).find(Boolean);
	if (quotePairs.some(([opening, closing]) => closing === behind && isOpen(opening, closing))) line += behind;
	else if (quotePairs.some(([opening, closing]) => opening === before && isOpen(closing, opening))) line = before + line;
	line = line.replace(RegExp(forbidden, "g"), "");
	// A key that a line break or an escape tears.
	const whole = untorn(clean, starts[match.start], rawStart(words.end));
	if (secret.test(whole) && !secret.test(line)) line = whole;
	line = line.replace(keyWord, "***");
	return line.length > longestLine ? line.slice(0, longestLine).replace(/[\ud800-\udbff]$/, "") + "…" : line;
}
function jointsOf(clean, steps, { taken, places, apart, end }) {
	const joints = new Map(), join = place => { if (place >= 0 && place < clean.count && gapAt(clean, place) === BREAK) joints.set(place, ""); };
	// Whether the pattern has white space behind the step before.
	let isParted = true;
	taken.forEach((step, index) => {
		const place = places[index];
		if (apart.has(index)) isParted = true;
		if (typeof steps[step] === "string") {
			const { text, spaces, breaks } = literal(steps[step]);
			for (let i = isParted ? 1 : 0; i < text.length; i++) if (!spaces[i]) join(place + i);
			for (const offset of breaks) if (place + offset >= 0 && place + offset < clean.count) joints.set(place + offset, "\n");
			isParted = spaces.at(-1) || !text && isParted;
		} else {
			if (!isParted) join(place);
			if (values[steps[step][0]].type !== "text")
				for (let inner = place + 1; inner < (places[index + 1] ?? end); inner++) join(inner);
			isParted = false;
		}
	});
	return joints;
}

// MARK: A part of a message

// Whether nothing but what is missing was cut off: other words on its lines make it another message.
function isCut({ clean, steps, isCutEnd, isBehindEllipsis }, match) {
	const { text, count } = clean, first = match.leading ? match.entry - 1 : match.entry;
	const words = step => typeof steps[step] === "string" ? literal(steps[step]).text : "";
	if (first > 0) {
		let start = match.start;
		while (start > 0 && gapAt(clean, start) < BREAK) start--;
		const last = steps.slice(0, first).findLastIndex(step => typeof step === "string");
		if (start < match.start && !isBehindEllipsis(match.start) && !words(last).endsWith(text.slice(start, match.start))) return false;
	}
	if (match.stop === undefined || isCutEnd(match.end)) return true;
	let end = match.end;
	while (end < count && gapAt(clean, end) < BREAK) end++;
	const behind = text.slice(match.end, end);
	return !/[a-z\d\x80-\uffff]/.test(behind) || words(match.stop).startsWith(behind);
}
// The longest part of the pattern that the message has.
function partOf(run) {
	const { clean, steps, size, fit, leading, occurrences } = run;
	let best = null;
	steps.forEach((what, step) => {
		if (typeof what !== "string" || literal(what).size < 4) return;
		for (const place of occurrences(step).slice(0, 64)) {
			if (isInWord(clean, place)) continue;
			const before = Array.isArray(steps[step - 1]) && steps[step - 1].length ? leading(step - 1, place) : null;
			const now = before && !before.gaps ? before : { ...fit(step, place), start: place, entry: step };
			if (!now.gaps && isCut(run, now) && better(now, best)) best = now;
		}
		for (const now of run.cutParts(step)) if (!now.gaps && isCut(run, now) && better(now, best)) best = now;
	});
	const isEnough = best && best.literals >= 18 && best.literals * 100 >= size * 30
		&& (best.known || best.literals >= 40 || !steps.some(what => Array.isArray(what) && what.length));
	return isEnough ? best : null;
}
// Whether more of the pattern belongs before a part, and behind it.
function missing({ steps }, isNeeded, { taken }, entry) {
	// Of a text that begins the match and was cut, none is there whole.
	const first = taken[0] ?? entry, last = taken.at(-1) ?? entry - 1;
	const isText = step => isNeeded[step] && (steps[step].length > 0 && (typeof steps[step] !== "string" || steps[step].trim()));
	return [steps.some((_, step) => step < first && isText(step)), steps.some((_, step) => step > last && isText(step))];
}

// MARK: Guides

const isPresent = (text, parts) => !parts.length || parts.some(words => text.includes(words));

// The best match of each guide.
function matches(readings, guides, isPartial, base = 0, best = new Map()) {
	for (const reading of readings) for (const guide of guides) for (const steps of guide.errors) {
		const known = program(steps);
		if (!isPresent(reading.text, isPartial ? known.parts : known.anchors)) continue;
		const run = runner(reading, known, isPartial), place = isPartial ? partOf(run) : run.best();
		if (!place) continue;
		const words = said(run, place), { found, hidden } = words, start = reading.starts[place.start];
		const [before, behind] = isPartial ? missing(run, known.isNeeded, words, place.entry) : [];
		const line = (before ? "… " : "") + lineOf(run, place, words) + (behind ? " …" : "");
		const match = { guide, found, hidden, line, literals: place.literals, known: Object.keys(found).length, gaps: 0, isPart: isPartial,
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
	const isBroken = match => text.slice(match.start, match.end).includes("\n");
	if (prefixes.length) merge(found, matches([clean(part, prefixes)], guides, false, start), isBroken);
	// A record before the one with the match may hold the message's beginning.
	const columns = columnsOf(text.slice(Math.max(0, text.lastIndexOf("\n", winner.start - 4096) + 1, start - 8192), winner.end + 4096));
	if (columns) {
		const others = matches([clean(columns)], guides);
		for (const match of others.values()) [match.start, match.end] = [winner.start, winner.end];
		merge(found, others, () => true);
	}
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

// What lines that follow one another begin with alike, whatever their digits: no part of the message.
const levels = /^(p|f|i|w|e|d|info|warn|warning|error|err|debug|trace|fatal|notice|critical|stderr|stdout)$/;
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
			let at = start;
			const skip = isSpace => { while (at < end && isSpaceCode(m.charCodeAt(at)) === isSpace) at++; };
			for (let word = 0; word < count; word++) { skip(true); skip(false); }
			skip(true);
			prefixes.push([start, at]);
		}
		start = after;
		end = afterEnd;
	}
	return prefixes;
}

// The guides that a message is about: one, none, or several, of which to choose one would be a guess; or, marked as
// such, those of whose message it is a part.
function find(message, guides, now = Date.now() / 1000) {
	moment = now;
	const readings = [];
	let encoded = 0, spaces = 0;
	for (let i = message.indexOf("%"); i >= 0; i = message.indexOf("%", i + 1))
		if (isHex(message.charCodeAt(i + 1)) && isHex(message.charCodeAt(i + 2))) encoded++;
	if (encoded > 2) for (let i = message.indexOf(" "); i >= 0; i = message.indexOf(" ", i + 1)) spaces++;
	if (encoded > 2 && encoded > spaces) message = percentDecoded(message);
	message = restored(message);
	let found = read(message, guides, readings), winner = winnerOf(found);
	if (winner) {
		const string = enclosingString(message, winner.start + 1), inner = string && message.slice(string.start, string.end);
		const isSpelled = !string && !/(?<![A-Za-z])[A-Za-z]:\\/.test(message.slice(winner.start, winner.end)) && /\\(?:u[\da-fA-F]{4}|x1b|033|")/.test(message.slice(Math.max(0, winner.start - 32), winner.end + 32));
		const text = string ? /\\/.test(inner) && !string.isAttribute ? unescaped(inner, string.escapes) : inner : isSpelled ? unspelled(message.slice(winner.start, winner.end + 64)) : undefined;
		if (text !== undefined) {
			const others = read(text, guides, []);
			for (const match of others.values()) [match.start, match.end] = [winner.start, winner.end];
			merge(found, others, () => true);
		}
	} else for (const mend of [() => message.includes("\\") && unspelled(message), () => columnsOf(message, true), () => unformed(message), () => repaired(message, guides), () => unpacked(message)]) {
		const text = mend();
		if (text) found = read(text, guides, readings);
		if (found.size) break;
	}
	const all = [...found.values()];
	winner = winnerOf(found);
	if (!winner) {
		const parts = [...matches(readings, guides, true).values()].sort((a, b) => b.literals - a.literals);
		return parts.filter(part => part.literals * 3 > parts[0].literals * 2).slice(0, 3);
	}
	return all.filter(match => match === winner || !better(winner, match) || (match.end <= winner.start || match.start >= winner.end)
		&& (match.literals * 2 >= winner.literals || match.literals >= 30));
}

Object.assign(vademecum, { find, secret });