import { refuseUnless, type Day, type DomainEvent } from '@sikkerby/kernel';
import { centres, isOpen, type CentreCode, type District } from '@sikkerby/reference';
import {
  type CorrectionReason,
  type Gender,
  type VoidReason,
  voiding,
  acting,
  decider,
  happened,
  homeOf,
  kindOf,
  nothingYet,
  recording,
  step,
  subjectOf,
  type Asked,
  type UnitState,
} from '@sikkerby/case-kit';

/** A day on which somebody was at the centre, as they were then (R14). */
export interface Visit {
  readonly on: Day;
  readonly age: number;
  /** Whether they lived in Copenhagen on the day. */
  readonly resident: boolean;
  readonly isVoid: boolean;
}

/** One person's visits to one centre in one year. */
export interface VisitRegister {
  readonly status: 'open';
  readonly beganOn: Day;
  readonly subject: string;
  readonly centre: CentreCode;
  readonly district: District;
  readonly gender: Gender;
  /** At most one on a day; by day. */
  readonly visits: readonly Visit[];
}

type Of<Done extends string, Data extends object> = DomainEvent<
  `centre-18-plus.visit-${Done}.v1`,
  Data
>;
/** The day of the event is the day of the visit. */
export type VisitRecorded = Of<
  'recorded',
  Pick<VisitRegister, 'subject' | 'centre' | 'gender'> & Pick<Visit, 'age' | 'resident'>
>;
export type VisitField = 'on' | 'age' | 'resident';
export type VisitCorrected = Of<
  'corrected',
  { readonly visitedOn: Day; readonly field: VisitField; readonly value: unknown }
>;
export type VisitVoided = Of<'voided', { readonly visitedOn: Day }>;
export type VisitReinstated = Of<'reinstated', { readonly visitedOn: Day }>;

interface OneVisit {
  readonly visitedOn: Day;
}
type Correct = VisitCorrected['data'] & { readonly reason: CorrectionReason };

const register = kindOf<VisitRegister>()('centre-18-plus', 'register');
const voids = voiding(register);
const any = (unit: VisitRegister) => unit;

function visitOf({ visits }: VisitRegister, day: Day): Visit {
  const visit = visits.find(({ on }) => on === day);
  refuseUnless(visit !== undefined, 'a-visit-is-recorded-first');
  return visit;
}

function openThen(centre: CentreCode, on: Day): void {
  refuseUnless(isOpen(centre, on), 'nobody-visits-a-closed-centre');
}

function fits({ centre, visits }: VisitRegister, visit: Visit, right: Visit): void {
  if (visit.on === right.on) return;
  refuseUnless(
    right.on.slice(0, 4) === visit.on.slice(0, 4),
    'a-visit-of-another-year-is-in-that-years-register',
  );
  const isTaken = visits.some(({ on }) => on === right.on);
  refuseUnless(!isTaken, 'a-person-visits-a-centre-once-a-day');
  openThen(centre, right.on);
}

/** Somebody's visits to one of the 18+ centres in a year. */
export const visitRegister = decider(register, {
  category: 'centre_18_plus_register',
  initialState: nothingYet,
  acts: {
    'record-visit': recording(register, (unit, command: Asked<VisitRecorded['data']>) => {
      const { subject, centre, gender, age, resident } = command.data;
      openThen(centre, command.occurredOn);
      const known = unit?.visits.find(({ on }) => on === command.occurredOn);
      refuseUnless(known?.isVoid !== true, 'a-void-visit-is-reinstated-first');
      if (known) return [];
      const data = { subject, centre, gender, age, resident };
      return [happened('centre-18-plus.visit-recorded.v1', command, data)];
    }),
    'correct-visit': acting(register, any, (unit, command: Asked<Correct>) => {
      const { visitedOn, field, value, reason } = command.data;
      // A day that was corrected already is there under the right one.
      const isSo = field === 'on' && unit.visits.some(({ on }) => on === value);
      if (isSo && !unit.visits.some(({ on }) => on === visitedOn)) return [];
      const visit = visitOf(unit, visitedOn);
      if (visit[field] === value) return [];
      const right = { ...visit, [field]: value };
      fits(unit, visit, right);
      const data = { visitedOn, field, value };
      return [{ ...happened('centre-18-plus.visit-corrected.v1', command, data), reason }];
    }),
    'void-visit': acting(
      register,
      any,
      (unit, command: Asked<OneVisit & { reason: VoidReason }>) => {
        const { visitedOn, reason } = command.data;
        if (visitOf(unit, visitedOn).isVoid) return [];
        const data = { visitedOn };
        return [{ ...happened('centre-18-plus.visit-voided.v1', command, data), reason }];
      },
    ),
    'reinstate-visit': acting(register, any, (unit, command: Asked<OneVisit>) => {
      const { visitedOn } = command.data;
      if (!visitOf(unit, visitedOn).isVoid) return [];
      return [happened('centre-18-plus.visit-reinstated.v1', command, { visitedOn })];
    }),
    ...voids.acts,
  },
  evolve: {
    'centre-18-plus.visit-recorded.v1': (
      before: UnitState<VisitRegister>,
      { occurredOn, data }: VisitRecorded,
    ): VisitRegister => {
      const { subject, centre, gender, age, resident } = data;
      const { visits } = 'visits' in before ? before : { visits: [] };
      const visit = { on: occurredOn, age, resident, isVoid: false };
      return {
        ...{ status: 'open', subject, centre, gender, district: centres[centre].district },
        ...beganWith([...visits, visit]),
      };
    },
    'centre-18-plus.visit-corrected.v1': changing<VisitCorrected>((visit, { field, value }) => ({
      ...visit,
      [field]: value,
    })),
    'centre-18-plus.visit-voided.v1': changing<VisitVoided>((visit) => ({
      ...visit,
      isVoid: true,
    })),
    'centre-18-plus.visit-reinstated.v1': changing<VisitReinstated>((visit) => ({
      ...visit,
      isVoid: false,
    })),
    ...voids.steps,
  },
  homeOf,
  subjectOf,
});

/** The register with one visit changed. */
function changing<Event extends DomainEvent<string, OneVisit>>(
  change: (visit: Visit, data: Event['data']) => Visit,
) {
  return step<VisitRegister, Event>((unit, { data }) => ({
    ...unit,
    ...beganWith(
      unit.visits.map((visit) => (visit.on === data.visitedOn ? change(visit, data) : visit)),
    ),
  }));
}

/** Visits by day; the register begins with the first. */
function beganWith(visits: readonly Visit[]): Pick<VisitRegister, 'beganOn' | 'visits'> {
  const byDay = visits.toSorted((one, other) => (one.on < other.on ? -1 : 1));
  const [first] = byDay;
  if (!first) throw new Error('a register has a visit');
  return { beganOn: first.on, visits: byDay };
}
