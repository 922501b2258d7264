// Finds guides by words, in the index of the page's language: Rendering/Search. Words are taken out of texts as
// Rendering/Search/WordSplitter does.
"use strict";
{
	const accents = /[\u0300-\u036f\u05b0-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0640\u064b-\u065f\u0670]/g;
	const letters = { œ: "oe", æ: "ae", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ß: "ss", ı: "i" };
	const pairs = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\u{20000}-\u{3ffff}]+/gu;
	const elided = new Set("qu lorsqu puisqu jusqu quoiqu presqu".split(" ")), enclitics = new Set("s t d m ll re ve".split(" "));
	const isApostrophe = char => char === "'" || char === "’";
	const fold = text => text.normalize("NFKD").replace(accents, "").normalize("NFC").toLowerCase()
		.replace(/[œæøłđðþßı]/g, letter => letters[letter]).replace(accents, "").replace(/[\xad\u200b-\u200f\u2060\ufeff]/g, "");

	// The words of a text, each as often as it stands there; scripts without spaces give pairs of characters.
	function wordsOf(text) {
		const plain = fold(text), found = [];
		for (const { 0: run, index } of plain.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
			let end = 0;
			const add = (word, from) => {
				const count = [...word].length, isBehind = from === 0 && isApostrophe(plain[index - 1]);
				const isElided = from + word.length === run.length && isApostrophe(plain[index + run.length]);
				if (word && count <= 32 && !(isElided && (count === 1 || elided.has(word))) && !(isBehind && enclitics.has(word)))
					found.push(word);
			};
			for (const { 0: row, index: at } of run.matchAll(pairs)) {
				add(run.slice(end, at), end);
				const chars = [...row];
				if (chars.length === 1) found.push(row);
				for (let i = 1; i < chars.length; i++) found.push(chars[i - 1] + chars[i]);
				end = at + row.length;
			}
			add(run.slice(end), end);
		}
		return found;
	}

	// Endings, the longest first, each with what takes its place; at least three letters stay.
	const endings = list => list.split(" ").map(item => item.split(">")).map(([end, put = ""]) => [end, put]);
	const rules = {
		en: [endings("sses>ss ies>y xes>x ches>ch shes>sh zes>z ss>ss us>us is>is s"), endings("izations ization>ize ations ation ators ator ative ically ingly edly ments ment fulness ness ings ing ied>y ed ers er ors or ly ions ion able ible"), endings("ate iz e y>i")],
		fr: [endings("eaux>eau aux>al x s"), endings("issements issement issant issent issons issez atrices atrice ateurs ateur ations ation ements ement ables able ibles ible euses euse>eux ives ive>if ites ite ments ment ances ance ences ence eraient erait erais eront erons eras erez aient ions iez ent ant ons ais ait ees ee er ez ir is ions ion"), endings("eur i e t")],
	};
	function cut(word, list, least) {
		for (const [end, put] of list)
			if (word.endsWith(end) && word.length - end.length + put.length >= least && word.length - end.length >= 2) return word.slice(0, -end.length) + put;
		return word;
	}
	// What the forms of a word have in common, in French and in English; the word itself in other languages.
	function stemOf(word, language) {
		const [plurals, ends, last] = rules[language] ?? [];
		if (!ends || word.length < 4 || /\d/.test(word)) return word;
		const stem = cut(cut(cut(word, plurals, 3), ends, 3), last, 3);
		return stem.length > 3 ? stem.replace(/([b-df-hj-np-tv-z])\1$/, "$1") : stem;
	}
	// Words that say little of what somebody looks for.
	const small = {
		en: "a an and are as at be but by can do does for from has have how i if in into is it my no not of on or our so that the their then there this to was we what when where which who why will with you your",
		fr: "a ai au aux avec ca ce ces cette comment dans de des du elle en est et fait faire il ils je la le les leur lui ma mais me mes mon ne nos notre nous on ou par pas plus pour pourquoi quand que quel quelle quelles quels qui quoi sa sans se ses si son sont sur ta te tes ton tu un une vos votre vous y",
	};

	const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";
	const digit = new Uint8Array(128);
	for (let i = 0; i < 64; i++) digit[digits.charCodeAt(i)] = i;
	const weights = [1, 1.5, 3, 6];

	// Reads an index once for all questions.
	function open({ guides, words, hits }, language) {
		let last = "", count = 0;
		const list = words ? words.split(" ").map(item => last = last.slice(0, digit[item.charCodeAt()]) + item.slice(1)) : [];
		const starts = guides.map(([, , , parts]) => {
			const start = count;
			count += 1 + (parts ? parts.split("\n").length : 0);
			return start;
		});
		const guideOf = new Uint32Array(count), base = language.split("-")[0], stems = new Map();
		starts.forEach((start, guide) => guideOf.fill(guide, start));
		list.forEach((word, i) => {
			const stem = stemOf(word, base);
			if (stems.has(stem)) stems.get(stem).push(i); else stems.set(stem, [i]);
		});
		return { guides, list, hits: hits.split(" "), starts, count, guideOf, stems, base,
			numbers: new Map(list.map((word, i) => [word, i])), small: new Set((small[base] ?? "").split(" ")) };
	}

	// Whether two words are one wrong, missing, added or swapped letter apart.
	function isNear(a, b) {
		if (Math.abs(a.length - b.length) > 1 || a === b) return a === b;
		let start = 0, end = 0;
		while (start < a.length && a[start] === b[start]) start++;
		while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
		const [x, y] = [a, b].map(word => word.slice(start, word.length - end));
		return x.length <= 1 && y.length <= 1 || x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0];
	}

	// The words of the index that a term may mean, each with how close it is, from 0 to 1.
	function meant(index, term, isOpen) {
		const found = new Map(), add = (i, closeness) => found.set(i, Math.max(closeness, found.get(i) ?? 0));
		if (index.numbers.has(term)) add(index.numbers.get(term), 1);
		const stem = stemOf(term, index.base);
		for (const i of index.stems.get(stem) ?? []) add(i, 0.85);
		if (isOpen || term.length > 3) index.list.forEach((word, i) => {
			if (word.startsWith(term)) add(i, (isOpen ? 0.75 : 0.4) * Math.sqrt(term.length / word.length));
		});
		if (!found.size && term.length > 3) index.list.forEach((word, i) => {
			if (isNear(term, word)) add(i, 0.5);
			else if (stem.length > 4 && word.startsWith(stem.slice(0, -1))) add(i, 0.3);
		});
		return found;
	}

	// The guides that a question is about, the best first, each with its parts that answer it.
	function search(index, question, most = 8) {
		const { guides, starts, count, guideOf } = index, all = guides.length, terms = [...new Set(wordsOf(question))].slice(0, 48);
		const sums = new Float32Array(all), covered = new Float32Array(all), places = new Float32Array(count);
		// Of one term: the best score of each place, the best and how many of each guide, and which were found; emptied for the next.
		const best = new Float64Array(count), found = new Uint32Array(count), seen = new Uint8Array(all);
		const tops = new Float64Array(all), times = new Uint32Array(all);
		let total = 0;
		terms.forEach((term, number) => {
			const isLast = number === terms.length - 1 && !/\s$/.test(question);
			let size = 0, exact = 0, near = 0;
			seen.fill(0);
			for (const [word, closeness] of meant(index, term, isLast && terms.length < 12 && (term.length > 1 || terms.length === 1))) {
				const text = index.hits[word];
				let place = 0, value = 0, shift = 0;
				for (let i = 0; i < text.length; i++) {
					const code = digit[text.charCodeAt(i)];
					value += (code & 31) * 2 ** shift;
					shift += 5;
					if (code > 31) continue;
					place += Math.floor(value / 4);
					const score = closeness * weights[value % 4];
					if (!best[place]) found[size++] = place;
					if (score > best[place]) best[place] = score;
					const guide = guideOf[place], kind = closeness > 0.8 ? 1 : 2;
					if (!(seen[guide] & kind)) {
						seen[guide] |= kind;
						if (kind === 1) exact++; else near++;
					}
					value = shift = 0;
				}
			}
			if (!size) return;
			const known = exact || near;
			const rarity = Math.log(1 + (all - known + 0.5) / (known + 0.5)) * (index.small.has(term) ? 0.1 : 1);
			total += rarity;
			for (const place of found.subarray(0, size)) {
				const guide = guideOf[place], score = best[place];
				if (score > tops[guide]) tops[guide] = score;
				times[guide]++;
				places[place] += rarity * score;
				best[place] = 0;
			}
			for (const place of found.subarray(0, size)) {
				const guide = guideOf[place];
				if (!times[guide]) continue;
				sums[guide] += rarity * (tops[guide] + 0.5 * Math.log(times[guide]));
				covered[guide] += rarity * Math.min(1, tops[guide]);
				tops[guide] = times[guide] = 0;
			}
		});
		const results = [];
		for (let guide = 0; guide < all; guide++) {
			if (!sums[guide]) continue;
			const start = starts[guide], end = starts[guide + 1] ?? count;
			let top = 0;
			for (let place = start; place < end; place++) top = Math.max(top, places[place]);
			results.push({ guide, top, score: (sums[guide] + 0.6 * top) * (covered[guide] / total) ** 1.5 });
		}
		results.sort((a, b) => b.score - a.score || a.guide - b.guide);
		return results.slice(0, most).map(({ guide, top }) => {
			const [folder, title, summary, text, language] = guides[guide];
			const parts = text ? text.split("\n").map((line, i) => {
				const at = line.indexOf(" ");
				return { id: line.slice(0, at), title: line.slice(at + 1), score: places[starts[guide] + i + 1] };
			}).filter(({ score }) => score > 0.55 * top).sort((a, b) => b.score - a.score).slice(0, 2) : [];
			return { folder, title, summary, language, parts };
		});
	}

	// The pieces of a text, each with whether it is a word that a question has, or begins as one.
	function marked(text, question, language) {
		const base = language.split("-")[0], terms = wordsOf(question).filter(term => term.length > 1);
		const stems = new Set(terms.map(term => stemOf(term, base))), little = new Set((small[base] ?? "").split(" "));
		return text.split(/([\p{L}\p{M}\p{N}]+)/u).map(piece => [piece, wordsOf(piece).some(word =>
			!little.has(word) && (stems.has(stemOf(word, base)) || terms.some(term => term.length > 2 && word.startsWith(term))))]);
	}
	globalThis.vademecumWords = { wordsOf, stemOf, open, search, marked };
}
