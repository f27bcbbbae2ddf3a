/** On screen and on paper. Colours that tell something are told in words too. */
export const htmlStyle = `
:root { --ink: #1c2530; --blue: #123f6d; --line: #d9dee4; }
body { margin: 0; color: var(--ink); font: 16px/1.55 'Segoe UI', Roboto, Helvetica, Arial, sans-serif; }
header, main { max-width: 52rem; margin: 0 auto; padding: 0 1.5rem; }
header { border-bottom: 4px solid var(--blue); padding-top: 2.5rem; padding-bottom: 1rem; }
header p { margin: .15rem 0; color: #55606d; font-size: .85rem; }
h1 { margin: 0 0 .6rem; color: var(--blue); font-size: 2.6rem; line-height: 1.1; }
h1 span { display: block; font-size: 1.3rem; font-weight: 400; margin-top: .4rem; }
h2 { margin: 2.6rem 0 .8rem; color: var(--blue); font-size: 1.5rem; border-bottom: 1px solid var(--line); }
h3 { margin: 1.8rem 0 .4rem; font-size: 1.12rem; }
p, ul { margin: .5rem 0; }
figure { margin: 1rem 0; }
figure svg { width: 100%; height: auto; }
table { width: 100%; border-collapse: collapse; margin: 1rem 0; font-size: .88rem; }
caption { text-align: left; color: #55606d; font-size: .85rem; padding-bottom: .3rem; }
th, td { text-align: left; vertical-align: top; padding: .35rem .5rem; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--blue); }
tbody th { font-weight: 400; }
tbody th[colspan] { font-weight: 700; color: var(--blue); padding-top: .9rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.remark { color: #55606d; font-size: .85rem; }
.draft { color: #8a1c1c !important; font-weight: 700; }
.status { font-weight: 600; }
p.status { border-left: 6px solid; padding-left: .6rem; }
.met { color: #1d6b3a; } .partly-met { color: #7a5200; } .not-met { color: #8a1c1c; } .not-assessable { color: #55606d; }
.notes { font-size: .82rem; color: #38424e; padding-left: 1.8rem; }
.notes li { margin: .25rem 0; }
.notes li:target { background: #fff3c4; }
a { color: var(--blue); }
@media print { body { font-size: 11pt; } .new-page { break-before: page; } h2, h3 { break-after: avoid; } figure, tr { break-inside: avoid; } }
`;
