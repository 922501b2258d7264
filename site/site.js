// The paste box, of a guide and of the home page. Nothing is sent anywhere.
"use strict";
const root = document.getElementById("vademecum");
const box = read => `<form class="paste">
<label for="vademecum-message">{paste}</label>
<textarea id="vademecum-message" rows="4" spellcheck="false" autocomplete="off" aria-describedby="vademecum-hint"></textarea>
<p id="vademecum-hint" class="hint">{paste-hint}</p>
<button>{${read}}</button>
<p class="said" role="status"></p>
</form>`;
const panelBox = `<button type="button" class="open" aria-expanded="false" aria-controls="vademecum-panel">{open}</button>
<aside id="vademecum-panel" class="panel" aria-labelledby="vademecum-title" hidden>
<h2 id="vademecum-title">{title}</h2>
<button type="button" class="close" aria-label="{close}">×</button>
${box("read")}
<div class="values">
<h3>{values}</h3>
<div class="fields"></div>
<details>
<summary>{team}</summary>
<div class="team"></div>
</details>
</div>
<div class="results" aria-live="polite">
<h3>{results}</h3>
<dl></dl>
</div>
<p><label><input type="checkbox" class="remember"> {remember}</label></p>
<p class="buttons">
<button type="button" class="copy-markdown">{copy-markdown}</button>
<button type="button" class="copy-link">{copy-link}</button>
<button type="button" class="reset">{reset}</button>
</p>
<p class="copied" role="status"></p>
</aside>`;
root.innerHTML = (article ? panelBox : box("find")).replace(/{([\w-]+)}/g, (_, name) =>
	words[name].replace(/[&<>"]/g, sign => `&#${sign.charCodeAt()};`));
const part = name => root.querySelector("." + name);
const on = (name, event, act) => part(name).addEventListener(event, act);
const labels = names => names.map(name => values[name].label).join(", ");
const pairs = () => Object.entries(given).map(([name, value]) => [name, key(value, values[name])]);
const forget = () => { for (const name in given) delete given[name]; };

function make(tag, properties, ...children) {
	const element = Object.assign(document.createElement(tag), properties);
	element.append(...children);
	return element;
}

// An address with the values behind its anchor, `#step-3?org.id=…`; they are erased on arrival.
function withValues(address) {
	const [page, anchor = ""] = address.split("#"), query = String(new URLSearchParams(pairs()));
	return query ? `${page}#${anchor}?${query}` : address;
}

on("paste", "submit", event => {
	event.preventDefault();
	const area = part("paste textarea"), said = part("said"), message = area.value;
	const links = find(message, data.guides ?? [data]).map(({ guide, found }) => {
		if (!article) forget();
		Object.assign(given, found);
		said.textContent = article ? put(words.captured, { names: labels(Object.keys(found)) }) : words.several;
		const title = [...document.links].find(link => link.getAttribute("href") === guide.href)?.textContent;
		return article ? "" : make("a", { href: withValues(guide.href) }, title ?? guide.href);
	});
	if (!links.length) said.textContent = words[!message.trim() ? "empty" : article ? "elsewhere" : "unknown"];
	if (links.length > 1) said.append(...links);
	if (secret.test(message)) {
		area.value = "";
		said.append(" " + words.key);
	}
	if (article) update(); else if (links.length === 1) location.href = links[0].href;
});
root.hidden = false;
