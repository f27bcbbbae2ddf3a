import { Injectable } from '@nestjs/common';
import { EventStore } from '@sikkerby/event-store';
import type { Plain } from '@sikkerby/http';
import type { Day, Position } from '@sikkerby/kernel';
import { ReadModels } from '@sikkerby/projections';
import { Districts, districtMaps, type DistrictMap } from '@sikkerby/reference';
import { itemsOf, referenceItems } from '@sikkerby/reference-routes';
import { Cuts } from './figures/cuts.js';
import { compute, type Figure } from './figures/compute.js';
import { factsOf } from './facts/facts-projection.js';
import { inDistricts, mapAskedFor } from './figures/in-districts.js';
import { inCatalogue } from './figures/in-catalogue.js';
import type { MeasureAnswer } from './figures/measure.answers.js';
import type { SeriesAnswer } from './figures/series.answers.js';
import { breakdownBy, Measures, programmeOf, WrongQuestion } from './figures/measure.js';

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

/** The same question of several years, the first and the last included. */
export interface SeriesQuestion extends Omit<FigureQuestion, 'year' | 'map' | 'mapOn'> {
  readonly from: number;
  readonly to: number;
}

const patienceMs = 2000;

/** The yearly figures: effective in which year, as known at which position. */
@Injectable()
export class Statistics {
  constructor(
    private readonly measures: Measures,
    private readonly cuts: Cuts,
    private readonly store: EventStore,
    private readonly readModels: ReadModels,
  ) {}

  /** What can be asked for, by id and version. */
  list(): Plain<MeasureAnswer>[] {
    return this.measures.all.map((measure) => inCatalogue(measure));
  }

  /**
   * The figure of each year, in the version of that year unless one is named, and the years in which
   * the version changed. @throws WrongQuestion, ReadModelBehind
   */
  async series(id: string, { from, to, ...rest }: SeriesQuestion): Promise<Plain<SeriesAnswer>> {
    if (from > to || to - from >= 30) {
      throw new WrongQuestion('from', 'at most 30 years before the last one, and not after it');
    }
    const years: Figure[] = [];
    for (let year = from; year <= to; year++) {
      years.push(await this.figure(id, { ...rest, year }));
    }
    const breaks = years.flatMap(({ year, version }, at) => {
      const before = years[at - 1]?.version ?? version;
      return before === version ? [] : [{ year, before, after: version }];
    });
    return { measure: id, years, breaks };
  }

  /** @throws WrongQuestion, ReadModelBehind */
  async figure(id: string, question: FigureQuestion): Promise<Figure> {
    const { year, asOf, by, version } = question;
    const measure = this.measures.find(id, version === undefined ? { year } : { version });
    const map = mapAskedFor(question);
    const breakdown = by === undefined ? undefined : breakdownBy(measure, by);
    const facts = factsOf(programmeOf(measure));
    const cut = await this.cuts.at(asOf, [facts]);
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
}
