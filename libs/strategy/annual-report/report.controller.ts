import { Body, Controller, Param, Query, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiExtraModels, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { Intent, Receipt } from '@sikkerby/commands';
import {
  CommandRoute,
  CreateRoute,
  Dated,
  Given,
  Problem,
  QueryRoute,
  type Plain,
} from '@sikkerby/http';
import { ReadModels } from '@sikkerby/projections';
import type { FastifyReply } from 'fastify';
import { readers, secretariat } from '../roles.js';
import { ReportContentAnswer } from './document/document.answers.js';
import { documentFormats } from './document/document-formats.js';
import { DocumentQuery } from './document/document.requests.js';
import { ReportDocuments } from './document/report-documents.js';
import { AnnualReportAnswer, ReportInList } from './report.answers.js';
import { ReportCommands } from './report-commands.js';
import { ReportNow } from './report-now.js';
import {
  AttachAssessment,
  DescribePrinciple,
  FreezeFigures,
  OpenReport,
  ReportQuery,
  ReturnReport,
  ReviseReport,
} from './report.requests.js';
import { reportsOf } from './reports.view.js';

const work = { roles: secretariat } as const;

/** The `:year` of the path, or there is no such report. */
const Year = () =>
  Param('year', {
    transform: (year: string) => {
      if (!/^20\d\d$/.test(year)) throw new Problem('not-found');
      return Number(year);
    },
  });

/** One report a year to the Finance Committee, from the secretariat through the steering group. */
@Controller('annual-reports')
@ApiTags('annual-report')
@ApiBearerAuth()
@ApiExtraModels(ReportContentAnswer)
export class AnnualReportController {
  constructor(
    private readonly commands: ReportCommands,
    private readonly now: ReportNow,
    private readonly documents: ReportDocuments,
    private readonly readModels: ReadModels,
  ) {}

  @QueryRoute('', {
    roles: readers,
    summary: 'Which reports are there, and how far are they?',
    answer: { type: ReportInList, isArray: true },
  })
  list(): Promise<Plain<ReportInList>[]> {
    return reportsOf(this.readModels);
  }

  @QueryRoute(':year', {
    roles: readers,
    summary: 'The report of a year, with everything that it is made of',
    answer: { type: AnnualReportAnswer },
  })
  report(
    @Year() year: number,
    @Query() { version }: ReportQuery,
  ): Promise<Plain<AnnualReportAnswer>> {
    return this.now.of(year, version);
  }

  @QueryRoute(':year/document', {
    roles: readers,
    summary: 'The report of a year as a document for the committee',
    description:
      'Totals from the statements that it quotes; what could point at somebody is withheld. A draft says that it is one.',
    answer: {
      description: 'The document; `json` is what it is made of',
      content: {
        'text/html': { schema: { type: 'string' } },
        'application/pdf': { schema: { type: 'string', format: 'binary' } },
        'text/csv': { schema: { type: 'string' } },
        'application/json': { schema: { $ref: getSchemaPath(ReportContentAnswer) } },
      },
    },
  })
  async document(
    @Year() year: number,
    @Query() { format, language, version }: DocumentQuery,
    @Res({ passthrough: true }) reply: Pick<FastifyReply, 'type'>,
  ): Promise<Buffer> {
    const written = await this.documents.write(year, format, language, version);
    void reply.type(documentFormats[format]);
    return written;
  }

  @CreateRoute('', { ...work, summary: 'Open the report of a year that is over' })
  open(@Body() body: OpenReport, @Given() intent: Intent): Promise<Receipt> {
    return this.commands.open(body, intent);
  }

  @CommandRoute(':year/freeze-figures', {
    ...work,
    summary: 'Take the figures from an approved statement, for good',
  })
  freezeFigures(
    @Year() year: number,
    @Body() body: FreezeFigures,
    @Given() intent: Intent,
  ): Promise<Receipt> {
    return this.commands.freezeFigures(year, body, intent);
  }

  @CommandRoute(':year/assess-goals', {
    ...work,
    summary: 'Pin how the goals stand, as everything is known now',
  })
  assessGoals(
    @Year() year: number,
    @Body() body: Dated,
    @Given() intent: Intent,
  ): Promise<Receipt> {
    return this.commands.assessGoals(year, body, intent);
  }

  @CommandRoute(':year/attach-assessment', {
    roles: [...secretariat, 'police-liaison', 'ssp-coordinator'],
    summary: 'Attach the professional assessment of the police, or of SSP',
  })
  attachAssessment(
    @Year() year: number,
    @Body() body: AttachAssessment,
    @Given() intent: Intent,
  ): Promise<Receipt> {
    return this.commands.attachAssessment(year, body, intent);
  }

  @CommandRoute(':year/describe-principle', {
    ...work,
    summary: 'Say how a principle was worked with',
  })
  describePrinciple(
    @Year() year: number,
    @Body() body: DescribePrinciple,
    @Given() intent: Intent,
  ): Promise<Receipt> {
    return this.commands.describePrinciple(year, body, intent);
  }

  @CommandRoute(':year/send-to-steering-group', {
    ...work,
    summary: 'Send it to the steering group',
  })
  sendToSteeringGroup(
    @Year() year: number,
    @Body() body: Dated,
    @Given() intent: Intent,
  ): Promise<Receipt> {
    return this.commands.give(year, 'send-to-steering-group', body, intent);
  }

  @CommandRoute(':year/return-to-preparation', {
    roles: [...secretariat, 'report-approver'],
    summary: 'Prepare it further: it takes the same steps again',
  })
  returnToPreparation(
    @Year() year: number,
    @Body() body: ReturnReport,
    @Given() intent: Intent,
  ): Promise<Receipt> {
    return this.commands.give(year, 'return-to-preparation', body, intent);
  }

  @CommandRoute(':year/pass-steering-group', {
    ...work,
    summary: 'Record that it is through the steering group',
  })
  passSteeringGroup(
    @Year() year: number,
    @Body() body: Dated,
    @Given() intent: Intent,
  ): Promise<Receipt> {
    return this.commands.give(year, 'pass-steering-group', body, intent);
  }

  @CommandRoute(':year/approve', {
    roles: ['report-approver'],
    summary: 'Approve it: not who froze its figures',
  })
  approve(@Year() year: number, @Body() body: Dated, @Given() intent: Intent): Promise<Receipt> {
    return this.commands.give(year, 'approve', body, intent);
  }

  @CommandRoute(':year/publish', { ...work, summary: 'Publish it' })
  publish(@Year() year: number, @Body() body: Dated, @Given() intent: Intent): Promise<Receipt> {
    return this.commands.publish(year, body, intent);
  }

  @CommandRoute(':year/revise', {
    ...work,
    summary: 'Begin a new version of a published report',
    description: 'It takes the same steps; the versions before it stay as they were published.',
  })
  revise(
    @Year() year: number,
    @Body() body: ReviseReport,
    @Given() intent: Intent,
  ): Promise<Receipt> {
    return this.commands.give(year, 'revise', body, intent);
  }
}
