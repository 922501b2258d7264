// The page for what is not there, in the reader's language: the one that the address names, or else the browser's. Where no
// script runs, all languages show.
"use strict";
{
	const parts = [...document.querySelectorAll("main > section")], base = tag => tag.split("-")[0].toLowerCase();
	const inLanguage = tag => parts.find(({ lang }) => lang.toLowerCase() === tag.toLowerCase())
		?? parts.find(({ lang }) => base(lang) === base(tag));
	const named = location.pathname.split("/").map(name => parts.find(({ lang }) => lang === name)).find(Boolean);
	const chosen = named ?? navigator.languages.map(inLanguage).find(Boolean) ?? parts[0], root = document.documentElement;
	root.lang = chosen.lang;
	root.dir = chosen.dir;
	document.title = chosen.querySelector("h2").textContent;
	// The search takes the first of everything.
	document.querySelector("h1").after(chosen);
	for (const part of parts) part.hidden = part !== chosen;
}
