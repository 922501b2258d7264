// Leads from an error's address to its guide, from an address that is no more to where it is now, and from the site's root to its
// home, in the reader's language where there is one, and takes along what stands behind the anchor. `data-moved` lists the anchors
// that are elsewhere now, as in `moved.js`. Without it, the page has the links.
"use strict";
const links = [...document.querySelectorAll("a[hreflang]")];
const inLanguage = (tag, isExact) => links.find(({ hreflang }) => isExact ? hreflang.toLowerCase() === tag.toLowerCase()
	: hreflang.split("-")[0].toLowerCase() === tag.split("-")[0].toLowerCase());
const chosen = navigator.languages.map(tag => inLanguage(tag, true) ?? inLanguage(tag, false)).find(Boolean) ?? links[0];
const decoded = text => {
	try { return decodeURIComponent(text); } catch { return text; }
};
if (chosen) {
	const [id, ...values] = location.hash.slice(1).split("?"), moved = new Map(chosen.dataset.moved?.split(" ").map(pair => {
		const [anchor, ...place] = pair.split("=");
		return [decoded(anchor), place.join("=")];
	}));
	const place = moved.get(decoded(id));
	location.replace(place ? place + ["", ...values].join("?") : chosen.href + (chosen.hash ? "" : location.hash));
}
