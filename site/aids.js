// What helps while a guide is followed: code and filled values are copied as they stand, tasks that were ticked stay so on this device, large
// pictures open over the page, and the contents mark where the reader is.
"use strict";
{
	const names = document.currentScript.dataset, article = document.querySelector("article");
	const make = (tag, attributes) => Object.assign(document.createElement(tag), attributes);

	const said = make("p", { className: "visually-hidden", role: "status" });
	document.querySelector("main").append(said);
	for (const pre of article.querySelectorAll("pre")) {
		const box = make("div", { className: "code" }), button = make("button", { type: "button", textContent: names.copy });
		pre.replaceWith(box);
		box.append(pre, button);
		button.addEventListener("click", async () => {
			try {
				await navigator.clipboard.writeText(pre.textContent.replace(/\n$/, ""));
				said.textContent = button.textContent = names.copied;
			} catch {
				said.textContent = button.textContent = names.failed;
			}
			setTimeout(() => { button.textContent = names.copy; said.textContent = ""; }, 2000);
		});
	}

	// A value that the reader gave is copied by a click, as programs write it; what is chosen with the pointer is not touched.
	article.addEventListener("click", async ({ target }) => {
		const value = target.closest?.("data.own");
		if (!value || value.closest("a, .fill-in, summary, label") || getSelection().toString()) return;
		try {
			await navigator.clipboard.writeText(value.value);
			said.textContent = value.title = `${names.copied} ${value.value}`;
		} catch { said.textContent = names.failed; }
		setTimeout(() => { value.removeAttribute("title"); said.textContent = ""; }, 2000);
	});

	// A picture that is wider than the text opens over the page; without a script its link leads to it.
	article.addEventListener("click", event => {
		const link = event.target.closest?.("a.large"), { button, metaKey, ctrlKey, shiftKey, altKey } = event;
		if (!link || button || metaKey || ctrlKey || shiftKey || altKey) return;
		event.preventDefault();
		const { alt } = link.querySelector("img"), picture = make("img", { src: link.href, alt });
		const dialog = make("dialog", { className: "picture", ariaLabel: alt });
		dialog.append(make("button", { type: "button", textContent: names.close ?? "×" }), picture);
		dialog.addEventListener("click", () => dialog.close());
		dialog.addEventListener("close", () => { dialog.remove(); link.focus(); });
		document.body.append(dialog);
		dialog.showModal();
	});

	const boxes = [...article.querySelectorAll(".task input")];
	const page = location.pathname, label = box => box.closest("li").textContent.trim().slice(0, 200);
	const kept = () => { try { return JSON.parse(localStorage.vademecumTasks); } catch { return {}; } };
	const ticks = kept()[page] ?? {};
	for (const box of boxes) {
		box.disabled = false;
		if (Object.hasOwn(ticks, label(box))) box.checked = ticks[label(box)];
		box.addEventListener("change", () => {
			const all = kept();
			all[page] = Object.fromEntries(boxes.map(box => [label(box), box.checked]));
			try { localStorage.vademecumTasks = JSON.stringify(all); } catch {}
		});
	}

	const places = [...document.querySelectorAll(".contents a")].map(link => [link, document.getElementById(link.hash.slice(1))])
		.filter(([, place]) => place);
	let asked = false;
	const mark = () => {
		asked = false;
		let now;
		for (const [link, place] of places) if (place.getBoundingClientRect().top < innerHeight / 4) now = link;
		for (const [link] of places) if (link === now) link.ariaCurrent = "location"; else link.removeAttribute("aria-current");
	};
	addEventListener("scroll", () => asked ||= !!requestAnimationFrame(mark), { passive: true });
	mark();
}
