import { Headers, Param, Query } from '@nestjs/common';
import { About } from '@sikkerby/access';
import { invalidRequest, ProgrammeController, QueryRoute, type Plain } from '@sikkerby/http';
import type { Figure } from './figures/compute.js';
import { CellEventsAnswer, ExplanationAnswer } from './explain/explain.answers.js';
import { Explain } from './explain/explain.js';
import { FigureAnswer } from './figures/figure.answers.js';
import { MeasureAnswer } from './figures/measure.answers.js';
import { SeriesAnswer } from './figures/series.answers.js';
import { CellQuery, FigureQuery, SeriesQuery } from './statistics.requests.js';
import { Statistics } from './statistics.js';
import { whoMay } from './statistics-roles.js';
import { answered } from './figures/wrong-question.js';

const inside = 'For inside use: small numbers are not protected against recognition.';

/** What is counted and what it comes to; what is behind a number. One measure at a time: nothing
 * adds figures of different units or programmes. */
@ProgrammeController('statistics')
export class StatisticsController {
  constructor(
    private readonly statistics: Statistics,
    private readonly explaining: Explain,
  ) {}

  /** Every measure and its versions. */
  @QueryRoute('measures', {
    roles: whoMay.readFigures,
    summary: 'What can be counted, and what counts',
    answer: { type: MeasureAnswer, isArray: true },
  })
  measures(): Plain<MeasureAnswer>[] {
    return this.statistics.list();
  }

  /** A measure's figure in a year, as known at a position or a moment. */
  @QueryRoute(':measure', {
    roles: whoMay.readFigures,
    summary: 'A yearly figure, as known now or at an earlier point',
    description: inside,
    answer: { type: FigureAnswer },
  })
  figure(@Param('measure') measure: string, @Query() question: FigureQuery): Promise<Figure> {
    return answered(this.statistics.figure(measure, question));
  }

  /** A measure over several years, with the years in which its definition changed. */
  @QueryRoute(':measure/series', {
    roles: whoMay.readFigures,
    summary: 'A figure over several years, with breaks where the definition changed',
    description: inside,
    answer: { type: SeriesAnswer },
  })
  series(
    @Param('measure') measure: string,
    @Query() question: SeriesQuery,
  ): Promise<Plain<SeriesAnswer>> {
    return answered(this.statistics.series(measure, question));
  }

  /** The definition and the rules of a cell, and in numbers what it counts. The call is logged. */
  @QueryRoute(':measure/explanation', {
    roles: whoMay.explain,
    looks: 'search',
    summary: 'What is behind a number: definition, rules, and how it was recorded',
    description: inside,
    answer: { type: ExplanationAnswer },
  })
  async explanation(@Param('measure') measure: string, @Query() question: CellQuery) {
    return new About(await answered(this.explaining.cell(measure, question)), []);
  }

  /** The events behind a cell, for an auditor who says what for. The call is logged. */
  @QueryRoute(':measure/events', {
    roles: whoMay.nameEvents,
    looks: 'search',
    summary: 'The events behind a number, by id and place in the log',
    description:
      'X-Purpose must be given. No event is shown, and no person can be reached from here.',
    answer: { type: CellEventsAnswer },
  })
  async events(
    @Param('measure') measure: string,
    @Query() question: CellQuery,
    @Headers('x-purpose') purpose: string | undefined,
  ) {
    if (purpose === undefined) {
      throw invalidRequest('X-Purpose', 'X-Purpose must say what the events are looked at for');
    }
    return new About(await answered(this.explaining.events(measure, question)), []);
  }
}
