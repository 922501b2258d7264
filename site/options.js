// The options of a step as tabs: one shows, and the others are a key away. What the reader chooses is chosen wherever an option
// has the same title, on this device. On paper, and where no script runs, all stand below each other.
"use strict";
{
	const title = option => [...option.querySelector("h4").childNodes].filter(node => !/label|badge/.test(node.className))
		.map(node => node.textContent).join("").trim();
	const kept = () => { try { return JSON.parse(localStorage.vademecumOptions); } catch { return []; } };
	const keep = name => {
		try { localStorage.vademecumOptions = JSON.stringify([name, ...kept().filter(other => other !== name)].slice(0, 20)); } catch {}
	};
	const groups = [...document.querySelectorAll(".options")].filter(group => group.children.length > 1).map(group => {
		const options = [...group.children];
		const tabs = options.map(option => {
			const tab = Object.assign(document.createElement("button"), { type: "button", id: "tab-" + option.id });
			tab.append(...[...option.querySelector("h4").childNodes].map(node => node.cloneNode(true)));
			// What stands twice has one identifier, and a button holds no link.
			for (const element of tab.querySelectorAll("a, [id]")) {
				element.removeAttribute("id");
				if (element.matches("a")) element.replaceWith(...element.childNodes);
			}
			tab.setAttribute("role", "tab");
			tab.setAttribute("aria-controls", option.id);
			option.setAttribute("role", "tabpanel");
			option.setAttribute("aria-labelledby", tab.id);
			return tab;
		});
		const choose = chosen => options.forEach((option, i) => {
			option.classList.toggle("away", option !== chosen);
			tabs[i].setAttribute("aria-selected", String(option === chosen));
			tabs[i].tabIndex = option === chosen ? 0 : -1;
		});
		tabs.forEach((tab, i) => {
			tab.addEventListener("click", () => {
				choose(options[i]);
				keep(title(options[i]));
			});
			tab.addEventListener("keydown", ({ key }) => {
				const forward = getComputedStyle(group).direction === "rtl" ? -1 : 1;
				const step = { ArrowRight: forward, ArrowLeft: -forward, Home: -i, End: tabs.length - 1 - i }[key];
				if (step === undefined) return;
				const next = tabs[(i + step + tabs.length) % tabs.length];
				next.focus();
				next.click();
			});
		});
		const list = Object.assign(document.createElement("div"), { className: "tabs", role: "tablist" });
		list.append(...tabs);
		list.setAttribute("aria-label", group.closest("li").querySelector("h3").textContent);
		group.before(list);
		group.classList.add("tabbed");
		const names = kept();
		const known = names.find(name => options.some(option => title(option) === name));
		choose(options.find(option => title(option) === known) ?? options.find(option => option.querySelector(".badge")) ?? options[0]);
		return { options, choose };
	});
	// An address shows what it names.
	const arrive = () => {
		const target = document.getElementById(location.hash.slice(1).split("?")[0]);
		for (const { options, choose } of groups) {
			const option = options.find(option => option.contains(target));
			if (!option) continue;
			choose(option);
			target.scrollIntoView();
		}
	};
	addEventListener("hashchange", arrive);
	arrive();
}
