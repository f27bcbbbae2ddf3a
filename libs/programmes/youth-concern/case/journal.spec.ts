import { describe, expect, it } from '@jest/globals';
import { day, type DomainEvent } from '@sikkerby/kernel';
import { opening, text } from './case-testing.js';
import { youthConcernReport } from '../concern-report/concern-report.js';
import { say } from './journal.js';
import { youthConcern } from '../youth-concern.js';

function happened(verb: string, data: object, reason?: string): DomainEvent {
  const type = `youth-concern.${verb}.v1`;
  const event = { type, occurredOn: day('2017-03-10'), data };
  return reason === undefined ? event : { ...event, reason };
}

/** Data with every field that any event has. */
const anything = {
  ...opening,
  ...{ caseworker: 'demo-caseworker', team: 'ssp-valby', text, goals: text, necessity: text },
  ...{ responsibleOrganisation: 'school', dueOn: '2017-04-10', outcome: 'achieved' },
  ...{ forum: 'local-committee', meetingOn: '2017-03-20', decision: 'refer', purpose: 'support' },
  ...{ toOrganisation: 'ungdommens-hus', until: '2017-06-01', toDistrict: 'valby', toTeam: 'v' },
  ...{ effectiveOn: '2017-03-15', reason: 'goals-met', requestedBy: 'demo-caseworker' },
  ...{ field: 'level', value: 3, from: '2017-03-05', survivor: 'another', source: 'school' },
};

describe('the journal of a case', () => {
  it.each(Object.keys({ ...youthConcern.evolve, ...youthConcernReport.evolve }))(
    'has a sentence for %s',
    (type) => {
      const event = happened(type.split('.')[1] ?? '', anything, 'mistyped');
      const [da, en] = [say('da')(event), say('en')(event)];
      for (const words of [da, en]) {
        expect(words).toMatch(/^\p{Lu}?.{10,}\.$/u);
        expect(words).not.toMatch(/undefined|\[object/);
        expect(words).not.toContain(text.vault);
      }
      expect(da).not.toBe(en);
    },
  );

  it.each([
    [
      happened('case-opened', { ...opening, concernTypes: ['first-offence', 'group'] }),
      'Sagen blev åbnet på niveau 2 i Nørrebro: første lovovertrædelse, gruppe.',
      'The case was opened at level 2 in Nørrebro: first offence, group.',
    ],
    [happened('note-added', { text }), 'Et notat blev tilføjet.', 'A note was added.'],
    [
      happened('case-closed', { reason: 'goals-met' }),
      'Sagen blev lukket: målene er nået.',
      'The case was closed: goals met.',
    ],
    [
      happened(
        'case-corrected',
        { field: 'district', value: 'valby', from: '2017-03-01' },
        'mistyped',
      ),
      'Bydelen blev rettet til Valby fra 2017-03-01 (tastefejl).',
      'The district was corrected to Valby from 2017-03-01 (mistyped).',
    ],
    [
      happened(
        'case-corrected',
        { field: 'concernTypes', value: ['group'], from: '2017-03-01' },
        'mistyped',
      ),
      'Bekymringen blev rettet til gruppe fra 2017-03-01 (tastefejl).',
      'The concern was corrected to group from 2017-03-01 (mistyped).',
    ],
    [
      happened('case-corrected', { field: 'closedOn', value: '2017-12-31' }, 'new-information'),
      'Lukkedagen blev rettet til 2017-12-31 (nye oplysninger).',
      'The closing day was corrected to 2017-12-31 (new information).',
    ],
  ])('says in Danish and English: $type', (event, da, en) => {
    expect([say('da')(event), say('en')(event)]).toEqual([da, en]);
  });
});
