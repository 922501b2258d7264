// The home's filter: as somebody types, guides stay whose title, summary, tags or errors hold each of the words, and of these, once a
// tag is pressed, those that have it. Nothing is sent anywhere.
"use strict";
{
	const box = document.querySelector(".filter"), input = box.querySelector("input"), said = box.querySelector("[role=status]");
	const fold = text => text.normalize("NFKD").replace(/\p{Mn}+/gu, "").toLowerCase();
	const errors = new Map((globalThis.vademecumGuides ?? []).map(({ href, hrefs, errors }) =>
		[hrefs?.[document.documentElement.lang] ?? href, errors.flat(2).filter(piece => typeof piece === "string").join("")]));
	const guides = [...document.querySelectorAll(".guides > li")], groups = document.querySelectorAll(".group");
	const texts = new Map(guides.map(guide =>
		[guide, fold(guide.textContent + " " + (errors.get(guide.querySelector("a").getAttribute("href")) ?? ""))]));
	const tagsOf = new Map(guides.map(guide => [guide, [...guide.querySelectorAll(".tags li")].map(tag => tag.textContent)]));
	let chosen = null;
	const filter = () => {
		const words = fold(input.value).split(/\s+/).filter(Boolean), isFiltered = words.length > 0 || chosen !== null;
		for (const guide of guides) guide.hidden = !words.every(word => texts.get(guide).includes(word))
			|| chosen !== null && !tagsOf.get(guide).includes(chosen);
		for (const group of groups) {
			group.hidden = !group.querySelector(".guides > li:not([hidden])");
			// What is found shows, and afterwards groups are folded as they were.
			if (isFiltered) {
				group.wasOpen ??= group.open;
				group.open = true;
			} else if (group.wasOpen !== undefined) {
				group.open = group.wasOpen;
				delete group.wasOpen;
			}
		}
		said.textContent = isFiltered ? input.dataset.count.replace("{count}", () => guides.filter(guide => !guide.hidden).length) : "";
	};
	input.addEventListener("input", filter);
	const buttons = [...document.querySelectorAll(".home .tags li")].map(tag => {
		const name = tag.textContent;
		const button = Object.assign(document.createElement("button"), { type: "button", textContent: name, ariaPressed: "false" });
		button.addEventListener("click", () => {
			chosen = chosen === name ? null : name;
			for (const other of buttons) other.ariaPressed = String(other.textContent === chosen);
			filter();
		});
		tag.replaceChildren(button);
		return button;
	});
	// A guide's way back leads to its group.
	const arrive = () => document.getElementById(location.hash.slice(1))?.closest("details")?.setAttribute("open", "");
	addEventListener("hashchange", arrive);
	arrive();
	box.hidden = false;
}
