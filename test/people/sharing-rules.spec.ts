import { describe, expect, it } from '@jest/globals';
import { day, given, type DomainEvent } from '@sikkerby/kernel';
import { PersonProgrammes } from '../../libs/people/person-programmes.js';
import { personSentence } from '../../libs/people/sharing/person-sentences.js';
import type { PersonSharing } from '../../libs/people/sharing/person-sharing.js';

const title = { da: '', en: '' };
const programmes = new PersonProgrammes([
  { name: 'youth-concern', title, deciders: [] },
  { name: 'exit-programme', title, deciders: [], aboutPersons: { voluntary: true } },
  { name: 'financial-review', title, deciders: [], aboutPersons: { control: true } },
]);
const help = programmes.sharingOf('youth-concern');
const voluntary = programmes.sharingOf('exit-programme');
const control = programmes.sharingOf('financial-review');

const necessity = { vault: 'v', digest: 'd' };
const wish = {
  ...{ disclosureId: 'wish-1', toOrganisation: 'ungdommens-hus', purpose: 'support' },
  categories: ['concern'],
};
const disclosure = { ...wish, legalBasis: 'retsplejeloven-115', necessity };
const scope = {
  ...{ toOrganisations: ['ungdommens-hus'], purposes: ['support'] },
  categories: ['concern', 'plan'],
};
const actor = { user: 'probe', role: 'ssp-coordinator', organisation: 'ssp' };
const on = day('2018-03-10');
const asked = (type: string, data: object, occurredOn = on) => ({
  ...{ type, data, occurredOn, today: on, actor },
});
const happened = (programme: string, what: string, data: object, occurredOn = '2018-03-01') => ({
  ...{ type: `${programme}.${what}.v1`, occurredOn: day(occurredOn), data },
});
const consented = happened('exit-programme', 'consent-given', scope);
const withdrawn = happened('exit-programme', 'consent-withdrawn', {}, '2018-03-05');

describe('information about a person', () => {
  const nothing = given<PersonSharing>(help);

  it('is disclosed on its basis, which stands in the envelope', () => {
    const { events } = nothing.when(asked('disclose', disclosure));
    expect(events).toEqual([
      {
        ...{ type: 'youth-concern.information-disclosed.v1', occurredOn: on },
        ...{ legalBasis: 'retsplejeloven-115', data: { ...wish, necessity } },
      },
    ]);
    const again = given(help, ...events).when(asked('disclose', disclosure));
    expect(again).toEqual({ events: [], rejectedBy: undefined });
  });

  it('is declined, for an investigation too; a second time it is so already', () => {
    const decline = { ...wish, purpose: 'investigation', reason: 'for-an-investigation' };
    const { events } = nothing.when(asked('decline-disclosure', decline));
    expect(events).toEqual([
      { type: 'youth-concern.disclosure-declined.v1', occurredOn: on, data: decline },
    ]);
    const again = given(help, ...events).when(asked('decline-disclosure', decline));
    expect(again).toEqual({ events: [], rejectedBy: undefined });
  });

  it('of offences is disclosed on a ground of their own', () => {
    const offences = {
      ...{ ...disclosure, categories: ['offences', 'concern'] },
      offenceGround: 'databeskyttelsesloven-8-2-3',
    };
    const { events } = nothing.when(asked('disclose', offences));
    expect(events[0]?.data).toEqual({
      ...{ ...wish, necessity, categories: ['concern', 'offences'] },
      offenceGround: 'databeskyttelsesloven-8-2-3',
    });
  });

  const declined = happened('youth-concern', 'disclosure-declined', wish);
  const disclosed = {
    ...happened('youth-concern', 'information-disclosed', { ...wish, necessity }),
    legalBasis: 'retsplejeloven-115',
  };
  it.each<[string, object, readonly DomainEvent[]]>([
    ['information-is-never-shared-for-an-investigation', { purpose: 'investigation' }, []],
    ['nothing-is-recorded-before-it-happens', { occurredOn: day('2018-03-11') }, []],
    ['a-wish-for-information-is-decided-once', {}, [declined]],
    ['a-wish-for-information-is-decided-once', { categories: ['concern', 'plan'] }, [disclosed]],
    ['a-wish-for-information-is-decided-once', { toOrganisation: 'politi' }, [disclosed]],
    ['a-wish-for-information-is-decided-once', { purpose: 'treatment' }, [disclosed]],
    ['a-wish-for-information-is-decided-once', { legalBasis: 'consent' }, [disclosed]],
    ['nothing-flows-between-help-and-control', { toOrganisation: 'financial-review' }, []],
    [
      'offence-data-is-shared-on-its-ground-in-the-data-protection-act',
      { categories: ['offences'] },
      [],
    ],
    [
      'a-ground-for-offence-data-is-named-when-it-is-shared',
      { offenceGround: 'databeskyttelsesloven-8-2-3' },
      [],
    ],
    ['information-is-shared-after-consent-was-given', { legalBasis: 'consent' }, []],
    [
      'information-is-shared-after-consent-was-given',
      { categories: ['offences'], offenceGround: 'databeskyttelsesloven-8-2-1' },
      [],
    ],
  ])('is not disclosed: %s', (rule, { occurredOn, ...change }: { occurredOn?: never }, history) => {
    const command = asked('disclose', { ...disclosure, ...change }, occurredOn);
    expect(given(help, ...history).when(command).rejectedBy).toBe(rule);
  });

  it('of control stays there, whatever the other programme is', () => {
    const walled = given<PersonSharing>(control);
    const to = (toOrganisation: string) =>
      walled.when(asked('disclose', { ...disclosure, toOrganisation })).rejectedBy;
    expect(to('youth-concern')).toBe('nothing-flows-between-help-and-control');
    expect(to('exit-programme')).toBe('nothing-flows-between-help-and-control');
    expect(to('skat')).toBeUndefined();
  });
});

describe('voluntary help', () => {
  const disclose = (change: object = {}, ...history: DomainEvent[]) =>
    given(voluntary, ...history).when(asked('disclose', { ...disclosure, ...change }));

  it('is shared about within the consent', () => {
    expect(disclose({}, consented).events).toHaveLength(1);
    const narrower = { ...scope, categories: ['plan'] };
    const later = happened('exit-programme', 'consent-given', narrower, '2018-03-02');
    expect(disclose({}, consented, later).rejectedBy).toBe('sharing-stays-within-the-consent');
  });

  it.each<[string, object, readonly DomainEvent[]]>([
    ['information-is-shared-after-consent-was-given', {}, []],
    ['a-withdrawn-consent-stops-the-sharing', {}, [consented, withdrawn]],
    ['sharing-stays-within-the-consent', { toOrganisation: 'politi' }, [consented]],
    ['sharing-stays-within-the-consent', { purpose: 'treatment' }, [consented]],
    ['sharing-stays-within-the-consent', { categories: ['concern', 'health'] }, [consented]],
    ['nothing-flows-between-help-and-control', { toOrganisation: 'financial-review' }, [consented]],
  ])('is not shared about: %s', (rule, change, history) => {
    expect(disclose(change, ...history).rejectedBy).toBe(rule);
  });

  it('is not shared about on a day before the consent', () => {
    const before = asked('disclose', disclosure, day('2018-02-28'));
    const rule = 'information-is-shared-after-consent-was-given';
    expect(given(voluntary, consented).when(before).rejectedBy).toBe(rule);
  });
});

describe('consent', () => {
  const give = asked('give-consent', { ...scope, categories: ['plan', 'concern', 'plan'] });
  const withdraw = asked('withdraw-consent', {});

  it('is given, and given anew after it was withdrawn', () => {
    const event = { type: 'exit-programme.consent-given.v1', occurredOn: on, data: scope };
    expect(given<PersonSharing>(voluntary).when(give).events).toEqual([event]);
    expect(given(voluntary, consented, withdrawn).when(give).events).toEqual([event]);
  });

  it('is withdrawn', () => {
    const event = { type: 'exit-programme.consent-withdrawn.v1', occurredOn: on, data: {} };
    expect(given(voluntary, consented).when(withdraw).events).toEqual([event]);
  });

  it('is given and withdrawn once', () => {
    const nothing = { events: [], rejectedBy: undefined };
    expect(given(voluntary, consented).when(give)).toEqual(nothing);
    expect(given(voluntary, consented, withdrawn).when(withdraw)).toEqual(nothing);
  });

  it.each<[string, readonly DomainEvent[], object]>([
    ['consent-is-given-before-it-is-withdrawn', [], withdraw],
    [
      'consent-is-given-before-it-is-withdrawn',
      [consented],
      { ...withdraw, occurredOn: day('2018-02-28') },
    ],
    [
      'nothing-is-recorded-before-it-happens',
      [consented],
      { ...withdraw, occurredOn: day('2018-03-11') },
    ],
    ['nothing-is-recorded-before-it-happens', [], { ...give, occurredOn: day('2018-03-11') }],
    [
      'information-is-never-shared-for-an-investigation',
      [],
      { ...give, data: { ...scope, purposes: ['support', 'investigation'] } },
    ],
    [
      'nothing-flows-between-help-and-control',
      [],
      { ...give, data: { ...scope, toOrganisations: ['financial-review'] } },
    ],
  ])('%s', (rule, history, command) => {
    const asks = command as typeof give;
    expect(given(voluntary, ...history).when(asks).rejectedBy).toBe(rule);
  });
});

describe('what happens to a record', () => {
  const types = ['youth-concern', 'exit-programme'].flatMap((programme) =>
    [programmes.sharingOf(programme), programmes.pairOf(programme)].flatMap(({ evolve }) =>
      Object.keys(evolve),
    ),
  );
  const anything = { ...wish, ...scope, necessity, reason: 'not-necessary' };

  it.each(types)('has a sentence in both languages: %s', (type) => {
    const event = { type, occurredOn: on, legalBasis: 'consent', data: anything };
    const [da, en] = [personSentence(event, 'da'), personSentence(event, 'en')];
    for (const words of [da, en]) {
      expect(words).toMatch(/^\p{Ll}?.{10,}\.$/u);
      expect(words).not.toMatch(/undefined|\[object/);
    }
    expect(da).not.toBe(en);
  });

  it('has none when it is not of the register', () => {
    const event = { type: 'youth-concern.note-added.v1', occurredOn: on, data: {} };
    expect(personSentence(event, 'da')).toBeUndefined();
  });
});
