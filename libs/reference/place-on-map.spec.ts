import { describe, expect, it } from '@jest/globals';
import { day } from '@sikkerby/kernel';
import { Districts } from './place-on-map.js';
import type { ReferenceItem } from './reference-item.js';
import { seeds } from './seeds/seeds.js';

const seeded: ReferenceItem[] = seeds.map(({ da, en, ...item }) => ({
  ...{ ...item, status: 'registered', successors: [] },
  names: [{ since: item.validFrom, da, en }],
}));

const of = (kind: ReferenceItem['kind'], code: string, more: Partial<ReferenceItem> = {}) =>
  ({
    ...{
      status: 'registered',
      kind,
      code,
      validFrom: day('2027-01-01'),
      successors: [],
      names: [],
    },
    ...more,
  }) satisfies ReferenceItem;

/** The seeds, some of them over with 2026, and what came after. */
function after(
  ended: Readonly<Record<string, readonly string[]>>,
  ...added: readonly ReferenceItem[]
): Districts {
  const items = seeded.map((item) => {
    const successors = ended[`${item.kind} ${item.code}`];
    return successors ? { ...item, successors, validTo: day('2026-12-31') } : item;
  });
  return new Districts([...items, ...added]);
}
const before = day('2026-12-31');
const since = day('2027-12-31');

describe('the seeds', () => {
  it('have ten districts for operations and thirteen of the survey', () => {
    const count = (kind: string) => seeds.filter((seed) => seed.kind === kind).length;
    expect(count('district')).toBe(10);
    expect(count('survey-district')).toBe(13);
    expect(count('partnership-area')).toBe(5);
    expect(count('centre')).toBe(5);
  });

  it('name each code once, and its parent before it', () => {
    const known = new Set<string>();
    for (const { kind, code, parent } of seeds) {
      expect(known).not.toContain(`${kind} ${code}`);
      if (parent !== undefined) expect(known).toContain(`district ${parent}`);
      known.add(`${kind} ${code}`);
    }
  });
});

describe('a district on a map', () => {
  it('of the survey is there where the survey does not split it', () => {
    const today = new Districts(seeded);
    const placed = (code: string) => today.around(code, 'survey', before)?.code;
    expect(placed('valby')).toBe('valby');
    expect(placed('amager-vest')).toBe('amager-vest');
    expect(placed('noerrebro')).toBeUndefined();
    expect(placed('indre-by')).toBeUndefined();
    expect(placed('vesterbro-kongens-enghave')).toBeUndefined();
    expect(placed('frederiksberg')).toBeUndefined();
  });

  it('that was split: its parts lie in it, it lies in none of them', () => {
    const map = after(
      { 'district amager-vest': ['oerestad', 'islands-brygge'] },
      of('district', 'oerestad'),
      of('district', 'islands-brygge'),
    );
    expect(map.around('oerestad', 'operations', before)?.code).toBe('amager-vest');
    expect(map.around('islands-brygge', 'operations', before)?.code).toBe('amager-vest');
    expect(map.around('oerestad', 'operations', since)?.code).toBe('oerestad');
    expect(map.around('amager-vest', 'operations', before)?.code).toBe('amager-vest');
    expect(map.around('amager-vest', 'operations', since)).toBeUndefined();
    expect(map.around('oerestad', 'survey', since)?.code).toBe('amager-vest');
  });

  it('that went into another lies in it, which lies in neither', () => {
    const map = after(
      { 'district amager-vest': ['amager'], 'district amager-oest': ['amager'] },
      of('district', 'amager'),
    );
    expect(map.around('amager-oest', 'operations', since)?.code).toBe('amager');
    expect(map.around('amager', 'operations', before)).toBeUndefined();
    expect(map.around('amager', 'survey', since)).toBeUndefined();
    expect(map.around('amager-oest', 'survey', since)?.code).toBe('amager-oest');
  });

  it('that is split along the lines of the survey is on both maps', () => {
    const map = after(
      { 'district noerrebro': ['noerrebro-indre', 'noerrebro-ydre'] },
      of('district', 'noerrebro-indre', { parent: 'indre-noerrebro' }),
      of('district', 'noerrebro-ydre', { parent: 'ydre-noerrebro' }),
    );
    expect(map.around('noerrebro-ydre', 'survey', since)?.code).toBe('ydre-noerrebro');
    expect(map.around('noerrebro-ydre', 'operations', before)?.code).toBe('noerrebro');
    expect(map.around('noerrebro', 'survey', since)).toBeUndefined();
  });

  it('of the survey that is split, and lies in parts of a district that was', () => {
    const map = after(
      {
        'district amager-vest': ['oerestad', 'islands-brygge'],
        'survey-district amager-vest': ['nord', 'syd'],
      },
      of('district', 'oerestad'),
      of('district', 'islands-brygge'),
      of('survey-district', 'nord', { parent: 'islands-brygge' }),
      of('survey-district', 'syd', { parent: 'amager-vest' }),
    );
    expect(map.around('amager-vest', 'survey', since)).toBeUndefined();
    expect(map.around('oerestad', 'survey', since)).toBeUndefined();
    expect(map.around('oerestad', 'survey', before)?.code).toBe('amager-vest');
  });

  it('whose successors go round in a circle is looked for once', () => {
    const map = after({ 'district valby': ['vanloese'], 'district vanloese': ['valby'] });
    expect(map.around('valby', 'operations', since)).toBeUndefined();
  });
});
