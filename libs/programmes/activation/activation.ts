import { addDays, refuseUnless, type Day, type DomainEvent } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
  type Gender,
  lastOf,
  type Episodes,
  ending,
  goingOn,
  reopening,
  assigning,
  correcting,
  merging,
  together,
  voiding,
  acting,
  beginning,
  decider,
  happened,
  homeOf,
  kindOf,
  nothingYet,
  step,
  subjectOf,
  type Asked,
} from '@sikkerby/case-kit';

export const courseKinds = ['job-training', 'education', 'guidance', 'treatment'] as const;
export type CourseKind = (typeof courseKinds)[number];
export const endReasons = ['job', 'education', 'benefit-ended', 'moved', 'imprisoned'] as const;
export type EndReason = (typeof endReasons)[number];
export const reopenReasons = ['new-benefit', 'released', 'ended-too-early'] as const;
export type ReopenReason = (typeof reopenReasons)[number];

/** Hours a week, at most: as much as a full-time job. */
const fullTime = 37;

/** Somebody's course of activation. */
export interface Course {
  readonly status: 'under-way' | 'ended';
  readonly beganOn: Day;
  readonly subject: string;
  readonly district: District;
  readonly gender: Gender;
  /** How old they were on its first day (R14). */
  readonly age: number;
  readonly kind: CourseKind;
  /** Hours a week that they are offered now. */
  readonly weeklyHours: number;
  readonly assignedTo?: string;
  /** Hours attended, by the Monday of the week. */
  readonly attended: Readonly<Record<string, number>>;
  /** The first stretch, then each reopening. */
  readonly episodes: Episodes;
}

type Of<Done extends string, Data extends object> = DomainEvent<
  `activation.course-${Done}.v1`,
  Data
>;
/** The day of the event is the first day of the course. */
export type CourseBegun = Of<
  'begun',
  Pick<Course, 'subject' | 'district' | 'gender' | 'age' | 'kind' | 'weeklyHours'>
>;
export type HoursChanged = Of<'hours-changed', Pick<Course, 'weeklyHours'>>;
/** `week` is the Monday of the week in which they attended so many hours; the last said counts. */
export type AttendanceRecorded = Of<
  'attendance-recorded',
  { readonly week: Day; readonly hours: number }
>;
/** The day of the event is the last day of the course. */
export type CourseEnded = Of<'ended', { readonly reason: EndReason }>;

const course = kindOf<Course>()('activation', 'course');
const repairs = together(
  ending(course, 'end', 'ended'),
  assigning(course),
  voiding(course),
  merging(course),
  correcting(course, ['kind', 'district', 'weeklyHours'], (unit) => {
    atMostFullTime(unit.weeklyHours);
  }),
  reopening(course, 'under-way'),
);

const active = (unit: Course) => goingOn(course, unit);

function atMostFullTime(hours: number): void {
  refuseUnless(hours <= fullTime, 'activation-is-at-most-37-hours-a-week');
}

function mondayOf(day: Day): Day {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

function isDuring(episodes: Episodes, week: Day): boolean {
  const sunday = addDays(week, 6);
  return episodes.some(({ from, to }) => from <= sunday && (to === undefined || week <= to));
}

/** A course of activation, of up to 37 hours a week. */
export const activation = decider(course, {
  category: 'activation',
  initialState: nothingYet,
  acts: {
    begin: beginning(course, (command: Asked<CourseBegun['data']>) => {
      const { subject, district, gender, age, kind, weeklyHours } = command.data;
      atMostFullTime(weeklyHours);
      const data = { subject, district, gender, age, kind, weeklyHours };
      return [happened('activation.course-begun.v1', command, data)];
    }),
    'change-hours': acting(course, active, (unit, command: Asked<HoursChanged['data']>) => {
      const { weeklyHours } = command.data;
      atMostFullTime(weeklyHours);
      if (unit.weeklyHours === weeklyHours) return [];
      return [happened('activation.course-hours-changed.v1', command, { weeklyHours })];
    }),
    'record-attendance': acting(
      course,
      (unit: Course) => unit,
      (unit, command: Asked<AttendanceRecorded['data']>) => {
        const { week, hours } = command.data;
        atMostFullTime(hours);
        refuseUnless(mondayOf(week) === week, 'a-week-is-named-by-its-monday');
        refuseUnless(week <= command.occurredOn, 'a-week-is-attended-before-it-is-recorded');
        refuseUnless(isDuring(unit.episodes, week), 'attendance-is-during-the-course');
        if (unit.attended[week] === hours) return [];
        return [happened('activation.course-attendance-recorded.v1', command, { week, hours })];
      },
    ),
    ...repairs.acts,
  },
  evolve: {
    'activation.course-begun.v1': (_: unknown, { occurredOn, data }: CourseBegun): Course => ({
      ...{ ...data, status: 'under-way', beganOn: occurredOn, attended: {} },
      episodes: [{ from: occurredOn, to: undefined }],
    }),
    'activation.course-hours-changed.v1': step<Course, HoursChanged>((unit, { data }) => ({
      ...unit,
      weeklyHours: data.weeklyHours,
    })),
    'activation.course-attendance-recorded.v1': step<Course, AttendanceRecorded>(
      (unit, { data: { week, hours } }) => ({
        ...unit,
        attended: { ...unit.attended, [week]: hours },
      }),
    ),
    ...repairs.steps,
  },
  homeOf,
  subjectOf,
});

/** The Monday after the next week of which nobody said yet how much was attended; null when it is over. */
export function attendanceDueOn({ episodes, attended }: Course): Day | null {
  const { from, to } = lastOf(episodes);
  if (to !== undefined) return null;
  const weeks = Object.keys(attended) as Day[];
  const next = weeks.reduce((due, week) => (week < due ? due : addDays(week, 7)), mondayOf(from));
  return addDays(next, 7);
}
