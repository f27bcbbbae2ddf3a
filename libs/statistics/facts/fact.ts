import type { Day } from '@sikkerby/kernel';
import type { Row } from '@sikkerby/projections';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Coded dimensions; a list where several hold at once. Codes are coarse: nobody is known by them. */
export type Codes = Readonly<Record<string, string | readonly string[]>>;

/** Something that was so in the world from a day to a day. An act is a fact of one day. */
export interface FactNow {
  /** `<programme>.<what-is-so>`, such as `youth-concern.case-active`. */
  readonly kind: string;
  /** Id of the case, enrolment, visit... that it is about. */
  readonly unit: string;
  /** The programme's own reference of the person, where it is about one. */
  readonly person: string | null;
  readonly district: string | null;
  readonly codes: Codes;
  /** How many: attendances, pupils; 1 where things are only counted. */
  readonly quantity: number;
  readonly validFrom: Day;
  /** Last day on which it was so, inclusive; null while it is still so. */
  readonly validTo: Day | null;
}

/**
 * A fact as its unit tells it. What it leaves out is as in most facts: about nobody, of the whole city,
 * without codes, and counting once.
 */
export type Told<Kind extends string = string> = Pick<FactNow, 'validFrom' | 'validTo'> &
  Partial<Pick<FactNow, 'person' | 'district' | 'codes' | 'quantity'>> & { readonly kind: Kind };

/**
 * What a void unit stands under: whatever was merged into it counts nowhere either (R5, R6). The SQL of
 * `questions/` has it as a literal.
 */
export const nothing = 'void';

/** Two things that count as one from now on, the first standing under the second. */
export interface LinkNow {
  readonly kind: 'unit' | 'person';
  readonly from: string;
  readonly to: string;
}

/** Between which positions of the log the system held it to be so, and the events that did it. */
export interface Held {
  readonly assertedAt: string;
  readonly assertedBy: string;
  readonly retractedAt: string | null;
  readonly retractedBy: string | null;
}

const inCodeUnits = { type: 'text', collation: 'C' } as const;

abstract class HeldRow implements Row, Held {
  @PrimaryColumn(inCodeUnits) readonly stream!: string;
  @PrimaryColumn(inCodeUnits) readonly key!: string;
  @Column({ ...inCodeUnits, name: 'asserted_at' }) readonly assertedAt!: string;
  @Column('text', { name: 'asserted_by' }) readonly assertedBy!: string;
  @Column({ ...inCodeUnits, name: 'retracted_at', nullable: true })
  readonly retractedAt!: string | null;
  @Column('text', { name: 'retracted_by', nullable: true }) readonly retractedBy!: string | null;
}

/** A fact on two time axes. A correction closes it and asserts another; nothing is ever deleted. */
@Entity('fact')
@Index(['kind', 'validFrom'])
@Index(['unit'])
export class Fact extends HeldRow implements FactNow {
  @Column('text') readonly kind!: string;
  @Column(inCodeUnits) readonly unit!: string;
  @Column({ ...inCodeUnits, nullable: true }) readonly person!: string | null;
  @Column({ ...inCodeUnits, nullable: true }) readonly district!: string | null;
  @Column('jsonb') readonly codes!: Codes;
  @Column('integer') readonly quantity!: number;
  @Column({ ...inCodeUnits, name: 'valid_from' }) readonly validFrom!: Day;
  @Column({ ...inCodeUnits, name: 'valid_to', nullable: true })
  readonly validTo!: Day | null;
}

/** A link on the axis of what was known; it holds for every day once it is known. */
@Entity('link')
export class Link extends HeldRow implements LinkNow {
  @Column('text') readonly kind!: 'unit' | 'person';
  @Column(inCodeUnits) readonly from!: string;
  @Column(inCodeUnits) readonly to!: string;
}

/** What the events of a stream have come to so far: all that its facts follow from. */
@Entity('fact_source')
export class FactSource implements Row {
  @PrimaryColumn(inCodeUnits) readonly stream!: string;
  @PrimaryColumn(inCodeUnits) readonly key!: string;
  @Column('json') readonly state!: object;
}
