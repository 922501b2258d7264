// The button that opens a guide's panel. The panel's files are loaded when somebody presses it, or at once where there are
// values to fill in: in the address, kept by the tab, or remembered on this device.
"use strict";
{
	const root = document.getElementById("vademecum"), opener = root.querySelector(".open"), said = document.createElement("p");
	said.className = "said";
	said.role = "alert";
	const load = () => globalThis.vademecumLoad(document.getElementById("vademecum-files"));
	const keeps = place => { try { return !!globalThis[place].vademecum; } catch { return false; } };
	const fill = () => {
		if (!location.hash.includes("?") && !keeps("sessionStorage") && !keeps("localStorage")) return;
		root.classList.add("kept");
		load().catch(() => {});
	};
	opener.addEventListener("click", async () => {
		said.remove();
		try { await load(); } catch {
			said.textContent = root.dataset.failed;
			return root.append(said);
		}
		root.querySelector(".open").click();
	});
	addEventListener("hashchange", fill);
	fill();
	root.hidden = false;
}
