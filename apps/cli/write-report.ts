import { Statements } from '@sikkerby/statistics';
import { writeFile } from 'node:fs/promises';
import { Decisions } from '@sikkerby/commands';
import { Problem } from '@sikkerby/http';
import {
  documentFormats,
  languages,
  ReportDocuments,
  reportReaders,
  type DocumentFormat,
  type Language,
} from '@sikkerby/strategy';
import { Option, type Command } from 'commander';
import { UserError, works, type Answer, type House } from './program.js';
import { understood, wholeNumber } from './understood.js';
import { whoMayAsk } from './who-asks.js';

interface ReportOptions {
  readonly year: string;
  readonly format: DocumentFormat;
  readonly language: Language;
  readonly edition?: string;
  readonly out?: string;
}

/** Under `sikkerby statistics`: the annual report as a document. */
export function addReport(group: Command): void {
  works<ReportOptions>(
    group
      .command('report')
      .requiredOption('--year <year>', 'that it is about')
      .addOption(
        new Option('--format <format>', 'what it is written as')
          .choices(Object.keys(documentFormats))
          .default('pdf'),
      )
      .addOption(
        new Option('--language <language>', 'Danish or English; json has both')
          .choices([...languages])
          .default('da'),
      )
      .option('--edition <number>', 'a version that was published; the newest without it')
      .option('--out <file>', 'where to; sikker-by-<year>.<language>.<format> without it')
      .description(
        'write the annual report to the Finance Committee; SIKKERBY_TOKEN: who reads it',
      ),
    report,
  );
}

async function report(house: House, options: ReportOptions): Promise<Answer> {
  const { format, language, edition } = options;
  const year = wholeNumber(options.year, '--year');
  const version = edition === undefined ? undefined : wholeNumber(edition, '--edition');
  const file = options.out ?? `sikker-by-${String(year)}.${language}.${format}`;
  await whoMayAsk(house, reportReaders);
  const statements = house.of(Statements);
  const documents = ReportDocuments.of(new Decisions(house.store), house.personalData, statements);
  const written = await understood(found(documents.write(year, format, language, version)));
  await writeFile(file, written);
  return {
    json: { year, format, language, file, bytes: written.length },
    text: `${file}: ${String(written.length)} bytes`,
  };
}

async function found(document: Promise<Buffer>): Promise<Buffer> {
  try {
    return await document;
  } catch (error) {
    if (error instanceof Problem) throw new UserError('there is no such report');
    throw error;
  }
}
