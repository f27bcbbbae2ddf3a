import { Injectable } from '@nestjs/common';
import { EventStore } from '@sikkerby/event-store';
import type { Plain } from '@sikkerby/http';
import type { Day, Position } from '@sikkerby/kernel';
import { ReadModels } from '@sikkerby/projections';
import { Districts, districtMaps, type DistrictMap } from '@sikkerby/reference';
import { itemsOf, referenceItems } from '@sikkerby/reference-data';
import { compute, type Figure } from './compute.js';
import { factsOf } from './facts-projection.js';
import { inDistricts, mapAskedFor } from './in-districts.js';
import type { MeasureAnswer } from './measure.answers.js';
import { breakdownBy, Measures, WrongQuestion } from './measure.js';

export interface FigureQuestion {
  /** Calendar year in Copenhagen. */
  readonly year: number;
  /** A position, or an instant in ISO 8601; everything that is counted by now when left out. */
  readonly asOf?: string;
  readonly by?: string;
  readonly version?: number;
  /** With `by: 'district'`, whose districts the rows are; those of the time when left out. */
  readonly map?: DistrictMap;
  /** The map as it was on this day; on 31 December of the year when left out. */
  readonly mapOn?: Day;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const patienceMs = 2000;

/** The yearly figures: effective in which year, as known at which position. */
@Injectable()
export class Statistics {
  constructor(
    private readonly measures: Measures,
    private readonly store: EventStore,
    private readonly readModels: ReadModels,
  ) {}

  /** What can be asked for, by id and version. */
  list(): Plain<MeasureAnswer>[] {
    return this.measures.all.map((measure) => ({
      id: measure.id,
      version: measure.version,
      title: measure.title,
      description: measure.description,
      unit: measure.unit,
      breakdowns: measure.breakdowns.map(({ by, title, additive }) => ({ by, title, additive })),
      ...(measure.printed ? { printed: measure.printed } : {}),
    }));
  }

  /** @throws WrongQuestion, ReadModelBehind */
  async figure(id: string, question: FigureQuestion): Promise<Figure> {
    const { year, asOf, by, version } = question;
    const measure = this.measures.find(id, version);
    const map = mapAskedFor(question);
    const breakdown = by === undefined ? undefined : breakdownBy(measure, by);
    const facts = factsOf(measure.id.slice(0, measure.id.indexOf('.')));
    const cut = asOf === undefined ? undefined : await this.cut(asOf);
    if (cut !== undefined) await this.readModels.waitForPosition([facts], cut, patienceMs);
    const known = await this.readModels.readView(facts, {}, async (manager, counted) => {
      const at = cut ?? counted ?? this.store.parsePosition('0');
      return { at, figure: await compute(manager, { measure, year, asOf: at, by: breakdown }) };
    });
    if (by !== 'district') return known.figure;
    return inDistricts(known.figure, await this.districts(known.at), map);
  }

  /** The districts as they were known at the position: what was recorded later changes no figure. */
  private async districts(asOf: Position): Promise<Districts> {
    if (asOf === this.store.parsePosition('0')) return new Districts([]);
    await this.readModels.waitForPosition([referenceItems.name], asOf, patienceMs);
    return new Districts(await itemsOf(this.readModels, Object.values(districtMaps), asOf));
  }

  private async cut(asOf: string): Promise<Position> {
    const moment = new Date(asOf);
    if (instant.test(asOf) && !Number.isNaN(moment.getTime())) return this.store.positionAt(moment);
    const position = this.position(asOf);
    const { position: end } = await this.store.head();
    if (position > end) throw new WrongQuestion('asOf', 'a position that the log has come to');
    return position;
  }

  private position(text: string): Position {
    try {
      return this.store.parsePosition(text);
    } catch {
      throw new WrongQuestion(
        'asOf',
        'a position of the log, or an instant such as 2018-02-01T12:00:00Z',
      );
    }
  }
}
