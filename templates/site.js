// The paste box, of a guide and of the home page. Nothing is sent anywhere.
"use strict";
const root = document.getElementById("vademecum"), article = document.querySelector("article");
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
		return article ? "" : make("a", { href: withValues(guide.href) }, guide.title);
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
