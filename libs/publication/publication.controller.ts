import { Body, Param, Query, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Intent, Receipt } from '@sikkerby/commands';
import {
  CommandRoute,
  CreateRoute,
  Dated,
  Given,
  Problem,
  ProgrammeController,
  QueryRoute,
  takesLong,
  WholeNumber,
  type Plain,
} from '@sikkerby/http';
import { answered } from '@sikkerby/statistics';
import type { FastifyReply } from 'fastify';
import {
  CheckAnswer,
  LedgerAnswer,
  PublishedSeriesAnswer,
  ReleaseAnswer,
} from './publication.answers.js';
import {
  CheckQuery,
  PrepareRelease,
  RecordFigure,
  RejectRelease,
  WithdrawRelease,
} from './publication.requests.js';
import { publishedSeries } from './tables/published-tables.js';
import { Releases } from './releases/releases.js';
import { checked, inLedger, told, toldOfFigure } from './releases/release-answers.js';
import { whoMay } from './publication-roles.js';

const ReleaseNumber = () => WholeNumber('number', 1, 9999);

/** What leaves the house: the tables that may, what would be hidden, and everything that is out. */
@ProgrammeController('publication')
export class PublicationController {
  constructor(private readonly releases: Releases) {}

  @QueryRoute('tables', {
    roles: whoMay.read,
    summary: 'Which tables may leave the house?',
    answer: { type: PublishedSeriesAnswer, isArray: true },
  })
  tables(): Plain<PublishedSeriesAnswer>[] {
    return publishedSeries.map(({ measure, persons, tables }) => ({
      ...{ measure, persons, tables: tables.map((by) => [...by]) },
    }));
  }

  @RouteConfig(takesLong)
  @QueryRoute('check', {
    roles: whoMay.prepare,
    summary: 'What would be hidden of a statement, and would an attacker find anything?',
    description: 'Changes nothing. For inside use: shares say something of what is hidden.',
    answer: { type: CheckAnswer },
  })
  async check(@Query() { year, statement }: CheckQuery): Promise<Plain<CheckAnswer>> {
    return checked({ year, statement }, await this.releases.check({ year, statement }));
  }

  @QueryRoute('ledger', {
    roles: whoMay.read,
    summary: 'Everything that was ever published, by us and by others',
    answer: { type: LedgerAnswer },
  })
  async ledger(): Promise<Plain<LedgerAnswer>> {
    const { ledger, revision } = await this.releases.ledger();
    return {
      ...(revision === undefined ? {} : { revision }),
      releases: ledger.releases.map(inLedger),
      figures: ledger.figures.map(toldOfFigure),
      held: ledger.held.map(({ year, statement, opened, smallChanges }) => ({
        ...{ year, statement, opened: [...opened], smallChanges: [...smallChanges] },
      })),
    };
  }

  @QueryRoute('releases/:number', {
    roles: whoMay.read,
    summary: 'A release: its tables as they are or would be published',
    answer: { type: ReleaseAnswer },
  })
  async release(@ReleaseNumber() number: number): Promise<Plain<ReleaseAnswer>> {
    const release = await this.releases.find(number);
    return told(release, release.releasedOn ? await this.releases.list(number) : []);
  }

  @QueryRoute('releases/:number/files/:name', {
    roles: whoMay.read,
    summary: 'A file of a release that is out',
    answer: {
      description: 'The bytes that were published',
      content: {
        'text/csv': { schema: { type: 'string' } },
        'application/json': { schema: { type: 'object' } },
        'application/ld+json': { schema: { type: 'object' } },
        'application/vnd.sdmx.data+csv': { schema: { type: 'string' } },
      },
    },
  })
  async file(
    @ReleaseNumber() number: number,
    @Param('name') name: string,
    @Res({ passthrough: true }) reply: Pick<FastifyReply, 'type'>,
  ): Promise<Buffer> {
    const file = await this.releases.file(number, name);
    if (!file) throw new Problem('not-found');
    void reply.type(file.mediaType);
    return Buffer.from(file.text);
  }

  @RouteConfig(takesLong)
  @CreateRoute('releases', {
    roles: whoMay.prepare,
    summary: 'Prepare a release of an approved statement',
    description:
      'Hides what must be hidden and attacks it together with all that was ever published. A revision that is not safe is held for the next one; anything else that is not safe is refused, and `check` names the cells.',
  })
  prepare(@Body() body: PrepareRelease, @Given() intent: Intent): Promise<Receipt> {
    return this.releases.prepare(body, intent);
  }

  @CommandRoute('releases/:number/release', {
    roles: whoMay.release,
    summary: 'Publish a release that somebody else prepared',
  })
  publish(
    @ReleaseNumber() number: number,
    @Body() body: Dated,
    @Given() intent: Intent,
  ): Promise<Receipt> {
    return this.releases.release(number, body, intent);
  }

  @CommandRoute('releases/:number/reject', {
    roles: whoMay.release,
    summary: 'Turn a release down: it never leaves the house',
  })
  reject(
    @ReleaseNumber() number: number,
    @Body() body: RejectRelease,
    @Given() intent: Intent,
  ): Promise<Receipt> {
    return this.releases.decide('reject', number, body, intent);
  }

  @CommandRoute('releases/:number/withdraw', {
    roles: whoMay.release,
    summary: 'Take a release back: what is out is known all the same',
  })
  withdraw(
    @ReleaseNumber() number: number,
    @Body() body: WithdrawRelease,
    @Given() intent: Intent,
  ): Promise<Receipt> {
    return this.releases.decide('withdraw', number, body, intent);
  }

  @CreateRoute('figures', {
    roles: whoMay.prepare,
    summary: 'Record a figure that became public elsewhere',
    description: 'An attacker knows it from now on, and so does every attack.',
  })
  recordFigure(@Body() body: RecordFigure, @Given() intent: Intent): Promise<Receipt> {
    return answered(this.releases.recordFigure(body, intent));
  }
}
