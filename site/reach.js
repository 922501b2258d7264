// Boxes that scroll are reached by the keyboard, and have a name: code and tables that are wider than the page, and no others, for
// each is a stop on the way through it. Where there is room, the contents stand open.
"use strict";
{
	const names = document.currentScript.dataset;
	const reach = () => {
		for (const box of document.querySelectorAll("pre, .table")) {
			if (box.scrollWidth > box.clientWidth + 1) {
				box.tabIndex = 0;
				box.setAttribute("role", "group");
				box.setAttribute("aria-label", box.matches("pre") ? names.code : names.table);
			} else for (const attribute of ["tabindex", "role", "aria-label"]) box.removeAttribute(attribute);
		}
	};
	const wide = matchMedia("(min-width: 60rem)"), contents = document.querySelector(".contents > details");
	const open = () => { if (contents) contents.open = wide.matches; };
	wide.addEventListener("change", open);
	open();
	addEventListener("resize", reach);
	reach();
}
