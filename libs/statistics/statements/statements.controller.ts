import { Body, Query } from '@nestjs/common';
import type { Intent } from '@sikkerby/commands';
import {
  CommandRoute,
  CreateRoute,
  Dated,
  Given,
  ProgrammeController,
  QueryRoute,
  WholeNumber,
  type Plain,
} from '@sikkerby/http';
import { whoMay } from '../statistics-roles.js';
import { changeReasons } from './change-reasons.js';
import { ChangesAnswer, ReproducedAnswer, StatementsOfYearAnswer } from './statement.answers.js';
import { ChangesQuery, FreezeStatement, RejectStatement } from './statement.requests.js';
import type { Statement } from './statement.js';
import { Statements } from './statements.js';
import { Revisions } from './revisions.js';

const Year = () => WholeNumber('year', 1900, 2999);
const StatementNumber = () => WholeNumber('number', 1, 9999);

/** Statements of the years: frozen by one, approved by another, never changed, always reproduced. */
@ProgrammeController('statistics/statements')
export class StatementsController {
  constructor(
    private readonly statements: Statements,
    private readonly revisions: Revisions,
  ) {}

  @QueryRoute(':year', {
    roles: whoMay.readStatements,
    summary: 'The statements of a year',
    answer: { type: StatementsOfYearAnswer },
  })
  async ofYear(@Year() year: number): Promise<Plain<StatementsOfYearAnswer>> {
    const { statements, revision } = await this.statements.ofYear(year);
    return {
      ...{ year, statements: statements.map(shown) },
      ...(revision === undefined ? {} : { revision }),
    };
  }

  @CreateRoute(':year/freeze', {
    roles: whoMay.freeze,
    summary: 'Freeze the figures of a year as they stand now',
    description:
      'Pinned to the end of the log. 503 while anything that it counts is behind, halted, or has set a stream aside.',
  })
  freeze(@Year() year: number, @Body() body: FreezeStatement, @Given() intent: Intent) {
    return this.statements.freeze(year, body, intent);
  }

  @CommandRoute(':year/:number/approve', {
    roles: whoMay.approve,
    summary: 'Approve a statement that somebody else froze',
  })
  approve(
    @Year() year: number,
    @StatementNumber() number: number,
    @Body() body: Dated,
    @Given() intent: Intent,
  ) {
    return this.statements.decide(year, 'approve', body, intent, number);
  }

  @CommandRoute(':year/:number/reject', {
    roles: whoMay.approve,
    summary: 'Turn a statement down: it is never used',
  })
  reject(
    @Year() year: number,
    @StatementNumber() number: number,
    @Body() body: RejectStatement,
    @Given() intent: Intent,
  ) {
    return this.statements.decide(year, 'reject', body, intent, number);
  }

  @QueryRoute(':year/:number', {
    roles: whoMay.readStatements,
    summary: 'A statement, drawn up again from its pin',
    description: 'For inside use: small numbers are not protected against recognition.',
    answer: { type: ReproducedAnswer },
  })
  async statement(
    @Year() year: number,
    @StatementNumber() number: number,
  ): Promise<Plain<ReproducedAnswer>> {
    const { statement, content, isTheSame } = await this.statements.reproduce(year, number);
    return { statement: shown(statement), content: content, isTheSame };
  }

  @QueryRoute(':year/:number/changes', {
    roles: whoMay.readStatements,
    summary: 'What has changed since a statement, cell by cell, and which events did it',
    answer: { type: ChangesAnswer },
  })
  async changes(
    @Year() year: number,
    @StatementNumber() number: number,
    @Query() { until }: ChangesQuery,
  ): Promise<Plain<ChangesAnswer>> {
    const { fromCut, toCut, cells } = await this.revisions.since(year, number, until);
    return {
      ...{ year, fromCut, toCut },
      cells: cells.map(({ by, code, reasons, ...cell }) => ({
        ...cell,
        ...(by === null || code === null ? {} : { by, code }),
        reasons: reasons.map(({ reason, change, events }) => ({
          ...{ reason, change, title: changeReasons[reason], events: [...events] },
        })),
      })),
    };
  }
}

function shown(statement: Statement) {
  const { year, number, kind, status, frozenBy, frozenOn, cut, cutAt } = statement;
  const { sha256, codeSha256, referenceSha256 } = statement;
  return {
    ...{ year, number, kind, status, frozenBy, frozenOn, cut, cutAt },
    ...{ sha256, codeSha256, referenceSha256 },
  };
}
