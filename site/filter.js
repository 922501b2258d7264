// The home's filter: as somebody types, guides stay whose title, summary, tags or errors hold each of the words. A tag fills
// it in. Nothing is sent anywhere.
"use strict";
{
	const box = document.querySelector(".filter"), input = box.querySelector("input"), said = box.querySelector("[role=status]");
	const fold = text => text.normalize("NFKD").replace(/\p{Mn}+/gu, "").toLowerCase();
	const errors = new Map((globalThis.vademecumGuides ?? []).map(({ href, hrefs, errors }) =>
		[hrefs?.[document.documentElement.lang] ?? href, errors.flat(2).filter(piece => typeof piece === "string").join("")]));
	const guides = [...document.querySelectorAll(".guides > li")];
	const texts = new Map(guides.map(guide =>
		[guide, fold(guide.textContent + " " + (errors.get(guide.querySelector("a").getAttribute("href")) ?? ""))]));
	const filter = () => {
		const words = fold(input.value).split(/\s+/).filter(Boolean);
		for (const guide of guides) guide.hidden = !words.every(word => texts.get(guide).includes(word));
		for (const group of document.querySelectorAll(".group")) group.hidden = !group.querySelector(".guides > li:not([hidden])");
		said.textContent = words.length ? input.dataset.count.replace("{count}", () => guides.filter(guide => !guide.hidden).length) : "";
	};
	input.addEventListener("input", filter);
	for (const tag of document.querySelectorAll(".guides .tags li")) {
		const button = Object.assign(document.createElement("button"), { type: "button", textContent: tag.textContent });
		button.addEventListener("click", () => {
			input.value = tag.textContent;
			filter();
			input.focus();
		});
		tag.replaceChildren(button);
	}
	box.hidden = false;
}
