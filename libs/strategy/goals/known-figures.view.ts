import { counted, type AnyUnit, type UnitState } from '@sikkerby/case-kit';
import { fold, type AnyDecider, type Position } from '@sikkerby/kernel';
import type { Projection, Row } from '@sikkerby/projections';
import { Column, Entity, PrimaryColumn, type EntityManager } from 'typeorm';
import type { KnownFigure, KnownJudgement } from './evidence.js';
import { observation, type Observation } from './goal-observation.js';
import { policeJudgement, type PoliceJudgement } from './police-judgement.js';

const inCodeUnits = { type: 'text', collation: 'C' } as const;

/** An observation or a judgement as it was known between two positions; its key is the revision. */
@Entity('goal_figure')
export class GoalFigureRow implements Row {
  @PrimaryColumn(inCodeUnits) readonly stream!: string;
  @PrimaryColumn(inCodeUnits) readonly key!: string;
  /** Category of its stream. */
  @Column('text') readonly kind!: string;
  @Column('json') readonly known!: object;
  @Column({ ...inCodeUnits, name: 'asserted_at' }) readonly assertedAt!: Position;
  @Column({ ...inCodeUnits, name: 'retracted_at', nullable: true })
  readonly retractedAt!: Position | null;
}

/** The state so far. */
@Entity('goal_figure_source')
export class GoalFigureSource implements Row {
  @PrimaryColumn(inCodeUnits) readonly stream!: string;
  @PrimaryColumn(inCodeUnits) readonly key!: string;
  @Column('json') readonly state!: object;
}

const deciders: readonly AnyDecider[] = [observation, policeJudgement];

/** What was observed and judged, and what was known of it when. */
export const goalFigures: Projection = {
  name: 'goals.figures',
  version: 1,
  reads: ['goals.'],
  onPoison: 'halt',
  seenBy: 'everybody',
  tables: [GoalFigureRow, GoalFigureSource],
  fold(event, rows) {
    const decider = deciders.find(({ evolve }) => Object.hasOwn(evolve, event.type));
    if (!decider) return;
    const before = rows.get(GoalFigureSource)?.state ?? (decider.initialState as object);
    const state = fold(decider, before, [event]) as UnitState<AnyUnit>;
    rows.put(GoalFigureSource, { state });
    const held = rows.all(GoalFigureRow).find(({ retractedAt }) => retractedAt === null);
    if (held) rows.put(GoalFigureRow, { ...held, retractedAt: event.position });
    const known = counted(state);
    if (!known) return;
    const key = String(event.revision);
    const asserted = { assertedAt: event.position, retractedAt: null };
    rows.put(GoalFigureRow, { key, kind: decider.category, known, ...asserted });
  },
};

/** Everything that was known at a position, in the order of its ids. */
export async function knownAt(
  manager: EntityManager,
  position: Position,
): Promise<{ readonly figures: KnownFigure[]; readonly judgements: KnownJudgement[] }> {
  const rows = await manager.query<Pick<GoalFigureRow, 'stream' | 'kind' | 'known'>[]>(
    `SELECT stream, kind, known FROM goal_figure
     WHERE asserted_at <= $1 AND coalesce(retracted_at > $1, true) ORDER BY stream`,
    [position],
  );
  const idOf = ({ stream }: { stream: string }) => stream.slice(stream.indexOf('-') + 1);
  const of = ({ category }: { category: string }) => rows.filter(({ kind }) => kind === category);
  return {
    figures: of(observation).map((row) => figureOf(idOf(row), row.known as Observation)),
    judgements: of(policeJudgement).map((row) => {
      const { year, judgement } = row.known as PoliceJudgement;
      return { id: idOf(row), year, judgement };
    }),
  };
}

function figureOf(id: string, known: Observation): KnownFigure {
  const { series, geography, district, period, value, precision, source, publishedOn } = known;
  return {
    ...{ id, series, geography, period, value, precision, source },
    ...(district === undefined ? {} : { district }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
  };
}
