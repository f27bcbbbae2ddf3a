import { randomUUID } from 'node:crypto';
import {
  day,
  decide,
  fold,
  Rejection,
  positionAfter,
  type Actor,
  type Day,
  type RecordedEvent,
} from '@sikkerby/kernel';
import { jsonOf } from '../../support/json.js';
import { underlying } from '../../../libs/case-kit/unit.js';
import type { CaseState } from '../../../libs/programmes/youth-concern/case/case-state.js';
import { youthConcern } from '../../../libs/programmes/youth-concern/youth-concern.js';

const anna: Actor = { user: 'anna', role: 'ssp-caseworker', organisation: 'ssp' };
const today = day('2020-01-01');

export const opening = {
  subject: 'person-1',
  ageAtOpening: 15,
  gender: 'male',
  district: 'noerrebro',
  level: 2,
  track: 'ssp',
  concernTypes: ['worrying-behaviour'],
  ownerTeam: 'team-1',
  reports: [],
  description: { vault: 'v-1', digest: 'd-1' },
};

/** Takes commands as the API does, and keeps a log in memory as the store does. */
export class Office {
  readonly log: RecordedEvent[] = [];

  open(id: string, on: string, what: Partial<Record<keyof typeof opening, unknown>> = {}): string {
    return this.give(id, 'open-case', on, { ...opening, ...what });
  }

  /** Gives a command that may be refused; returns the rule that refused, or an empty text. */
  give(id: string, type: string, on: string, data: object = {}, by: Actor = anna): string {
    const told = type === 'merge-into' ? { ...data, survivorIs: this.seenFrom(id, data) } : data;
    const command = { type, data: told, occurredOn: day(on), today, actor: by };
    try {
      for (const event of decide(youthConcern, command, this.stateOf(id))) {
        this.log.push({
          ...jsonOf<typeof event>(JSON.stringify(event)),
          id: randomUUID(),
          stream: streamOf(id),
          revision: this.eventsOf(id).length,
          position: positionAfter(this.log.length + 1),
          recordedAt: '2020-01-01T00:00:00.000Z',
          actor: by,
          correlationId: 'test',
        });
      }
      return '';
    } catch (refusal) {
      if (refusal instanceof Rejection) return refusal.rule;
      throw refusal;
    }
  }

  /** Gives a command that must be accepted. */
  must(id: string, type: string, on: string, data: object = {}, by: Actor = anna): void {
    const refusedBy = this.give(id, type, on, data, by);
    if (refusedBy !== '') throw new Error(`${type} was refused: ${refusedBy}`);
  }

  get position(): string {
    return this.log.at(-1)?.position ?? '0'.repeat(12);
  }

  openedOn(id: string): Day | undefined {
    return underlying(this.stateOf(id))?.episodes[0].from;
  }

  private stateOf(id: string): CaseState {
    return fold<CaseState>(youthConcern, youthConcern.initialState, this.eventsOf(id));
  }

  private eventsOf(id: string): RecordedEvent[] {
    return this.log.filter(({ stream }) => stream === streamOf(id));
  }

  private seenFrom(id: string, data: object) {
    const survivor = 'survivor' in data ? String(data.survivor) : '';
    const state = this.stateOf(survivor);
    const subject = youthConcern.subjectOf(state);
    return { status: state.status, subject, itself: survivor === id };
  }
}

function streamOf(id: string): string {
  return `youth_concern-${id}`;
}
