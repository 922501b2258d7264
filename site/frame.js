// What stands around every page: the search, which is loaded when somebody first opens it, by the button or by `/`, and the
// choice between light and dark, which this device alone remembers.
"use strict";
{
	const tools = document.querySelector(".tools"), find = tools.querySelector(".find"), theme = tools.querySelector(".theme");
	const load = script => new Promise((onload, onerror) => {
		Object.assign(script, { async: false, onload, onerror });
		document.head.append(script);
	});
	let asked;
	const search = async () => {
		try {
			await (asked ??= Promise.all([...document.querySelector(".search-files").content.cloneNode(true).children].map(load)));
			globalThis.vademecumSearch.show();
		} catch { asked = undefined; }
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
