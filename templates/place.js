// Who switches to another language stays at the same place: the anchors are the same there. Each heading gets links to
// itself in the other languages, which are no stops of the tab key, for the switch keeps the place that the address names. An anchor that the other language
// lacks leads to what stands in its place there, which `data-anchors` lists: `ask=step-1 notes-3=notes`.
"use strict";
{
	const others = [...document.querySelectorAll(".languages a")].map(link => {
		const page = link.getAttribute("href"), places = new Map(link.dataset.anchors?.split(" ").map(pair => pair.split("=")));
		return [link, hash => {
			const id = hash.slice(1), place = places.get(id) ?? id;
			return page + (place && "#" + place);
		}];
	});
	// A row of many languages behind every heading helps nobody.
	for (const permalink of others.length > 3 ? [] : document.querySelectorAll(".permalink")) {
		const heading = permalink.parentElement.querySelector("h1, h2, h3, h4")?.textContent ?? "";
		for (const [other, page] of others) {
			// A language that the text is not translated into shows the same text again.
			if (other.hreflang !== other.querySelector("[lang]")?.lang) continue;
			const link = other.cloneNode();
			link.setAttribute("href", page(permalink.getAttribute("href")));
			link.lang = other.hreflang;
			link.tabIndex = -1;
			link.setAttribute("aria-label", `${other.querySelector("[lang]").textContent} – ${heading}`);
			permalink.parentElement.append(link);
		}
	}
	const follow = () => {
		for (const [link, page] of others) link.setAttribute("href", page(location.hash.split("?")[0]));
	};
	addEventListener("hashchange", follow);
	follow();
}
