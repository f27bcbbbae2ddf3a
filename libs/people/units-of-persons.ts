import { fold, type AnyDecider, type RecordedEvent } from '@sikkerby/kernel';
import type { Projection, Row, StreamRows } from '@sikkerby/projections';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { PersonProgramme } from './about-persons.js';
import { personPair, type Pair } from './links/person-pair.js';

/** Name of the projection that knows which streams are about whom. */
export const unitsOfPersons = 'people.units-of-persons';

const inCodeUnits = { type: 'text', collation: 'C' } as const;

/** A stream that is about a person; a pair of records is about two. */
@Entity('unit_of_person')
@Index(['programme', 'subject'])
export class UnitOfPerson implements Row {
  @PrimaryColumn(inCodeUnits) readonly stream!: string;
  @PrimaryColumn(inCodeUnits) readonly key!: string;
  @Column('text') readonly programme!: string;
  /** The programme's reference of the person; null while nobody knows who it is. */
  @Column('text', { nullable: true }) readonly subject!: string | null;
  /** The unit's state, until its person is known. */
  @Column('jsonb', { nullable: true }) readonly state!: object | null;
}

/**
 * Which streams are about whom, in every programme with persons: as their deciders' `subjectOf` say.
 * A unit is about one person, from when they are known to its end.
 */
export function unitsOfPersonsProjection(programmes: readonly PersonProgramme[]): Projection {
  const units = programmes.flatMap(({ deciders }) => deciders.filter(({ subjectOf }) => subjectOf));
  const byCategory = new Map(units.map((decider) => [decider.category, decider]));
  const pairs = new Map(programmes.map(({ name }) => [personPair(name).category, name] as const));
  return {
    name: unitsOfPersons,
    version: 1,
    reads: programmes.map(({ name }) => `${name}.`),
    // Whoever asks what is kept of them is not told less because something went wrong.
    onPoison: 'halt',
    // Which units there are is asked before anybody is shown; who sees a unit is decided for each.
    seenBy: 'everybody',
    tables: [UnitOfPerson],
    fold(event, rows) {
      const category = event.stream.slice(0, event.stream.indexOf('-'));
      const [decider, programme] = [byCategory.get(category), pairs.get(category)];
      if (decider) unitIsAbout(decider, event, rows);
      if (programme !== undefined) pairIsAbout(programme, event, rows);
    },
  };
}

function unitIsAbout(decider: AnyDecider, event: RecordedEvent, rows: StreamRows): void {
  const known = rows.get(UnitOfPerson);
  if (known && known.subject !== null) return;
  const before: unknown = known?.state ?? decider.initialState;
  const state: unknown = fold(decider, before, [event]);
  const subject = decider.subjectOf?.(state) ?? null;
  const unknownYet = subject === null ? (state as object) : null;
  rows.put(UnitOfPerson, { programme: decider.programme, subject, state: unknownYet });
}

function pairIsAbout(programme: string, { data }: RecordedEvent, rows: StreamRows): void {
  const { subject, otherSubject } = data as Pair;
  for (const key of [subject, otherSubject]) {
    rows.put(UnitOfPerson, { key, programme, subject: key, state: null });
  }
}
