// The search: a window over the page, loaded with its index when somebody first searches. Nothing is sent anywhere.
"use strict";
{
	const { terms, ...data } = globalThis.vademecumSearch, { open, search, marked } = globalThis.vademecumWords;
	const language = document.documentElement.lang, index = open(data, language);
	const home = new URL(language + "/", document.currentScript.src);
	const make = (tag, attributes, ...children) => {
		const element = document.createElement(tag);
		for (const name in attributes) element.setAttribute(name, attributes[name]);
		element.append(...children);
		return element;
	};
	const input = make("input", { type: "search", id: "vademecum-words", autocomplete: "off", spellcheck: "false", enterkeyhint: "go" });
	const list = make("ul", {}), said = make("p", { role: "status" });
	const close = make("button", { type: "button", "aria-label": terms.close }, "×");
	const dialog = make("dialog", { class: "search", "aria-label": terms.open },
		make("form", { role: "search" }, make("label", { for: "vademecum-words" }, terms.open), input, close), list, said);
	document.body.append(dialog);

	const write = (text, lang) => marked(text, input.value, lang).map(([piece, isWord]) => isWord ? make("mark", {}, piece) : piece);
	const link = (folder, anchor, ...children) =>
		make("a", { href: new URL(`${folder}/index.html${anchor && "#" + anchor}`, home).href }, ...children);
	function show() {
		const results = input.value.trim() ? search(index, input.value) : [];
		list.replaceChildren(...results.map(({ folder, title, summary, language: other, parts }) => {
			const lang = other ?? language;
			return make("li", other ? { lang } : {}, link(folder, "", ...write(title, lang)), make("p", {}, ...write(summary, lang)),
				...parts.length ? [make("ul", {}, ...parts.map(({ id, title }) => make("li", {}, link(folder, id, ...write(title, lang)))))] : []);
		}));
		said.textContent = !input.value.trim() ? "" : results.length ? terms.count.replace("{count}", () => results.length)
			: terms.none.replace("{query}", () => input.value.trim().slice(0, 80));
	}
	input.addEventListener("input", show);
	const links = () => [input, ...list.querySelectorAll("a")];
	dialog.addEventListener("keydown", event => {
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		if (!step) return;
		event.preventDefault();
		const all = links(), at = all.indexOf(document.activeElement);
		all[Math.max(0, Math.min(all.length - 1, at + step))].focus();
	});
	dialog.addEventListener("submit", event => {
		event.preventDefault();
		list.querySelector("a")?.click();
	});
	// A link of this very page leads nowhere else, and the window would stay over it.
	list.addEventListener("click", event => event.target.closest("a") && dialog.close());
	dialog.addEventListener("click", event => event.target === dialog && dialog.close());
	close.addEventListener("click", () => dialog.close());
	globalThis.vademecumSearch.show = () => {
		if (!dialog.open) dialog.showModal();
		input.select();
	};
}
