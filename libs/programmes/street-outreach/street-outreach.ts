import type { Day, DomainEvent } from '@sikkerby/kernel';
import {
  type Episodes,
  ending,
  reopening,
  correcting,
  together,
  voiding,
  beginning,
  decider,
  happened,
  homeOf,
  kindOf,
  nothingYet,
  type Asked,
} from '@sikkerby/case-kit';

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

const assignment = kindOf<Assignment>()('street-outreach', 'assignment');
const repairs = together(
  ending(assignment, 'end', 'ended'),
  reopening(assignment, 'at-work'),
  correcting(assignment, ['employee', 'employer']),
  voiding(assignment),
);

/** A worker's assignment to outreach on the street (Københavnerteamet). */
export const streetOutreach = decider(assignment, {
  category: 'street_outreach',
  initialState: nothingYet,
  acts: {
    'assign-worker': beginning(assignment, (command: Asked<WorkerAssigned['data']>) => {
      const { employee, employer } = command.data;
      return [happened('street-outreach.assignment-begun.v1', command, { employee, employer })];
    }),
    ...repairs.acts,
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
    ...repairs.steps,
  },
  homeOf,
});
