// Added to pages by `vademecum serve` alone: loads the page again when what it is made of is saved, and shows faults over it.
"use strict";
{
	const { guide, made, run } = document.currentScript.dataset;
	const address = "/_vademecum/events?" + new URLSearchParams(guide === undefined ? { made } : { guide, made });
	// The faults that were there when the page came; others are news, wherever they are.
	let known = null, events = null, panel = null;

	function listen() {
		events = new EventSource(address);
		events.addEventListener("hello", event => { if (event.data !== run) location.reload(); });
		events.addEventListener("faults", event => show(JSON.parse(event.data)));
		events.addEventListener("style", style);
		events.addEventListener("change", event => {
			const { all, guides } = JSON.parse(event.data);
			if (all || guide === undefined || guides.includes(guide)) location.reload();
		});
	}

	// A browser opens few connections to one server, and tabs that nobody looks at need none.
	document.addEventListener("visibilitychange", () => {
		if (document.hidden) events.close(); else if (events.readyState === EventSource.CLOSED) listen();
	});

	function style() {
		for (const link of document.querySelectorAll("link[rel=stylesheet]"))
			if (new URL(link.href).pathname === "/site.css") link.href = "/site.css?" + Date.now();
	}

	function make(tag, className, ...children) {
		const element = document.createElement(tag);
		element.className = className;
		element.append(...children);
		return element;
	}

	function button(text, action) {
		const element = make("button", "", text);
		element.type = "button";
		element.addEventListener("click", action);
		return element;
	}

	function show({ faults, more }) {
		const texts = new Set(faults.map(fault => fault.text));
		const isOwn = fault => fault.guide === null || fault.guide === guide;
		const opens = faults.some(fault => isOwn(fault) || known !== null && !known.has(fault.text));
		known = texts;
		panel?.remove();
		panel = null;
		if (faults.length > 0) place([...faults.filter(isOwn), ...faults.filter(fault => !isOwn(fault))], more, opens);
	}

	function place(faults, more, opens) {
		const count = faults.length + more;
		const words = count === 1 ? "1 fault" : `${count} faults`;
		panel = make("aside", "vademecum-faults");
		panel.lang = "en";
		panel.dir = "ltr";
		panel.setAttribute("aria-label", "Faults");
		const body = make("div", "vademecum-faults-list", ...faults.map(fault => make("pre", "", fault.text)));
		if (more > 0) body.append(make("p", "", `and ${more} more`));
		body.tabIndex = 0;
		const title = make("strong", "", words);
		title.setAttribute("role", "status");
		const toggle = button("", () => set(body.hidden));
		function set(isOpen) {
			body.hidden = !isOpen;
			toggle.textContent = isOpen ? "Hide" : "Show";
			toggle.setAttribute("aria-expanded", String(isOpen));
		}
		panel.addEventListener("keydown", event => { if (event.key === "Escape") set(false); });
		panel.append(make("div", "vademecum-faults-head", title, toggle), body);
		set(opens);
		document.body.append(panel);
	}

	listen();
}
