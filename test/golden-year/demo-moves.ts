import { ageOn, day } from '@sikkerby/kernel';
import type { Programme } from '../../libs/programmes/programme.js';
import type { Move } from '../statistics/support/played.js';
import type { DemoPerson, DemoStory } from './demo-story.js';

/** What the stories ask of a programme's rules, in order, without the API and its register. */
export function demoMoves(stories: readonly DemoStory[], { units = [] }: Programme): Move[] {
  const persons = new Map<string, DemoPerson>();
  return stories.flatMap((story, number) => {
    for (const entry of Object.entries(story.persons ?? {})) persons.set(...entry);
    const unit = units.find(({ path }) => path === story.path);
    if (!unit) throw new Error(`${story.programme} has no ${story.path}`);
    const { decider, begin } = unit;
    const name = story.name ?? `${story.path}-${String(number)}`;
    const asked = [{ act: begin.act, ...story.begin }, ...story.acts];
    return asked.map(({ act, on, body }): Move => {
      const { subject, survivor } = body as { subject?: string; survivor?: string };
      const who = subject === undefined ? undefined : persons.get(subject);
      const known = who && { age: ageOn(day(who.birthDate), day(on)), gender: who.gender };
      const { subject: same } = story.begin.body as { subject?: string };
      const survivorIs = { status: 'there', subject: same, itself: false };
      const given = { ...body, ...known, ...(survivor === undefined ? {} : { survivorIs }) };
      return [decider, name, act, on, given];
    });
  });
}
