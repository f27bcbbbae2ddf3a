import { refuseUnless, type Day, type DomainEvent, type VaultText } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import {
  type Gender,
  type Episodes,
  goingOn,
  ending,
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

export const activities = [
  'football',
  'swimming',
  'martial-arts',
  'dance',
  'music',
  'scouts',
] as const;
export type Activity = (typeof activities)[number];
export const endReasons = ['joined', 'did-not-join', 'withdrew', 'moved'] as const;
export type EndReason = (typeof endReasons)[number];
export const reopenReasons = ['new-wish', 'ended-too-early'] as const;
export type ReopenReason = (typeof reopenReasons)[number];

/** The first time in a club: which, on which day, and how old the child was (R14). */
export interface Introduction {
  readonly club: string;
  readonly activity: Activity;
  readonly on: Day;
  readonly age: number;
}

/** A guide takes one child along to clubs until it has found one. */
export interface Course {
  readonly status: 'under-way' | 'ended';
  readonly beganOn: Day;
  readonly subject: string;
  readonly district: District;
  readonly gender: Gender;
  readonly assignedTo?: string;
  readonly introductions: readonly Introduction[];
  /** The day of the last introduction, which can be corrected. */
  readonly introducedOn?: Day;
  readonly episodes: Episodes;
}

type Of<Done extends string, Data extends object> = DomainEvent<
  `leisure-guide.course-${Done}.v1`,
  Data
>;
export type CourseBegun = Of<
  'begun',
  Pick<Course, 'subject' | 'district' | 'gender'> & { readonly wish: VaultText }
>;
/** The day of the event is the day on which the child counts. */
export type Introduced = Of<'club-introduced', Pick<Introduction, 'club' | 'activity' | 'age'>>;
/** The last day of the course. */
export type Ended = Of<'ended', { readonly reason: EndReason }>;

interface Introduce {
  readonly subject: string;
  readonly club: string;
  readonly activity: Activity;
  readonly age: number;
}

const course = kindOf<Course>()('leisure-guide', 'course');

/** Guides and fee grants are for children only. @throws Rejection */
export function forChildren(age: number): void {
  refuseUnless(age < 18, 'clubs-are-introduced-to-children-under-18');
}

const repairs = together(
  ending(course, 'end', 'ended', (unit, reason) => {
    const hasMet = reason !== 'joined' || unit.introductions.length > 0;
    refuseUnless(hasMet, 'a-child-is-introduced-to-a-club-before-it-joins');
  }),
  assigning(course),
  voiding(course),
  merging(course),
  reopening(course, 'under-way'),
  correcting(course, ['district', 'introducedOn'], (unit) => {
    const { introducedOn = unit.beganOn, introductions } = unit;
    const [last, earlier] = [introductions.at(-1), introductions.at(-2)];
    refuseUnless(introducedOn >= unit.beganOn, 'a-club-is-introduced-after-the-course-began');
    const isInOrder = !last || introducedOn >= (earlier?.on ?? unit.beganOn);
    refuseUnless(isInOrder, 'the-last-club-is-introduced-after-the-one-before');
  }),
);

/** The introductions, the last on the day to which it may have been corrected. */
export function introductionsOf({ introductions, introducedOn }: Course): Introduction[] {
  return introductions.map((one, at) =>
    at === introductions.length - 1 ? { ...one, on: introducedOn ?? one.on } : one,
  );
}

/** A leisure guide's course with one child. */
export const leisureGuide = decider(course, {
  category: 'leisure_guide',
  initialState: nothingYet,
  acts: {
    'begin-course': beginning(
      course,
      (command: Asked<CourseBegun['data'] & { readonly age: number }>) => {
        const { subject, district, gender, age, wish } = command.data;
        forChildren(age);
        const data = { subject, district, gender, wish };
        return [happened('leisure-guide.course-begun.v1', command, data)];
      },
    ),
    introduce: acting(
      course,
      (unit: Course) => goingOn(course, unit),
      (unit, command: Asked<Introduce>) => {
        const { subject, club, activity, age } = command.data;
        refuseUnless(subject === unit.subject, 'a-course-introduces-the-child-whose-it-is');
        const isKnown = unit.introductions.some((one) => one.club === club);
        if (isKnown) return [];
        forChildren(age);
        const isLast = command.occurredOn >= (unit.introducedOn ?? unit.beganOn);
        refuseUnless(isLast, 'the-last-club-is-introduced-after-the-one-before');
        const data = { club, activity, age };
        return [happened('leisure-guide.course-club-introduced.v1', command, data)];
      },
    ),
    ...repairs.acts,
  },
  evolve: {
    'leisure-guide.course-begun.v1': (_: unknown, { occurredOn, data }: CourseBegun): Course => {
      const { subject, district, gender } = data;
      const episodes: Episodes = [{ from: occurredOn, to: undefined }];
      const who = { subject, district, gender };
      return { status: 'under-way', beganOn: occurredOn, ...who, introductions: [], episodes };
    },
    'leisure-guide.course-club-introduced.v1': step<Course, Introduced>(
      (unit, { occurredOn, data: { club, activity, age } }) => ({
        ...unit,
        introductions: [...introductionsOf(unit), { club, activity, age, on: occurredOn }],
        introducedOn: occurredOn,
      }),
    ),
    ...repairs.steps,
  },
  homeOf,
  subjectOf,
});
