"""How the page looks, and the little that it does by itself."""

STYLE = """
:root{color-scheme:light;--ink:#16191d;--dim:#626b77;--faint:#8a93a0;--paper:#f6f7f9;--card:#fff;
--line:#e3e6ea;--held:#2f9e62;--broken:#d6363f;--error:#d6363f;--waived:#8b7bd8;--not_run:#b9c0c9;
--a:#3b6fd4;--b:#d98a1f;--c:#d6363f;--warn:#fff6e3;--warnink:#7a4b00;--shadow:0 1px 2px #0f172a14}
:root.dark{color-scheme:dark;--ink:#e6e9ed;--dim:#9aa4b0;--faint:#727d8a;--paper:#101317;
--card:#181c21;--line:#2a3038;--held:#4cc38a;--broken:#ff6b73;--error:#ff6b73;--waived:#a99bf0;
--not_run:#4b5561;--a:#79a6ff;--b:#f2b04d;--c:#ff6b73;--warn:#2c2312;--warnink:#f2c777;
--shadow:none}
@media(prefers-color-scheme:dark){:root:not(.light){color-scheme:dark;--ink:#e6e9ed;--dim:#9aa4b0;
--faint:#727d8a;--paper:#101317;--card:#181c21;--line:#2a3038;--held:#4cc38a;--broken:#ff6b73;
--error:#ff6b73;--waived:#a99bf0;--not_run:#4b5561;--a:#79a6ff;--b:#f2b04d;--c:#ff6b73;
--warn:#2c2312;--warnink:#f2c777;--shadow:none}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,-apple-system,
"Segoe UI",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:1080px;margin:0 auto;padding:24px 20px 64px}
header.top{display:flex;gap:16px;align-items:flex-start;justify-content:space-between}
.brand{font:600 13px/1 ui-monospace,Menlo,Consolas,monospace;color:var(--dim);margin-bottom:10px;
overflow-wrap:anywhere}
h1{font-size:28px;line-height:1.2;letter-spacing:-.02em;margin:0;display:flex;gap:12px;
align-items:baseline;overflow-wrap:anywhere}
h1::before{content:"";flex:none;width:14px;height:14px;border-radius:50%;background:var(--held)}
.bad h1::before{background:var(--broken)}
h2{font-size:15px;margin:36px 0 12px;letter-spacing:-.005em}
h2 small{font-weight:400;color:var(--dim);margin-left:8px}
.meta{color:var(--dim);margin:6px 0 0 26px;overflow-wrap:anywhere}
button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);
border-radius:8px;padding:5px 11px;cursor:pointer}
button:hover{border-color:var(--faint)}
:focus-visible{outline:2px solid var(--a);outline-offset:2px}
.card,details.endpoint,article,.stage{background:var(--card);border:1px solid var(--line);
border-radius:12px;box-shadow:var(--shadow)}
.bar{display:flex;height:10px;border-radius:5px;overflow:hidden;background:var(--line);gap:1px}
.bar i{display:block;min-width:2px}
.held{--at:var(--held)}.broken{--at:var(--broken)}.error{--at:var(--error)}
.waived,.noted{--at:var(--waived)}.not_run{--at:var(--not_run)}.passed{--at:var(--held)}
.failed{--at:var(--broken)}.blocked,.interrupted{--at:var(--b)}
.bar i,.columns i,.dot{background:var(--at)}
.legend{display:flex;flex-wrap:wrap;gap:8px;margin-top:14px}
.legend button{display:flex;gap:8px;align-items:center}
.legend button b{font-weight:600}
.legend button[aria-pressed=true]{border-color:var(--ink)}
.dot{flex:none;display:inline-block;width:9px;height:9px;border-radius:50%}
.overview{padding:18px;margin-top:22px}
.alerts{list-style:none;margin:16px 0 0;padding:0;display:grid;gap:8px}
.alerts li{background:var(--warn);color:var(--warnink);border-radius:10px;padding:9px 14px;
overflow-wrap:anywhere}
.alerts b{margin-right:6px}
.stages{display:flex;flex-wrap:wrap;gap:10px;list-style:none;padding:0;margin:0}
.stage{padding:12px 14px;border-left:4px solid var(--at);flex:1 1 190px;min-width:0}
.stage b{display:block;overflow-wrap:anywhere}.stage span,.stage p{color:var(--dim);font-size:13px}
.stage p{margin:4px 0 0;overflow-wrap:anywhere}
article{padding:14px 16px;margin-bottom:12px;border-left:4px solid var(--at)}
article h3{margin:0;font:600 14px/1.4 ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}
article summary{cursor:pointer;list-style:none}
.hook{margin-top:10px;padding:12px 14px;overflow-wrap:anywhere}.hook pre:empty{display:none}
article .place{color:var(--dim);font-size:13px;overflow-wrap:anywhere}
pre{font:12.5px/1.55 ui-monospace,Menlo,Consolas,monospace;background:var(--paper);
border-radius:8px;padding:12px;margin:10px 0 0;white-space:pre-wrap;overflow-wrap:anywhere;
max-height:420px;overflow:auto}
.find{display:flex;gap:10px;margin-bottom:12px;position:sticky;top:0;background:var(--paper);
padding:10px 0;z-index:1}
input{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);
border-radius:10px;padding:9px 14px;flex:1;min-width:0}
details.endpoint{margin-bottom:8px;content-visibility:auto;contain-intrinsic-size:auto 48px}
details.endpoint>summary{display:grid;grid-template-columns:minmax(0,1fr) 84px 150px 96px;gap:14px;
align-items:center;padding:11px 16px;cursor:pointer;list-style:none}
summary::-webkit-details-marker{display:none}
summary .name{font-weight:600;overflow-wrap:anywhere;padding-left:14px;text-indent:-14px}
summary .name::before{content:"\\203A";display:inline-block;width:14px;text-indent:0;
color:var(--faint);transition:transform .12s}
details[open]>summary .name::before{transform:rotate(90deg)}
summary .count{color:var(--dim);text-align:right;font-size:13px}
.rows{list-style:none;margin:0;padding:4px 0 8px;border-top:1px solid var(--line)}
.rows li{display:grid;grid-template-columns:9px minmax(0,1fr) auto;gap:12px;align-items:baseline;
padding:5px 16px}
.rows code{font:13px/1.45 ui-monospace,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.rows small{display:block;color:var(--dim);overflow-wrap:anywhere}
.rows .place{color:var(--faint);font-size:12.5px;text-align:right;white-space:nowrap}
.spark{width:80px;height:20px}.spark polyline{fill:none;stroke:var(--a);stroke-width:1.5}
.columns{display:flex;align-items:flex-end;gap:3px;height:110px;list-style:none;padding:16px;
margin:0}
.columns li{flex:1 1 6px;max-width:26px;height:100%;display:flex;flex-direction:column;
justify-content:flex-end;gap:1px}
.columns i{display:block;min-height:2px;border-radius:1px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th,td{padding:7px 14px;text-align:right;border-bottom:1px solid var(--line);font-weight:400;
white-space:nowrap}
tr:last-child>*{border-bottom:0}
th:first-child{text-align:left;white-space:normal;overflow-wrap:anywhere;min-width:110px}
thead th,thead td{color:var(--dim);font-size:13px}
figure{margin:0;padding:14px 16px}figcaption{color:var(--dim);font-size:13px;margin-bottom:6px}
figure svg{width:100%;height:auto;display:block}svg text{font-size:11px;fill:var(--dim)}
.grid{stroke:var(--line)}.line{fill:none;stroke-width:1.8;stroke-linejoin:round}
.line.a{stroke:var(--a)}.line.b{stroke:var(--b)}.line.c{stroke:var(--c)}
.key{margin-left:12px}.key::before{content:"";display:inline-block;width:10px;height:3px;
border-radius:2px;margin-right:5px;vertical-align:middle;background:currentColor}
.key.a{color:var(--a)}.key.b{color:var(--b)}.key.c{color:var(--c)}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,380px),1fr))}
[hidden]{display:none!important}
@media(max-width:640px){main{padding:18px 14px 48px}h1{font-size:22px}
details.endpoint>summary{grid-template-columns:minmax(0,1fr) auto;gap:8px 12px}
summary .spark,summary .nospark{display:none}
summary .count{grid-column:2;grid-row:1;white-space:nowrap}
summary .bar{grid-column:1/-1}.rows li{grid-template-columns:9px minmax(0,1fr)}
.rows .place{grid-column:2;text-align:left;white-space:normal;overflow-wrap:anywhere}
th,td{padding:7px 10px}}
@media print{.find,header button{display:none}}
"""

SCRIPT = """
"use strict";
(() => {
  const root = document.documentElement;
  document.getElementById("theme").addEventListener("click", () => {
    const dark = getComputedStyle(root).colorScheme === "dark";
    root.className = dark ? "light" : "dark";
  });
  const groups = [...document.querySelectorAll("details.endpoint")].map((box) => ({
    box,
    rows: [...box.querySelectorAll("li")].map((row) => ({
      row, text: row.textContent.toLowerCase(), state: row.dataset.state,
    })),
    name: box.querySelector(".name").textContent.toLowerCase(),
  }));
  const find = document.getElementById("find");
  const none = document.getElementById("none");
  const filters = [...document.querySelectorAll(".legend button")];
  let state = "";
  const show = () => {
    const wanted = find.value.trim().toLowerCase();
    let any = false;
    for (const { box, rows, name } of groups) {
      let found = 0;
      for (const { row, text, state: own } of rows) {
        const fits = (!state || own === state) &&
          (!wanted || name.includes(wanted) || text.includes(wanted));
        row.hidden = !fits;
        found += fits;
      }
      box.hidden = !found;
      any ||= found > 0;
      if (wanted || state) box.open = found > 0 && found <= 200;
    }
    none.hidden = any;
  };
  let waiting = 0;
  find.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(show, 80);
  });
  for (const button of filters) {
    button.addEventListener("click", () => {
      state = state === button.dataset.state ? "" : button.dataset.state;
      for (const each of filters) {
        each.setAttribute("aria-pressed", String(each.dataset.state === state));
      }
      show();
    });
  }
})();
"""
