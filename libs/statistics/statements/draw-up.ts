import type { Position } from '@sikkerby/kernel';
import type { ReadModels } from '@sikkerby/projections';
import type { EntityManager } from 'typeorm';
import { linksAt, shareOf } from '../figures/compute.js';
import { factsOf } from '../facts/facts-projection.js';
import { programmeOf, type Measure } from '../figures/measure.js';
import { cellsOf, type Cell } from '../questions/figure.js';
import type { MeasureContent, StatementContent } from './statement-content.js';

export interface Cut {
  readonly year: number;
  /** Position of the log, inclusive, and when it was recorded. */
  readonly cut: Position;
  readonly cutAt: string;
}

const atOnce = 4;

/** Told after each measure: how many of how many are counted. */
export type OnProgress = (done: number, of: number) => void;

/** Every measure, whole and split every way that it can be, as known at the cut. */
export async function drawUp(
  readModels: Pick<ReadModels, 'readView'>,
  measures: readonly Measure[],
  { year, cut, cutAt }: Cut,
  onProgress?: OnProgress,
): Promise<StatementContent> {
  const found: MeasureContent[] = [];
  const programmes = new Set(measures.map(programmeOf)).values();
  const next = async (): Promise<void> => {
    for (const programme of programmes) {
      const own = measures.filter((measure) => programmeOf(measure) === programme);
      await readModels.readView(factsOf(programme), {}, async (manager) => {
        const standsUnder = await linksAt(manager, cut);
        for (const measure of own) {
          found.push(await contentOf(manager, { measure, year, asOf: cut, standsUnder }));
          onProgress?.(found.length, measures.length);
        }
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, next));
  const byId = found.sort((one, other) => (one.measure < other.measure ? -1 : 1));
  return { format: 'sikker-by.statement.v1', year, cut, cutAt, measures: byId };
}

interface Asked {
  readonly measure: Measure;
  readonly year: number;
  readonly asOf: string;
  readonly standsUnder: ReadonlyMap<string, string>;
}

async function contentOf(manager: EntityManager, asked: Asked): Promise<MeasureContent> {
  const { measure, year } = asked;
  const cells = await cellsOf(manager, { ...asked, splits: measure.breakdowns });
  const value = cells.find(({ code }) => code === null)?.value ?? 0;
  const share = shareOf(value, measure, year);
  return {
    ...{ measure: measure.id, version: measure.version, value },
    ...(share === undefined ? {} : { share }),
    ...(measure.precision ? { precision: measure.precision } : {}),
    breakdowns: measure.breakdowns.map(({ by, additive }) => ({
      ...{ by, additive },
      rows: rowsOf(cells, by),
    })),
  };
}

function rowsOf(cells: readonly Cell[], by: string) {
  return cells.flatMap(({ by: split, code, value }) =>
    split === by && code !== null ? [{ code, value }] : [],
  );
}
