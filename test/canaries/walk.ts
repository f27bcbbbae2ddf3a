import type { Role } from '@sikkerby/access';
import { programmes } from '@sikkerby/programmes';
import { jsonOf } from '../support/json.js';
import type { WholeHouse } from '../support/whole-house.js';
import type { Filled } from './fill.js';
import type { FilledProgramme } from './fill-programmes.js';
import { sings, type Stems } from './search.js';

type Paths = Readonly<Record<string, { get?: object }>>;

const measures = programmes.flatMap((each) => each.measures.map(({ id }) => id));

/** Every question that the API answers, about the first so many of each kind. */
function questions(paths: Paths, filled: Filled, others: readonly FilledProgramme[], many: number) {
  const { cases, reports, subjects } = filled;
  const registers = [{ name: 'youth-concern', subjects }, ...others];
  const units = new Map(others.flatMap((each) => [...each.units]));
  const about = (path: string, ids: readonly string[]) =>
    path.includes('{id}') ? ids.slice(0, many).map((id) => path.replace('{id}', id)) : [path];
  return Object.entries(paths).flatMap(([path, { get }]) => {
    if (!get) return [];
    if (path.includes('{measure}')) {
      const years = path.endsWith('/series') ? 'from=2017&to=2018' : 'year=2017';
      return measures.map((name) => `${path.replace('{measure}', name)}?${years}`);
    }
    if (path.includes('{year}')) {
      return [path.replace('{year}', '2017').replace('{number}', '1')];
    }
    if (path.includes('{programme}')) {
      return registers.flatMap((of) => about(path.replace('{programme}', of.name), of.subjects));
    }
    if (path.startsWith('/audit'))
      return about(
        path,
        cases.map((id) => `youth_concern-${id}`),
      );
    if (path.includes('/concern-reports/')) return about(path, reports);
    const place = path.split('/').slice(0, 3).join('/');
    return about(path.replace('{kind}', 'school'), units.get(place) ?? cases);
  });
}

export interface Walked {
  readonly asked: number;
  readonly answered: number;
  /** The questions and roles for which a canary was shown. */
  readonly singing: string[];
  /** Whose canaries were shown to which role: `exit-caseworker exitprogramme`, `ssp-caseworker `. */
  readonly heard: ReadonlySet<string>;
}

interface What {
  readonly stems: Stems;
  readonly filled: Filled;
  readonly others?: readonly FilledProgramme[];
  readonly many: number;
}

/** Asks everything as each role, searches for everybody, and tells where a canary was in the answer. */
export async function walk(
  house: WholeHouse,
  roles: readonly Role[],
  { stems, filled, others = [], many }: What,
): Promise<Walked> {
  const answer = await house.get('/openapi.json', 'dpo');
  const { paths } = jsonOf<{ paths: Paths }>(answer.text);
  const { position } = await house.system.store.head();
  const headersFor = (path: string) => ({
    'x-min-position': position,
    ...(path.includes('/events?') ? { 'x-purpose': 'audit' } : {}),
  });
  const { searches, subjects } = filled;
  const registers = [{ name: 'youth-concern', subjects, searches }, ...others];
  const posts = registers.flatMap((of): [string, object][] => [
    ...of.searches.slice(0, many).map((by): [string, object] => [`/people/${of.name}/search`, by]),
    ...of.subjects
      .slice(0, many)
      .flatMap((id): [string, object][] => [
        [`/people/${of.name}/persons/${id}/reveal-address`, { reason: 'letter' }],
      ]),
  ]);
  // Who asks what is kept of them gets all of it, from the data protection officer and the programme.
  const exports = others.flatMap(({ name, subjects: theirs }) =>
    theirs
      .slice(0, many)
      .map((id): [string, object] => [`/people/${name}/persons/${id}/export`, {}]),
  );
  const asked = roles.flatMap((role) => [
    ...questions(paths, filled, others, many).map(
      (path) => [path, role, () => house.get(path, role, headersFor(path))] as const,
    ),
    ...[...posts, ...(role === 'dpo' ? [] : exports)].map(
      ([path, body]) => [path, role, () => house.post(path, role, body)] as const,
    ),
  ]);
  const singing: string[] = [];
  const heard = new Set<string>();
  let answered = 0;
  const left = asked.values();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (const [path, role, ask] of left) {
        const { status, text } = await ask();
        if (status >= 500) throw new Error(`${path}: ${text}`);
        if (status === 200) answered += 1;
        if (sings(text, stems)) singing.push(`${role} ${path}`);
        const tags = text.matchAll(new RegExp(`${stems.text}([a-z]*)x`, 'g'));
        for (const [, tag = ''] of tags) heard.add(`${role} ${tag}`);
      }
    }),
  );
  return { asked: asked.length, answered, singing, heard };
}
