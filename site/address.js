// Leads from an error's address to its guide, and from the site's root to its home, in the reader's language where there is one, and
// takes along what stands behind the anchor. Without it, the page has the links.
"use strict";
const links = [...document.querySelectorAll("a[hreflang]")];
const inLanguage = (tag, isExact) => links.find(({ hreflang }) => isExact ? hreflang.toLowerCase() === tag.toLowerCase()
	: hreflang.split("-")[0].toLowerCase() === tag.split("-")[0].toLowerCase());
const chosen = navigator.languages.map(tag => inLanguage(tag, true) ?? inLanguage(tag, false)).find(Boolean) ?? links[0];
if (chosen) location.replace(chosen.href + location.hash);
