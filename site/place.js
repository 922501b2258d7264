// Who switches to another language stays at the same place: the anchors are the same there. Each heading gets links to
// itself in the other languages, and the switch keeps the place that the address names.
"use strict";
{
	const others = [...document.querySelectorAll(".languages a")].map(link => [link, link.getAttribute("href")]);
	for (const permalink of document.querySelectorAll(".permalink"))
		for (const [other, page] of others) {
			const link = other.cloneNode();
			link.setAttribute("href", page + permalink.getAttribute("href"));
			link.setAttribute("aria-label", other.textContent);
			permalink.parentElement.append(link);
		}
	const follow = () => {
		for (const [link, page] of others) link.setAttribute("href", page + location.hash.split("?")[0]);
	};
	addEventListener("hashchange", follow);
	follow();
}
