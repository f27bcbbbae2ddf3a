import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { jsonOf } from '../support/json.js';
import { eventsList, listedTypes, writtenList } from './events-list.js';

const { version } = jsonOf<{ version: string }>(readFileSync('package.json', 'utf8'));
const known = 'safety-lift.lift-annulled.v1';
const added = 'safety-lift.lift-completed.v1';

describe('libs/programmes/EVENTS.md', () => {
  it('is as `npm run events-list` writes it', () => {
    expect(writtenList()).toBe(eventsList(listedTypes(), writtenList(), version));
  });

  it('says since which version each event can be read', () => {
    const newest = (type: string) => type;
    const before = eventsList([known], '', '0.0.9', newest);
    const rows = eventsList([known, added], before, '0.2.0', newest).split('\n').slice(-3);
    expect(rows).toEqual([
      `| \`${known}\` | Safety lifts | – | 0.0.9 |`,
      `| \`${added}\` | Safety lifts | measures: list of code | 0.2.0 |`,
      '',
    ]);
  });

  it('keeps an older version, and says as what it is read', () => {
    const list = (before: string, now: string) =>
      eventsList([known, added], before, now, (type) => (type === known ? added : type));
    const before = list('', '0.0.9');
    expect(before.split('\n').at(-3)).toBe(
      `| \`${known}\`, read as \`${added}\` | Safety lifts | – | 0.0.9 |`,
    );
    expect(list(before, '0.2.0')).toBe(before);
  });

  it('loses no event', () => {
    const before = eventsList([known, added], '', version);
    expect(() => eventsList([added], before, version)).toThrow(
      `${known}: in EVENTS.md but read no more: an event is never renamed or removed; register its upcaster to the new one`,
    );
  });
});
