// The colours that the reader chose on this device, before anything is painted.
"use strict";
try { if (localStorage.vademecumTheme) document.documentElement.dataset.theme = localStorage.vademecumTheme; } catch {}
