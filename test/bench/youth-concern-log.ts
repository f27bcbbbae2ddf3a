import { createHash } from 'node:crypto';
import type { EventStore, NewEvent } from '@sikkerby/event-store';
import { addDays, day, type DomainEvent } from '@sikkerby/kernel';

type Happened = [name: string, data: object];

const actor = { user: 'demo-caseworker', role: 'ssp-caseworker', organisation: 'ssp-koebenhavn' };
const districts = ['noerrebro', 'bispebjerg', 'valby', 'amager-oest', 'vanloese'];
const atOnce = 500;

/** Fills the log with cases of 5 to 20 events, 500 being worked on at a time. */
export async function fillWithCases(store: EventStore, events: number): Promise<void> {
  let left = events;
  let number = 0;
  const work = async () => {
    while (left > 0) {
      const story = caseStory(number++).slice(0, left);
      left -= story.length;
      const stream = `youth_concern-${idOf('case', number)}`;
      for (const [revision, event] of story.entries()) {
        await store.append(stream, revision === 0 ? 'none' : revision - 1, [event]);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** One case from its opening to, mostly, its closing. */
function caseStory(number: number): NewEvent[] {
  const text = (what: string) => ({
    vault: idOf(what, number),
    digest: idOf(what, -number).replaceAll('-', ''),
  });
  const story: Happened[] = [
    [
      'case-opened',
      {
        subject: idOf('person', number),
        ageAtOpening: 10 + (number % 8),
        gender: number % 3 === 0 ? 'female' : 'male',
        district: districts[number % districts.length],
        level: 1 + (number % 4),
        track: 'ssp',
        concernTypes: number % 2 ? ['worrying-behaviour'] : ['crime', 'worrying-behaviour'],
        ownerTeam: 'ssp-noerrebro',
        reports: [idOf('report', number)],
        description: text('description'),
      },
    ],
    ['case-assigned', { caseworker: `demo-${String(number % 40)}`, team: 'ssp-noerrebro' }],
    ['note-added', { text: text('first note') }],
    ['plan-adopted', { goals: text('goals') }],
  ];
  for (let action = 0; action < number % 5; action++) {
    const actionId = idOf(`action ${String(action)}`, number);
    const responsibleOrganisation = 'ssp-koebenhavn';
    const description = text(`action ${String(action)}`);
    const dueOn = '2017-09-01';
    story.push(['action-added', { actionId, responsibleOrganisation, dueOn, description }]);
    story.push(['action-completed', { actionId, outcome: 'done' }]);
  }
  if (number % 3 === 0) story.push(['level-changed', { level: 1 + ((number + 1) % 4) }]);
  for (let note = 0; note < number % 6; note++) story.push(['note-added', { text: text('note') }]);
  if (number % 10 !== 0) story.push(['case-closed', { reason: 'goals-reached' }]);
  const opened = addDays(day('2016-10-01'), number % 400);
  return story.map(([name, data], at) => ({
    id: idOf(`event ${String(at)}`, number),
    ...happened(name, data, addDays(opened, at * 7)),
    actor,
    correlationId: idOf(`request ${String(at)}`, number),
  }));
}

function happened(name: string, data: object, occurredOn: DomainEvent['occurredOn']): DomainEvent {
  return { type: `youth-concern.${name}.v1`, occurredOn, data };
}

/** The same UUID each time. */
function idOf(what: string, number: number): string {
  const hex = createHash('sha256')
    .update(`${what} ${String(number)}`)
    .digest('hex');
  return hex.slice(0, 32).replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5');
}
