import { governed } from '@sikkerby/system';
import { describe, expect, it, jest } from '@jest/globals';
import {
  actions,
  Policies,
  roles,
  type Action,
  type Identity,
  type Resource,
} from '@sikkerby/access';
import { addDays, day, dayInCopenhagen } from '@sikkerby/kernel';
import { prepare } from '../../libs/platform/access/cedar.js';
import { programmes as ours } from '@sikkerby/programmes';
import { Random } from '../golden-year/random.js';
import { counts } from '../support/effort.js';
import { mayByOracle } from './oracle.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(60));

const { worlds } = counts;
const districts = ['valby', 'noerrebro', 'vanloese'];
const organisations = ['ssp', 'police', 'school'];
const users = ['probe.one', 'probe.two', 'probe.three'];
const units = ['unit-1', 'unit-2'];
/** Every one that has policies, so that a new one is held against the oracle too; SSP's are the longest. */
const programmes = [
  ...governed.map(({ name }) => name),
  ...['youth-concern', 'youth-concern', 'none'],
];
const now = new Date('2026-11-24T10:00:00Z');

interface World {
  readonly who: Identity;
  readonly action: Action;
  readonly resource: Resource;
}

function randomWorld(random: Random): World {
  const one = <T>(choices: readonly T[]): T => random.pick(choices.map((each) => [each, 1]));
  const some = <T>(choices: readonly T[]): T[] => choices.filter(() => random.chance(0.3));
  const likely = ['ssp-caseworker', 'ssp-coordinator', 'police-liaison'] as const;
  const until = () => addDays(dayInCopenhagen(now), random.whole(-2, 2));
  const home = () => ({
    district: one(districts),
    alsoDistricts: some(districts),
    assignedTo: random.chance(0.5) ? one(users) : undefined,
    referredTo: some(organisations).map((organisation) => ({ organisation, until: until() })),
    withheld: random.chance(0.2),
  });
  const ofUnit = () => ({ unit: one(units), home: random.chance(0.9) ? home() : undefined });
  return {
    who: {
      user: one(users),
      role: random.chance(0.7) ? one(likely) : one(roles),
      organisation: one(organisations),
      districts: some(districts),
      glass: some(units).map((unit) => ({
        unit,
        until: new Date(now.getTime() + random.whole(-2, 2)).toISOString(),
      })),
    },
    action: one(actions),
    resource: { programme: one(programmes), ...(random.chance(0.8) ? ofUnit() : {}) },
  };
}

/** Worlds of which policies and oracle think differently, and how many were permitted. */
function compared(policies: Policies, count: number) {
  const random = new Random(2018);
  const differences: World[] = [];
  let permitted = 0;
  for (let number = 0; number < count; number += 1) {
    const world = randomWorld(random);
    const { who, action, resource } = world;
    const byOracle = mayByOracle(who, action, resource, now);
    if (byOracle) permitted += 1;
    if (policies.decide(who, action, resource, now).permitted !== byOracle) {
      differences.push(world);
    }
  }
  return { differences, permitted };
}

describe('the policies', () => {
  it(`and the oracle agree on ${worlds} random worlds`, () => {
    const { differences, permitted } = compared(new Policies(governed), worlds);
    expect(differences.slice(0, 3)).toEqual([]);
    expect(permitted).toBeGreaterThan(worlds / 50);
  });

  it.each([
    ['"ssp-caseworker", "ssp-coordinator", "police-liaison"', '"ssp-caseworker"'],
    ['principal.glass.contains(resource.id)', 'true'],
    ['principal.districts.contains(resource.district)', 'false'],
    ['resource.assignedTo == principal.name', 'resource.assignedTo != principal.name'],
    ['Action::"search",', 'Action::"search", Action::"link",'],
    ['!(resource has district)', 'true'],
    ['["ssp-coordinator", "dpo"].contains(principal.role)', 'principal.role == "dpo"'],
  ])('do not agree any more when %s becomes %s', (text, other) => {
    const [ssp] = ours;
    expect(ssp?.policies).toContain(text);
    const changed = new Policies(
      ours.map((each) =>
        each === ssp ? { ...each, policies: each.policies.replace(text, other) } : each,
      ),
    );
    expect(compared(changed, 5000).differences.length).toBeGreaterThan(0);
  });

  it.each([
    ['an attribute that the schema does not know', 'resource.colour == "x"'],
    ['a comparison of unlike things', 'principal.role == 1'],
    ['an attribute that may be missing', 'resource.district == "valby"'],
  ])('are refused with %s', (_, condition) => {
    const text = `@id("x") permit (principal is User, action, resource is Unit) when { ${condition} };`;
    expect(() => prepare('planted', text)).toThrow('planted');
  });

  it('are refused without an id, with one id twice, and when they are none', () => {
    const policy = 'permit (principal is User, action, resource);';
    expect(() => prepare('planted', policy)).toThrow('@id');
    expect(() => prepare('planted', `@id("a") ${policy} @id("a") ${policy}`)).toThrow('one id');
    expect(() => prepare('planted', 'allow everybody')).toThrow('planted');
  });

  it('permit nothing in a programme that has none, and say which of them permitted', () => {
    const who: Identity = {
      ...{ user: 'probe.one', role: 'ssp-caseworker', organisation: 'ssp' },
      ...{ districts: ['valby'], glass: [] },
    };
    const home = { district: 'valby', alsoDistricts: [], assignedTo: 'probe.one', referredTo: [] };
    const resource = { programme: 'youth-concern', unit: 'unit-1', home };
    const policies = new Policies(governed);
    expect(policies.decide(who, 'read', { ...resource, programme: 'none' }, now)).toEqual({
      permitted: false,
      policies: [],
    });
    expect(new Set(policies.decide(who, 'read', resource, now).policies)).toEqual(
      new Set([
        'ssp-works-on-the-cases-of-its-districts',
        'ssp-works-on-the-cases-assigned-to-them',
      ]),
    );
    expect(day('2026-11-24')).toBe(dayInCopenhagen(now));
  });
});

describe('the roles of the system itself', () => {
  const policies = new Policies(governed);
  /** New knowledge is open to whoever asks. */
  const forEverybody = ['knowledge read', 'knowledge read-texts'];
  /** Programme and action of all that a role may do with a unit of the city's. */
  const permittedTo = (role: 'reaction' | 'system') => {
    const who = { user: role, role, organisation: 'sikkerby', districts: [], glass: [] };
    const home = { district: 'valby', alsoDistricts: [], assignedTo: undefined, referredTo: [] };
    return policies.names.flatMap((programme) =>
      actions
        .filter((action) => {
          const resource = { programme, unit: 'unit-1', home };
          return policies.decide(who, action, resource, now).permitted;
        })
        .map((action) => `${programme} ${action}`),
    );
  };

  it('record what the strategy prints, and nothing else', () => {
    expect(permittedTo('system')).toEqual(['goals change', ...forEverybody]);
  });

  it('change units to which something happens by itself, and read none', () => {
    expect(permittedTo('reaction')).toEqual([
      'youth-concern change',
      'gathering-ban change',
      ...forEverybody,
    ]);
  });
});
