import { Param, Query } from '@nestjs/common';
import {
  invalidRequest,
  Problem,
  ProgrammeController,
  QueryRoute,
  type Plain,
} from '@sikkerby/http';
import type { Figure } from './compute.js';
import { FigureAnswer } from './figure.answers.js';
import { MeasureAnswer } from './measure.answers.js';
import { WrongQuestion } from './measure.js';
import { FigureQuery } from './statistics.requests.js';
import { Statistics } from './statistics.js';

const roles = ['analyst', 'auditor', 'ssp-coordinator'] as const;

@ProgrammeController('statistics')
export class StatisticsController {
  constructor(private readonly statistics: Statistics) {}

  /** Every measure and its versions. */
  @QueryRoute('measures', {
    roles,
    summary: 'What can be counted, and what counts',
    answer: { type: MeasureAnswer, isArray: true },
  })
  measures(): Plain<MeasureAnswer>[] {
    return this.statistics.list();
  }

  /** A measure's figure in a year, as known at a position or a moment. */
  @QueryRoute(':measure', {
    roles,
    summary: 'A yearly figure, as known now or at an earlier point',
    description: 'For inside use: small numbers are not protected against recognition.',
    answer: { type: FigureAnswer },
  })
  async figure(@Param('measure') measure: string, @Query() question: FigureQuery): Promise<Figure> {
    try {
      return await this.statistics.figure(measure, question);
    } catch (error) {
      if (!(error instanceof WrongQuestion)) throw error;
      if (error.parameter === 'measure') throw new Problem('not-found');
      throw invalidRequest(error.parameter, error.message);
    }
  }
}
