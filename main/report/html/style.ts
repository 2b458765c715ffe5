/** The page's whole style: light and calm on the screen, A4 on paper; no font or file is fetched. */
export const style = `
:root { color-scheme: light; --text: #1b1e22; --quiet: #626b75; --line: #d3d8dd; --wash: #f3f5f7; --accent: #1f6fbf; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 2.5rem 2rem; color: var(--text); background: #fff;
  font: 14px/1.5 system-ui, "DejaVu Sans", sans-serif; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
header { border-bottom: 1px solid var(--line); }
header p { display: flex; justify-content: space-between; margin: 0; color: var(--quiet); }
header b { color: var(--accent); }
h1 { margin: 0 0 .6rem; font-size: 1.75rem; }
h2 { margin: 1.8rem 0 .6rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line);
  font-size: .78rem; letter-spacing: .06em; text-transform: uppercase; color: var(--accent); }
dl { display: grid; grid-template-columns: 8.5rem 1fr; gap: .1rem 1rem; margin: .6rem 0; }
dt { color: var(--quiet); } dd { margin: 0; }
.columns { display: grid; grid-template-columns: 2fr 3fr; gap: 0 2rem; }
.columns dl { grid-template-columns: 6rem 1fr; align-content: start; }
.verdict { margin-top: 1rem; padding: .9rem 1.2rem; background: var(--wash); border-left: 5px solid var(--edge); }
.verdict h2 { margin: 0; padding: 0; border: 0; font-size: 1rem; letter-spacing: 0; text-transform: none; color: var(--edge); }
.verdict p { margin: .2rem 0; font-weight: 600; font-size: 1.05rem; }
.verdict ul { margin: .4rem 0 0; padding-left: 1.2rem; }
.pictures { display: grid; grid-template-columns: 1fr 1fr; gap: 1.2rem; }
figure { margin: 0; } figcaption { color: var(--quiet); font-size: .85rem; }
.frame { position: relative; background: #000; line-height: 0; }
.frame img { width: 100%; height: 100%; image-rendering: pixelated; }
.frame svg { position: absolute; inset: 0; width: 100%; height: 100%; }
.frame span { position: absolute; line-height: 1; font-size: .75rem; color: #fff; text-shadow: 0 0 3px #000; }
.top { top: .3rem; left: 0; right: 0; text-align: center; } .bottom { bottom: .3rem; left: 0; right: 0; text-align: center; }
.left { left: .3rem; top: 50%; } .right { right: .3rem; top: 50%; }
.key { display: flex; gap: 1.5rem; margin-top: .4rem; font-size: .85rem; } .key svg { width: 2rem; height: .9rem; vertical-align: -2px; }
.scale img { display: block; width: 100%; height: .75rem; margin-top: .5rem; border: 1px solid var(--line); }
.scale div { display: flex; justify-content: space-between; font-size: .8rem; color: var(--quiet); }
table { width: 100%; border-collapse: collapse; } td, th { padding: .15rem .5rem; text-align: left; font-weight: 400; vertical-align: top; }
thead th { background: var(--wash); color: var(--quiet); font-size: .85rem; } thead th:first-child { color: var(--text); font-weight: 600; font-size: 1em; }
.figures { table-layout: fixed; margin-bottom: .8rem; } .figures col:nth-child(1) { width: 36%; } .figures col:nth-child(n+2):nth-child(-n+3) { width: 13%; }
.measured text { font-weight: 700; paint-order: stroke; stroke: #000; stroke-width: 4px; stroke-linejoin: round; }
.measurements td:first-child { width: 2rem; } .measurements td:nth-child(2) { width: 8rem; white-space: nowrap; } .measurements td:last-child { white-space: pre-wrap; }
.number { text-align: right; white-space: nowrap; } .explained, .explained td { font-weight: 600; } .quiet { color: var(--quiet); }
.bar { width: 45%; } .bar div { height: .7rem; margin-top: .35rem; background: var(--wash); } .bar i { display: block; height: 100%; background: #9aa5b1; }
.explained .bar i { background: var(--accent); }
.warning { margin: .2rem 0; } .warning::before { content: "! "; font-weight: 700; color: #b3541e; }
.comment { white-space: pre-wrap; margin: 0; }
footer { margin-top: 2rem; padding-top: .5rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .85rem; }
@page { size: A4; margin: 15mm; }
@media print { body { max-width: none; padding: 0; font-size: 9.5pt; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .verdict, figure, tr, dl { break-inside: avoid; } h2 { break-after: avoid; } }
`;
