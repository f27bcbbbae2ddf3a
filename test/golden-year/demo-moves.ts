import { ageOn, day, fold, type AnyDecider } from '@sikkerby/kernel';
import type { Programme } from '../../libs/programmes/programme.js';
import { played, type Move } from '../statistics/support/played.js';
import type { DemoPerson, DemoStory } from './demo-story.js';

/** What the stories ask of a programme's rules, in order, without the API and its register. */
export function demoMoves(stories: readonly DemoStory[], { units = [] }: Programme): Move[] {
  const persons = new Map<string, DemoPerson>();
  const moves: Move[] = [];
  for (const [number, story] of stories.entries()) {
    for (const entry of Object.entries(story.persons ?? {})) persons.set(...entry);
    const unit = units.find(({ path }) => path === story.path);
    if (!unit) throw new Error(`${story.programme} has no ${story.path}`);
    const { decider, begin } = unit;
    const name = story.name ?? `${story.path}-${String(number)}`;
    for (const { act, on, body } of [{ act: begin.act, ...story.begin }, ...story.acts]) {
      const { subject, survivor } = body as { subject?: string; survivor?: string };
      const who = subject === undefined ? undefined : persons.get(subject);
      const known = who && { age: ageOn(day(who.birthDate), day(on)), gender: who.gender };
      const { subject: same } = story.begin.body as { subject?: string };
      const survivorIs = { status: 'there', subject: same, itself: false };
      const { looksAt = {} } = (act === begin.act ? begin : unit.acts[act]) ?? {};
      const looked = Object.entries(looksAt).flatMap(([field, kind]) => {
        const other = (body as Record<string, string | undefined>)[field];
        return other === undefined ? [] : [[`${field}Is`, standsNow(kind, other)] as const];
      });
      const given = { ...body, ...known, ...(survivor === undefined ? {} : { survivorIs }) };
      moves.push([decider, name, act, on, { ...given, ...Object.fromEntries(looked) }]);
    }
  }
  return moves;

  /** The state of the unit of that name after the moves so far. */
  function standsNow(kind: AnyDecider, name: string): unknown {
    const log = played(moves.filter(([decider, unit]) => decider === kind && unit === name));
    return fold<unknown>(kind, kind.initialState, log);
  }
}
