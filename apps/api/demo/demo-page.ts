import { demoUser, roles, type Policies, type Role } from '@sikkerby/access';
import type { OpenAPIObject } from '@nestjs/swagger';
import { roleTitles } from './role-titles.js';
import { whatRoleMay, type PermittedRoute } from './what-roles-may.js';

interface Words {
  readonly da: string;
  readonly en: string;
}

const kinds: Readonly<Record<PermittedRoute['kind'], Words>> = {
  see: { da: 'se', en: 'see' },
  create: { da: 'oprette', en: 'create' },
  change: { da: 'ændre', en: 'change' },
};

/**
 * The page of the demo's users: what each may do, told from the routes and the policies, with a
 * button for a token.
 * @param titles of the contexts, by tag
 */
export function demoPage(
  document: OpenAPIObject,
  policies: Policies,
  titles: ReadonlyMap<string, Words>,
): string {
  const users = roles.map((role) =>
    userCard(role, whatRoleMay(role, document), policies.naming(role), titles),
  );
  return `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sikker By – demobrugere / demo users</title>
<link rel="stylesheet" href="/dev/page.css">
<script type="module" src="/dev/page.js"></script>
</head>
<body>
<header>
<h1>Sikker By ${both({ da: 'demobrugere', en: 'demo users' })}</h1>
<p>Én bruger for hver rolle. Rollen giver adgang til kald; hvilke sager og personer, de gælder, følger af reglerne. Et adgangstoken gælder i 15 minutter; hent et nyt her, når det er udløbet. Siden findes kun i demoen.</p>
<p lang="en">One user for each role. The role opens requests; which cases and persons they are about follows from the rules. A token lasts 15 minutes; get a new one here when it has expired. This page exists in the demo only.</p>
</header>
<section class="token" aria-label="Token" aria-live="polite" hidden>
<h2>Token <span id="whose"></span></h2>
<label for="token">${both({ da: 'Gyldigt til', en: 'valid until' })} <span id="until"></span></label>
<textarea id="token" rows="4" readonly spellcheck="false"></textarea>
<p><button id="use" type="button">${both({ da: 'Brug i dokumentationen', en: 'use in the docs' })}</button>
<button id="copy" type="button">${both({ da: 'Kopiér', en: 'copy' })}</button> <span id="said"></span></p>
</section>
<main>
${users.join('\n')}
</main>
</body>
</html>
`;
}

function userCard(
  role: Role,
  may: readonly PermittedRoute[],
  policies: readonly string[],
  titles: ReadonlyMap<string, Words>,
): string {
  const tags = [...new Set(may.map(({ tag }) => tag))];
  const lines = tags.map((tag) => {
    const ofTag = may.filter((route) => route.tag === tag);
    return `<li>${both(inWords(titles.get(tag) ?? { da: tag, en: tag }, ofTag))}</li>`;
  });
  const rules = policies.map((id) => `<li>${id.replaceAll('-', ' ')}</li>`);
  return `<article>
<h2 id="title-${role}">${both(roleTitles[role])}</h2>
<p><code>${demoUser(role).user}</code></p>
<ul>${lines.join('')}</ul>
${details({ da: 'Regler', en: 'rules' }, rules)}
${details({ da: 'Alle kald', en: 'all requests' }, may.map(routeLine))}
<button type="button" data-role="${role}" aria-describedby="title-${role}">${both({ da: 'Hent token', en: 'get a token' })}</button>
</article>`;
}

/** Such as "SSP-sager: se, ændre". */
function inWords(title: Words, routes: readonly PermittedRoute[]): Words {
  const done = Object.entries(kinds).filter(([kind]) =>
    routes.some((route) => route.kind === kind),
  );
  const of = (language: keyof Words) => done.map(([, words]) => words[language]).join(', ');
  return { da: `${title.da}: ${of('da')}`, en: `${title.en}: ${of('en')}` };
}

function routeLine({ method, path, summary }: PermittedRoute): string {
  return `<li><code>${method} ${escaped(path)}</code> <span lang="en">${escaped(summary)}</span></li>`;
}

function details(title: Words, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const summary = `<summary>${both(title)} (${lines.length})</summary>`;
  return `<details>${summary}<ul lang="en">${lines.join('')}</ul></details>`;
}

function both({ da, en }: Words): string {
  return `${escaped(da)} <span class="en" lang="en">${escaped(en)}</span>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
