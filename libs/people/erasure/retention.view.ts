import type { DomainEvent, RecordedEvent } from '@sikkerby/kernel';
import type { Projection, Row, StreamRows } from '@sikkerby/projections';
import type { Programme } from '@sikkerby/case-kit/edge';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { personErasure, type ErasedPerson, type PersonErasure } from './person-erasure.js';

const inCodeUnits = { type: 'text', collation: 'C' } as const;
export const retentionView = 'erasure.retention';

/** What happened last in a unit that is about somebody. */
@Entity('unit_days')
export class UnitDaysRow implements Row {
  @PrimaryColumn(inCodeUnits) readonly stream!: string;
  @PrimaryColumn(inCodeUnits) readonly key!: string;
  @Column('text') readonly programme!: string;
  /** Null as long as nobody knows whom the unit is about. */
  @Column('text', { nullable: true }) readonly subject!: string | null;
  @Column('text') readonly unit!: string;
  @Column('text', { name: 'last_on' }) readonly lastOn!: string;
  /** The last day of each type of event, by its name without the version, which may be raised. */
  @Column('jsonb') readonly days!: Readonly<Record<string, string>>;
}

/** How far somebody's erasure is. */
@Entity('erasures')
export class ErasureRow implements Row {
  @PrimaryColumn(inCodeUnits) readonly stream!: string;
  @PrimaryColumn(inCodeUnits) readonly key!: string;
  @Column('text') readonly programme!: string;
  @Column('text') readonly subject!: string;
  @Column('jsonb') readonly state!: PersonErasure;
}

/** For whom the lists of erasures are: their routes are for nobody else. */
export const overseer = { role: 'dpo' } as const;

/** What the proposals need to know of the units of those programmes, and of erasures. */
export function retentionProjection(
  programmes: readonly Pick<Programme, 'name' | 'deciders'>[],
): Projection {
  const types = new Set(
    programmes.flatMap(({ deciders }) => deciders.flatMap(({ evolve }) => Object.keys(evolve))),
  );
  return {
    name: retentionView,
    version: 3,
    reads: [...programmes.map(({ name }) => `${name}.`), 'erasure.'],
    onPoison: 'halt',
    seenBy: { roles: [overseer.role] },
    tables: [UnitDaysRow, ErasureRow],
    fold(event, rows) {
      if (types.has(event.type)) putDay(event, rows);
      else if (Object.hasOwn(personErasure.evolve, event.type)) putErasure(event, rows);
    },
  };
}

function putDay({ type, stream, data, occurredOn }: RecordedEvent, rows: StreamRows): void {
  const before = rows.get(UnitDaysRow);
  const name = withoutVersion(type);
  const subject = 'subject' in data && typeof data.subject === 'string' ? data.subject : null;
  rows.put(UnitDaysRow, {
    programme: type.slice(0, type.indexOf('.')),
    subject: before?.subject ?? subject,
    unit: stream.slice(stream.indexOf('-') + 1),
    lastOn: later(before?.lastOn, occurredOn),
    days: { ...before?.days, [name]: later(before?.days[name], occurredOn) },
  });
}

/** `youth-concern.case-closed` of `youth-concern.case-closed.v1`. */
export function withoutVersion(type: string): string {
  return type.slice(0, type.lastIndexOf('.'));
}

/** What is recorded last need not have happened last. */
function later(known: string | undefined, occurredOn: string): string {
  return known !== undefined && known > occurredOn ? known : occurredOn;
}

type Step = (state: PersonErasure, event: DomainEvent) => PersonErasure;

function putErasure(event: RecordedEvent, rows: StreamRows): void {
  const { programme, subject } = event.data as ErasedPerson;
  const before = rows.get(ErasureRow)?.state ?? personErasure.initialState;
  const step = (personErasure.evolve as Readonly<Record<string, Step>>)[event.type];
  if (step) rows.put(ErasureRow, { programme, subject, state: step(before, event) });
}
