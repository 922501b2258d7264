// Runs the pattern of a guide on a message: Messages/Matching/PatternRun.
"use strict";
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
			firsts[i] = text ? { literals: [i], values: [] } : spaces[0] ? { literals: [], values: [], hasSpace: true, hasQuote: literal(step).hasQuote } : from;
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
		distance += typeof step === "string" ? literal(step).text.length : typeof step === "number" ? 0 : !step.length ? 8192 : values[step[0]].type === "text" ? 2048 : 512;
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
	// Long texts in pieces, for a message may be cut.
	const parts = steps.filter(step => typeof step === "string" && literal(step).size >= 4).flatMap(step => literal(step).size >= 24 ? pieces(literal(step), 12) : [literal(step).text]);
	programs.set(steps, known = { steps, firsts, isNeeded, reach, size, anchors: anchor ? [anchor] : [], parts });
	return known;
}

function pieces({ text, spaces }, length) {
	const found = [];
	let start = 0;
	for (let end = 0; end < text.length; end++) if (end - start >= length && spaces[end] && text.length - end >= length) {
		found.push(text.slice(start, end));
		start = end;
	}
	return [...found, text.slice(start)];
}

const isBetter = (a, b) => !b || a.literals - b.literals || a.known - b.known || b.gaps - a.gaps;
const better = (a, b) => !b || isBetter(a, b) > 0;

// The place where a pattern fits best. What a step comes to at a place is found out once, and a value's end is looked
// for at a bounded number of places, so the time is linear in the length of the message.
function runner(clean, { steps, firsts, isNeeded, reach, size }, isPartial) {
	const { text, starts, flags, count } = clean, lists = clean.lists ??= new Map(), fits = new Map(), spec = name => values[name];
	const { rawStart, reading, valueText, closed, range, leadingRange, openEnd, beginnings, isMaskAt } = valuePlaces(clean, isPartial);

	function occurrences(step) {
		// What one pattern looked for, another need not look for again.
		const known = lists.get(steps[step]);
		if (known) return known;
		const words = literal(steps[step]), list = [];
		lists.set(steps[step], list);
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
		if (what === undefined) return isPartial || !goesOn(clean, place) ? { literals: 0, known: 0, gaps: 0, end: place } : null;
		if (typeof what === "string") {
			const words = literal(what);
			if (!standsAt(clean, words, place)) return isPartial ? cutOff(words, step, place) : null;
			const rest = fit(step + 1, place + words.text.length);
			return rest && { ...rest, literals: rest.literals + words.size };
		}
		if (what < 0) return fit(-what, place);
		const key = step * (count + 1) + place;
		let known = fits.get(key);
		if (known === undefined) fits.set(key, known = typeof what === "number" ? split(step, what, place) : what.length ? value(what[0], step, place) : any(step, place));
		return known;
	}
	// A text that breaks off at the end of a line, or that is not there at all.
	const isEllipsis = place => text.startsWith("...", place);
	const isCutEnd = place => place === count || gapAt(clean, place) === BREAK || isEllipsis(place) || "[(<".includes(text[place]) && isEllipsis(place + 1);
	const isBehindEllipsis = place => /(?:^|[^.])\.{3,}[\])>]?$/.test(text.slice(Math.max(0, place - 8), place)) && text[place] !== ".";
	const common = (words, from, place) => { let length = 0; while (from + length < words.text.length && words.text[from + length] === text[place + length]) length++; return length; };
	function cutOff(words, step, place) {
		const length = common(words, 0, place), isCut = length && isCutEnd(place + length);
		return { literals: isCut ? [...words.text.slice(0, length)].length : 0, known: 0, gaps: 0, end: isCut ? place + length : place, stop: step, stopLength: isCut ? length : 0 };
	}
	// The matches that begin with a text that is cut before its end, or with the rest of one, at the beginning of a line.
	function cutParts(step) {
		const words = literal(steps[step]), found = [];
		if (words.size < 24) return found;
		const [piece] = pieces(words, 12);
		let looks = 64;
		for (let start = text.indexOf(piece); start >= 0 && looks--; start = text.indexOf(piece, start + 1)) {
			const length = common(words, 0, start), end = start + length;
			if (length < words.text.length && !isInWord(clean, start) && isCutEnd(end))
				found.push({ literals: [...words.text.slice(0, length)].length, known: 0, gaps: 0, end, stop: step, stopLength: length, start, entry: step });
		}
		for (let start = 0, most = 64; start < count && most; start++) {
			const isCutThere = start > 0 && isBehindEllipsis(start);
			if (start && gapAt(clean, start) !== BREAK && !isCutThere) continue;
			most--;
			for (let cut = 1; cut < words.text.length; cut++) {
				if (!words.spaces[cut] && !isCutThere || words.text[cut] !== text[start]) continue;
				const length = common(words, cut, start), end = start + length, literals = [...words.text.slice(cut, cut + length)].length;
				if (cut + length === words.text.length) {
					const rest = !isInWord(clean, end) && fit(step + 1, end);
					if (rest) found.push({ ...rest, literals: rest.literals + literals, start, entry: step, cut });
				} else if (isCutEnd(end)) found.push({ literals, known: 0, gaps: 0, end, stop: step, stopLength: cut + length, start, entry: step, cut });
			}
		}
		return found;
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
		// Where the pattern has a quotation mark, one of the message's is the likelier place.
		const quoted = first.hasQuote ? found.filter(end => flags[end] & QUOTE) : [];
		if (quoted.length) return quoted;
		return [...new Set(found)].sort((a, b) => a - b);
	}
	// Where the values behind a step that stands for anything may begin: at the last words before the text behind them.
	function valueStarts(step, place) {
		let at = firsts[step + 1].values[0];
		const isSpace = what => typeof what === "string" && !literal(what).text, found = [];
		if (at === undefined) return found;
		while (Array.isArray(steps[at]) && steps[at].length || isSpace(steps[at])) at++;
		if (typeof steps[at] !== "string") return found;
		const list = occurrences(at);
		for (let i = firstFrom(list, place), most = 8; i < list.length && list[i] - place <= 8192 && most--; i++)
			for (let start = list[i] - 1, words = 8; start > place && words; start--) if (gapAt(clean, start)) { found.push(start); words--; }
		return found;
	}
	function any(step, place) {
		let best = null;
		for (const end of [...ends(step, place, 8192), ...valueStarts(step, place)]) {
			const rest = fit(step + 1, end);
			if (rest && better(rest, best)) best = { ...rest, valueEnd: end };
		}
		if (!best && firsts[step + 1].isOpen) {
			const rest = fit(step + 1, place);
			best = rest && { ...rest, valueEnd: place };
		}
		// What follows was cut off with the rest of the line.
		if (!best && isPartial) {
			let end = place;
			while (end < Math.min(count, place + 8192) && !(end > place && isCutEnd(end))) end++;
			best = { literals: 0, known: 0, gaps: 0, end, valueEnd: end, stop: step + 1, stopLength: 0 };
		}
		return best;
	}

	// What is no text goes over a line's end only where it would have no end otherwise.
	function isOnOtherLine(end, best, type, place) {
		const breaks = (from, to) => { for (; from < to; from++) if (gapAt(clean, from) === BREAK && !(flags[from] & SPELLED)) return true; };
		return type !== "text" && best.valueEnd < end && breaks(best.valueEnd + 1, end + 1) && !breaks(place + 1, best.valueEnd + 1);
	}

	function value(name, step, place) {
		const { type, wordings } = spec(name);
		for (const [key, words] of wordings ?? []) {
			const word = literal(words), end = place + word.text.length;
			if (!standsAt(clean, word, place) || isInWord(clean, end)) continue;
			const rest = fit(step + 1, end);
			if (rest) return { ...rest, known: rest.known + 1, valueEnd: end, choice: key, isOpen: false };
		}
		let best = null, found = -1;
		// Any text can be read: of a mask and a text that goes on behind it neither is the better reading.
		const known = read => read === MASKED && type === "text" ? READABLE : read;
		// Of what stands in the place of a value nothing may be left to compare: `***`.
		const masked = isMaskAt(place, type) && fit(step + 1, place);
		if (masked) return { ...masked, valueEnd: place, isOpen: false, choice: undefined };
		for (const end of ends(step, place, longestOf(type))) {
			const rest = fit(step + 1, end);
			// Where nothing of the pattern stands behind the value, it is looked for below how far it goes.
			if (rest && rest.end === end && firsts[step + 1].isOpen) continue;
			// What is worse than what can be read already need not be read.
			if (!rest || known(found) === READABLE && isBetter(best, rest) >= (type === "text" ? 0 : 1)
				&& closed(place, best.valueEnd) >= closed(place, end)) continue;
			if (known(found) === READABLE && isOnOtherLine(end, best, type, place)) continue;
			const read = reading(name, ...range(place, end));
			if (read === UNREADABLE && (isPartial || end - place > 96)) continue;
			const now = { ...rest, valueEnd: end, isOpen: false, choice: undefined };
			const rank = known(read) * 2 + closed(place, end), most = known(found) * 2 + (best ? closed(place, best.valueEnd) : 0);
			if (!best || rank > most || rank === most
				&& (type !== "text" && read === READABLE && !(isBetter(best, now) > 0) || better(now, best))) [best, found] = [now, read];
		}
		if (firsts[step + 1].isOpen || isPartial) {
			const open = openEnd(name, place), rest = open && fit(step + 1, open.place);
			if (rest && (!best || known(open.read) > known(found) || known(open.read) === known(found) && better(rest, best)))
				[best, found] = [{ ...rest, valueEnd: open.place, isOpen: true, choice: undefined }, open.read];
		}
		if (!best) return isPartial ? { literals: 0, known: 0, gaps: 0, end: place, stop: step } : null;
		return { ...best, known: best.known + (found === READABLE ? 1 : 0), gaps: best.gaps + (found === UNREADABLE ? 1 : 0) };
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
			const read = reading(name, ...leadingRange(start, place));
			if (read >= found) [best, found] = [start, read];
		}
		return best === undefined ? null : from(best, found);
	}
	// The places of a step's text behind which all that the pattern needs may stand; of very many, those that have most
	// of the pattern's text behind them.
	function likely(step, first) {
		const places = occurrences(step), others = [], found = new Map();
		for (let other = first; other < steps.length; other++) {
			if (other === step || typeof steps[other] !== "string" || literal(steps[other]).size < 3) continue;
			const list = occurrences(other);
			if (!list.length && isNeeded[other]) return [];
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
			const same = found.get(size);
			if (!same) found.set(size, [place]); else if (same.length < 64) same.push(place);
		}
		const best = [...found].sort((a, b) => b[0] - a[0]).flatMap(([, places]) => places).slice(0, 64);
		return best.sort((a, b) => a - b);
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
	return { clean, steps, size, fit, leading, occurrences, best, cutParts, isCutEnd, isBehindEllipsis, rawStart, valueText, range, leadingRange, openEnd };
}
