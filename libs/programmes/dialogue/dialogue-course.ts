import { refuseUnless, type Day, type DomainEvent } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
  type CancellationReason,
  cancelling,
  correcting,
  voiding,
  acting,
  beginning,
  decider,
  happened,
  homeOf,
  kindOf,
  nothingYet,
  step,
  type Asked,
} from '@sikkerby/case-kit';

/** A course on citizenship for one class of a school, in one session or several. */
export interface Course {
  readonly status: 'planned' | 'running' | 'completed' | 'cancelled';
  readonly beganOn: Day;
  readonly school: string;
  /** 0 to 10. */
  readonly grade: number;
  readonly district: District;
  readonly pupils: number;
  /** In order; the pupils count once, in the year of the first. */
  readonly sessions: readonly Day[];
}

type Of<Done extends string, Data extends object = object> = DomainEvent<
  `dialogue.course-${Done}.v1`,
  Data
>;
export type CoursePlanned = Of<'planned', Pick<Course, 'school' | 'grade' | 'district' | 'pupils'>>;
/** The day of the event is the day of the session. */
export type SessionHeld = Of<'session-held'>;
export type CourseCompleted = Of<'completed'>;
export type CourseCancelled = Of<'cancelled', { readonly reason: CancellationReason }>;

const course = kindOf<Course>()('dialogue', 'course');
const voids = voiding(course);
const cancels = cancelling(course, (unit: Course) => {
  const unheld = unit.sessions.length === 0;
  refuseUnless(unheld, 'a-course-that-was-held-is-voided-and-not-cancelled');
  return unit;
});
const corrections = correcting(
  course,
  ['school', 'grade', 'district', 'pupils', 'sessions'],
  ({ beganOn, sessions }) => {
    const inOrder = sessions.every((day, at) => day > (sessions[at - 1] ?? ''));
    refuseUnless(inOrder, 'sessions-are-told-in-order-each-once');
    const planned = sessions.every((day) => day >= beganOn);
    refuseUnless(planned, 'a-course-is-planned-before-its-sessions');
  },
);

/** A citizenship course; the pupils are counted, never named. */
export const dialogueCourse = decider(course, {
  category: 'dialogue_course',
  initialState: nothingYet,
  acts: {
    plan: beginning(course, (command: Asked<CoursePlanned['data']>) => {
      const { school, grade, district, pupils } = command.data;
      return [happened('dialogue.course-planned.v1', command, { school, grade, district, pupils })];
    }),
    'hold-session': acting(
      course,
      (unit: Course) => {
        const isOpen = ['planned', 'running'].includes(unit.status);
        refuseUnless(isOpen, 'a-course-that-is-over-has-no-more-sessions');
        return unit;
      },
      (unit, command: Asked<object>) =>
        unit.sessions.includes(command.occurredOn)
          ? []
          : [happened('dialogue.course-session-held.v1', command, {})],
    ),
    complete: acting(
      course,
      (unit: Course) => {
        refuseUnless(unit.sessions.length > 0, 'a-course-is-completed-after-a-session');
        return unit;
      },
      (unit, command: Asked<object>) => {
        if (unit.status === 'completed') return [];
        const isLast = unit.sessions.every((day) => day <= command.occurredOn);
        refuseUnless(isLast, 'a-course-is-completed-after-its-last-session');
        return [happened('dialogue.course-completed.v1', command, {})];
      },
    ),
    ...corrections.acts,
    ...cancels.acts,
    ...voids.acts,
  },
  evolve: {
    'dialogue.course-planned.v1': (_: unknown, { occurredOn, data }: CoursePlanned): Course => {
      const { school, grade, district, pupils } = data;
      const sessions: Day[] = [];
      return { status: 'planned', beganOn: occurredOn, school, grade, district, pupils, sessions };
    },
    'dialogue.course-session-held.v1': step<Course, SessionHeld>((unit, { occurredOn }) => ({
      ...unit,
      ...{ status: 'running', sessions: [...unit.sessions, occurredOn].sort() },
    })),
    'dialogue.course-completed.v1': step<Course, CourseCompleted>((unit) => ({
      ...unit,
      status: 'completed',
    })),
    ...corrections.steps,
    ...cancels.steps,
    ...voids.steps,
  },
  homeOf,
});
