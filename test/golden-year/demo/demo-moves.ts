import { ageOn, day, decide, fold, type AnyDecider, type Decider } from '@sikkerby/kernel';
import type { Programme } from '../../../libs/case-kit/programme/programme.js';
import type { Move } from '../../statistics/support/played.js';
import type { DemoPerson, DemoStory } from './demo-story.js';

interface Body {
  readonly subject?: string;
  readonly survivor?: string;
}
type State = Readonly<Record<string, unknown>>;

const actor = { user: 'probe.worker', role: 'probe', organisation: 'probe' };

/**
 * What the stories ask of a programme's rules, in order, with what the API would know besides: of
 * persons from their registration, of other units from what happened to them before.
 */
export function demoMoves(stories: readonly DemoStory[], { units = [] }: Programme): Move[] {
  const persons = new Map<string, DemoPerson>();
  const states = new Map<string, State>();
  const standing = (decider: AnyDecider, name: string): State =>
    states.get(`${decider.category}-${name}`) ?? (decider.initialState as State);

  return stories.flatMap((story, number) => {
    for (const entry of Object.entries(story.persons ?? {})) persons.set(...entry);
    const unit = units.find(({ path }) => path === story.path);
    if (!unit) throw new Error(`${story.programme} has no ${story.path}`);
    const { decider, begin, acts } = unit;
    const name = story.name ?? `${story.path}-${String(number)}`;
    return [{ act: begin.act, ...story.begin }, ...story.acts].map(({ act, on, body }): Move => {
      const { looksAt = {} } = act === begin.act ? begin : (acts[act] ?? begin);
      const lookedAt = Object.entries(looksAt).flatMap(([field, other]) => {
        const named = (body as State)[field];
        return typeof named === 'string' ? [[`${field}Is`, standing(other, named)] as const] : [];
      });
      const data = { ...body, ...known(body, on), ...Object.fromEntries(lookedAt) };
      const move: Move = [decider, name, act, on, data];
      states.set(`${decider.category}-${name}`, after(move, standing(decider, name)));
      return move;

      function known({ subject, survivor }: Body, on: string): object {
        const who = persons.get(subject ?? '');
        const { status, subject: of } = standing(decider, survivor ?? '');
        return {
          ...(who && { age: ageOn(day(who.birthDate), day(on)), gender: who.gender }),
          ...(survivor === undefined ? {} : { survivorIs: { status, subject: of, itself: false } }),
        };
      }
    });
  });
}

function after([of, , type, on, data]: Move, before: State): State {
  const decider = of as Decider<State>;
  const command = { type, data, occurredOn: day(on), today: day('2026-01-01'), actor };
  return fold(decider, before, decide(decider, command, before));
}
