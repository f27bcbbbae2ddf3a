import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { besideSource, checkout } from '../support/beside-source.js';
import { formsOf, type Forms } from './names.js';
import type { Written } from './write-all.js';

/** What the strategy calls a programme; the template's own words where nobody said it. */
export interface Titles {
  readonly titleDa?: string;
  readonly titleEn?: string;
}

/** How the template calls itself: a programme that the compiler checks with each build. */
const own = formsOf('new-programme');
const ownTitles = { da: `'TODO: dansk titel'`, en: `'TODO: English title'` };
const template = besideSource(import.meta.url, 'template/');

/** Every file that is new or changed when there is a programme more, as it is to be written. */
export async function filesOf(name: string, titles: Titles): Promise<Written[]> {
  const forms = formsOf(name);
  const files = [
    ...readdirSync(template).map((file) => fromTemplate(file, forms, titles)),
    ...changedFor(forms),
  ];
  return Promise.all(files.map(formatted));
}

function fromTemplate(file: string, forms: Forms, titles: Titles): Written {
  const path = file.endsWith('-story.ts')
    ? `test/programmes/stories/${inWordsOf(forms, file)}`
    : `libs/programmes/${forms.kebab}/${inWordsOf(forms, file)}`;
  const text = inWordsOf(forms, readFileSync(new URL(file, template), 'utf8'))
    .replace('../../programmes/story.js', '../story.js')
    .replace(ownTitles.da, (placeholder) => literal(titles.titleDa) ?? placeholder)
    .replace(ownTitles.en, (placeholder) => literal(titles.titleEn) ?? placeholder);
  return { path, text };
}

function inWordsOf({ kebab, camel, pascal, snake }: Forms, text: string): string {
  return text
    .replaceAll(own.kebab, kebab)
    .replaceAll(own.camel, camel)
    .replaceAll(own.pascal, pascal)
    .replaceAll(own.snake, snake);
}

/** As TypeScript writes it, whatever signs are in it. */
function literal(title: string | undefined): string | undefined {
  return title === undefined ? undefined : JSON.stringify(title);
}

/** The files that name each programme, with one line or one entry more. */
function changedFor({ kebab, camel }: Forms): Written[] {
  const measure = `${kebab}.activities-completed`;
  return [
    changed(
      'libs/programmes/programmes.ts',
      [
        '\n/** What the system does. */',
        `import { ${camel}Programme } from './${kebab}/${kebab}.programme.js';\n`,
      ],
      ['\n];', `\n  ${camel}Programme,`],
    ),
    changed('libs/publication/tables/published-tables.ts', [
      `  'funded-effort.due',`,
      `  '${measure}',\n`,
    ]),
    changed('test/access/matrix/programmes.md', [
      '| `goals/observations`',
      `| \`${kebab}\` | open | nobody | safety-lift-manager | partnership-coordinator |\n`,
    ]),
    changed('test/access/oracle.ts', [
      '    default:',
      `    case '${kebab}':
      return inTheOpen(who, action, resource, 'safety-lift-manager', ['partnership-coordinator']);\n`,
    ]),
    changed('test/statistics/support/plain-measures.ts', [
      '\n};\n\nfunction campDays',
      `\n  '${measure}': {
    of: sorts('${kebab}.activity-planned')(({ told }) =>
      on(told.completedOn, { district: told.district, time: told.time }),
    ),
    distinct: unit,
    splits: district,
  },`,
    ]),
  ];
}

/** @throws Error where the file has no such place any more, or more than one */
function changed(
  path: string,
  ...insertions: readonly (readonly [before: string, text: string])[]
) {
  let text = readFileSync(new URL(path, checkout), 'utf8');
  for (const [before, added] of insertions) {
    const parts = text.split(before);
    if (parts.length !== 2) throw new Error(`${path}: there is not one place before ${before}`);
    text = parts.join(added + before);
  }
  return { path, text };
}

async function formatted({ path, text }: Written): Promise<Written> {
  if (path.endsWith('.cedar')) return { path, text };
  const filepath = fileURLToPath(new URL(path, checkout));
  return { path, text: await format(text, { ...(await resolveConfig(filepath)), filepath }) };
}
