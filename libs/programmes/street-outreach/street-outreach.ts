import type { Day, Decider, DomainEvent } from '@sikkerby/kernel';
import { ended, type Episodes } from '../episodes.js';
import { begun, endsAfterItBegan, goingOn, reopening } from '../reopening.js';
import { correcting, voiding } from '../repairs.js';
import {
  acting,
  beginning,
  happened,
  homeOf,
  nothingYet,
  step,
  type Asked,
  type UnitState,
} from '../unit.js';

/** The city's own staff, or that of a partner, such as a housing association; only the first count. */
export const employers = ['municipal', 'partner'] as const;
export type Employer = (typeof employers)[number];
export const endReasons = ['other-work', 'left', 'leave'] as const;
export type EndReason = (typeof endReasons)[number];
export const reopenReasons = ['back', 'ended-too-early'] as const;
export type ReopenReason = (typeof reopenReasons)[number];

/** Somebody's work on the street, from the first day to the last; it goes on all over the city. */
export interface Assignment {
  readonly status: 'at-work' | 'ended';
  readonly beganOn: Day;
  /** By account name. */
  readonly employee: string;
  readonly employer: Employer;
  /** The assignment first, then each return. */
  readonly episodes: Episodes;
}

type Of<Done extends string, Data extends object> = DomainEvent<
  `street-outreach.assignment-${Done}.v1`,
  Data
>;
/** The first day on which somebody is assigned: it counts only once they have a shift. */
export type WorkerAssigned = Of<'begun', Pick<Assignment, 'employee' | 'employer'>>;
/** The last day of the assignment. */
export type Ended = Of<'ended', { readonly reason: EndReason }>;

const assignment = { programme: 'street-outreach', noun: 'assignment' } as const;
const repairs = {
  reopening: reopening<Assignment>(assignment, 'at-work'),
  correcting: correcting<Assignment>(assignment, ['employee', 'employer']),
  voiding: voiding<Assignment>(assignment),
};

/** A worker's assignment to outreach on the street (Københavnerteamet). */
export const streetOutreach = {
  programme: 'street-outreach',
  category: 'street_outreach',
  initialState: nothingYet,
  acts: {
    'assign-worker': beginning<Assignment, WorkerAssigned['data']>(assignment, (command) => {
      const { employee, employer } = command.data;
      return [happened('street-outreach.assignment-begun.v1', command, { employee, employer })];
    }),
    end: acting(
      assignment,
      (unit: Assignment) => unit,
      (unit, command: Asked<Ended['data']>) => {
        if (unit.status === 'ended') return [];
        endsAfterItBegan(assignment, goingOn(assignment, unit).episodes, command.occurredOn);
        const { reason } = command.data;
        return [happened('street-outreach.assignment-ended.v1', command, { reason })];
      },
    ),
    ...repairs.reopening.acts,
    ...repairs.correcting.acts,
    ...repairs.voiding.acts,
  },
  evolve: {
    'street-outreach.assignment-begun.v1': (
      _: unknown,
      { occurredOn, data }: WorkerAssigned,
    ): Assignment => {
      const { employee, employer } = data;
      const episodes: Episodes = [{ from: occurredOn, to: undefined }];
      return { status: 'at-work', beganOn: occurredOn, employee, employer, episodes };
    },
    'street-outreach.assignment-ended.v1': step<Assignment, Ended>((unit, { occurredOn }) => ({
      ...unit,
      ...{ status: 'ended', episodes: ended(begun(assignment, unit).episodes, occurredOn) },
    })),
    ...repairs.reopening.steps,
    ...repairs.correcting.steps,
    ...repairs.voiding.steps,
  },
  homeOf,
} as const satisfies Decider<UnitState<Assignment>>;
