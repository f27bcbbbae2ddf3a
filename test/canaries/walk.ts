import type { Role } from '@sikkerby/access';
import type { WholeHouse } from '../support/whole-house.js';
import type { Filled } from './fill.js';
import { sings, type Stems } from './search.js';

/** Every question that the API answers, about the first so many of each kind. */
function questions(
  paths: Readonly<Record<string, { get?: object }>>,
  filled: Filled,
  many: number,
) {
  return Object.entries(paths).flatMap(([path, { get }]) => {
    if (!get) return [];
    const known = path
      .replace('{programme}', 'youth-concern')
      .replace('{measure}', 'youth-concern.cases-handled');
    if (!known.includes('{id}')) return [known];
    const { cases, reports, subjects } = filled;
    const streams = [...cases.map((id) => `youth_concern-${id}`)];
    const ids = known.startsWith('/audit')
      ? streams
      : known.includes('/concern-reports/')
        ? reports
        : known.includes('/persons/')
          ? subjects
          : cases;
    return ids.slice(0, many).map((id) => known.replace('{id}', id));
  });
}

export interface Walked {
  readonly asked: number;
  readonly answered: number;
  /** The questions and roles for which a canary was shown. */
  readonly singing: string[];
}

/** Asks everything as each role, searches for everybody, and tells where a canary was in the answer. */
export async function walk(
  house: WholeHouse,
  roles: readonly Role[],
  { stems, filled, many }: { stems: Stems; filled: Filled; many: number },
): Promise<Walked> {
  const answer = await house.get('/openapi.json', 'dpo');
  const { paths } = JSON.parse(answer.text) as { paths: Record<string, { get?: object }> };
  const position = (await house.system.store.head()).position;
  const year = (path: string) => (path.startsWith('/statistics/y') ? `${path}?year=2017` : path);
  const asked = roles.flatMap((role) => [
    ...questions(paths, filled, many).map(
      (path) =>
        [path, role, () => house.get(year(path), role, { 'x-min-position': position })] as const,
    ),
    ...filled.searches
      .slice(0, many)
      .map(
        (by) =>
          ['search', role, () => house.post('/people/youth-concern/search', role, by)] as const,
      ),
    ...filled.subjects.slice(0, many).map((id) => {
      const path = `/people/youth-concern/persons/${id}/reveal-address`;
      return ['reveal', role, () => house.post(path, role, { reason: 'letter' })] as const;
    }),
  ]);
  const singing: string[] = [];
  let answered = 0;
  const left = asked.values();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (const [path, role, ask] of left) {
        const { status, text } = await ask();
        if (status >= 500) throw new Error(`${path}: ${text}`);
        if (status === 200) answered += 1;
        if (sings(text, stems)) singing.push(`${role} ${path}`);
      }
    }),
  );
  return { asked: asked.length, answered, singing };
}
