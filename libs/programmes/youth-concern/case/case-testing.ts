import { expect, it } from '@jest/globals';
import {
  command,
  day,
  decide,
  fold,
  given,
  type Actor,
  type Command,
  type DomainEvent,
} from '@sikkerby/kernel';
import type { CaseState } from './case-state.js';
import type { Opening } from '../opening/opening.js';
import { youthConcern } from '../youth-concern.js';

export const caseworker: Actor = {
  user: 'demo-caseworker',
  role: 'ssp-caseworker',
  organisation: 'ssp-koebenhavn',
};
export const coordinator: Actor = {
  ...caseworker,
  user: 'demo-coordinator',
  role: 'ssp-coordinator',
};

export const text = { vault: '0f3b6c1e-3a52-4c07-9d0a-2f4b8f7d1c55', digest: 'keyed' };

/** A case of level 2 in Nørrebro. */
export const opening: Opening = {
  subject: '7c8e1f50-93d4-4a39-8f0e-5d1c2b3a4e6f',
  ageAtOpening: 15,
  gender: 'male',
  district: 'noerrebro',
  level: 2,
  track: 'ssp',
  concernTypes: ['worrying-behaviour'],
  ownerTeam: 'ssp-noerrebro',
  reports: [],
  description: text,
};

export function does(act: string, data: object = {}, on = '2017-03-10', actor = caseworker) {
  return command(act, data, day(on), actor);
}

/** The first command of every case, on 1 March 2017. */
export function opens(differently: Partial<Opening> = {}, on = '2017-03-01') {
  return does('open-case', { ...opening, ...differently }, on);
}

export function eventsOf(commands: readonly Command[]): readonly DomainEvent[] {
  const events: DomainEvent[] = [];
  let state: CaseState = youthConcern.initialState;
  for (const next of commands) {
    const said: readonly DomainEvent[] = decide<CaseState>(youthConcern, next, state);
    state = fold<CaseState>(youthConcern, state, said);
    events.push(...said);
  }
  return events;
}

/** A case that these commands have made; opened as `opens()` does unless the first one opens it. */
export function aCase(...commands: readonly Command[]) {
  const opened = commands[0]?.type === 'open-case' ? commands : [opens(), ...commands];
  return given<CaseState>(youthConcern, ...eventsOf(opened));
}

/** What came of a command: each event's type without programme and version, and its data. */
export function saidBy(events: readonly DomainEvent[]): [string, object][] {
  return events.map(({ type, data }) => [type.split('.')[1] ?? type, data]);
}

/** The command happens once; given again at once it changes nothing. */
export function happensOnce(
  before: readonly Command[],
  command: Command,
  ...expected: readonly [string, object][]
): void {
  it(`happens: ${command.type}`, () => {
    const { events } = aCase(...before).when(command);
    expect(saidBy(events)).toEqual(expected);
    expect(events.map(({ occurredOn }) => occurredOn)).toEqual(
      expected.map(() => command.occurredOn),
    );
  });
  it(`changes nothing a second time: ${command.type}`, () => {
    expect(aCase(...before, command).when(command)).toEqual({ events: [], rejectedBy: undefined });
  });
}

/** Each command breaks the rule, after the others. */
export function refuses(
  ...examples: readonly (readonly [rule: string, before: readonly Command[], command: Command])[]
): void {
  it.each(examples)('%s', (rule, before, command) => {
    expect(aCase(...before).when(command).rejectedBy).toBe(rule);
  });
}
