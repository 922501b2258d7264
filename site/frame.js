// What stands around every page: the loading of files that few readers need, the search, which is loaded when somebody first
// opens it, by the button or by `/`, and the choice between light and dark, which this device alone remembers.
"use strict";
{
	// The page names the files in a template, for its policy lets no script name a script. They come together and run one after
	// the other, for each builds on those before it; what failed is asked for again the next time.
	const run = script => new Promise((onload, onerror) => {
		Object.assign(script, { onload, onerror });
		document.head.append(script);
	}).finally(() => script.remove());
	const load = async scripts => {
		const waiting = scripts.filter(script => !script.isThere);
		const links = waiting.map(script => Object.assign(document.createElement("link"),
			{ rel: "preload", as: "script", href: script.getAttribute("src") }));
		document.head.append(...links);
		try {
			for (const script of waiting) {
				await run(script.cloneNode());
				script.isThere = true;
			}
		} finally { for (const link of links) link.remove(); }
	};
	globalThis.vademecumLoad = template => template.asked ??= load([...template.content.children]).catch(error => {
		template.asked = undefined;
		throw error;
	});

	const tools = document.querySelector(".tools"), find = tools.querySelector(".find"), theme = tools.querySelector(".theme");
	const search = async () => {
		try {
			await globalThis.vademecumLoad(document.querySelector(".search-files"));
			globalThis.vademecumSearch.show();
		} catch {}
	};
	find.addEventListener("click", search);
	addEventListener("keydown", event => {
		const { key, ctrlKey, metaKey, altKey, target } = event;
		const isTyping = target.closest?.("input, textarea, select, [contenteditable]");
		if (key === "/" && !isTyping && !ctrlKey && !metaKey && !altKey || key === "k" && ctrlKey !== metaKey && !altKey) {
			event.preventDefault();
			search();
		}
	});

	const root = document.documentElement, dark = matchMedia("(prefers-color-scheme: dark)");
	const isDark = () => (root.dataset.theme ?? (dark.matches ? "dark" : "light")) === "dark";
	const tell = () => theme.ariaPressed = String(isDark());
	theme.addEventListener("click", () => {
		const chosen = isDark() ? "light" : "dark";
		root.dataset.theme = chosen;
		try { localStorage.vademecumTheme = chosen; } catch {}
		tell();
	});
	dark.addEventListener("change", tell);
	tell();
	tools.hidden = false;
}
