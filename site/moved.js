// Anchors that this page has no longer, and that old links name: `data-moved` lists where they are now, on the page itself or on
// another, as in `old=#new ask=../other/index.html#ask`.
"use strict";
{
	const decoded = text => {
		try { return decodeURIComponent(text); } catch { return text; }
	};
	const places = new Map(document.currentScript.dataset.moved.split(" ").map(pair => {
		const [anchor, ...place] = pair.split("=");
		return [decoded(anchor), place.join("=")];
	}));
	const follow = () => {
		const [id, ...values] = location.hash.slice(1).split("?"), place = places.get(decoded(id));
		if (place) location.replace(place + ["", ...values].join("?"));
	};
	addEventListener("hashchange", follow);
	follow();
}
