import { Injectable } from '@nestjs/common';
import type { Decisions } from '@sikkerby/commands';
import type { Plain } from '@sikkerby/http';
import { Statements, type Reproduced } from '@sikkerby/statistics';
import type { PersonalData } from '@sikkerby/vault';
import type { NamedStatement } from '../report-state.js';
import { ReportNow } from '../report-now.js';
import { csvDocument } from './csv-document.js';
import { htmlDocument } from './html-document.js';
import type { Language } from './language.js';
import { pdfDocument } from './pdf-document.js';
import type { ReportContentAnswer } from './document.answers.js';
import type { DocumentFormat } from './document-formats.js';
import { reportDocument } from './report-document.js';
import { reportFigures } from './report-figures.js';

/** Reports as documents: their figures drawn up again from the statements that they quote. */
@Injectable()
export class ReportDocuments {
  constructor(
    private readonly now: ReportNow,
    private readonly statements: Statements,
  ) {}

  /** The same without a module to put it together. */
  static of(decisions: Decisions, personalData: PersonalData, statements: Statements) {
    return new ReportDocuments(new ReportNow(decisions, personalData), statements);
  }

  /** @param version one that was published @throws Problem when there is none */
  async write(
    year: number,
    format: DocumentFormat,
    language: Language,
    version?: number,
  ): Promise<Buffer> {
    const content = await this.content(year, version);
    switch (format) {
      case 'json':
        return Buffer.from(JSON.stringify(content));
      case 'csv':
        return Buffer.from(csvDocument(content, language));
      case 'html':
        return Buffer.from(htmlDocument(reportDocument(content, language)));
      case 'pdf':
        return pdfDocument(reportDocument(content, language));
    }
  }

  private async content(year: number, version?: number): Promise<Plain<ReportContentAnswer>> {
    const report = await this.now.of(year, version);
    if (!report.figures) return { report };
    const { before: past } = report.figures;
    const now = await this.quoted(year, report.figures);
    const before = past && (await this.quoted(year - 1, past));
    const measures = [now, before].flatMap((one) =>
      one ? this.statements.measuresOf(one.statement) : [],
    );
    return {
      ...{ report, statement: usedOf(now) },
      ...(before && { before: usedOf(before) }),
      figures: reportFigures(
        measures,
        (measure) => this.statements.measures.countsPersons(measure),
        now.content,
        before?.content,
      ),
    };
  }

  /** The statement with the bytes that were frozen, or none: a figure never changes silently. */
  private async quoted(year: number, { statement, sha256 }: NamedStatement): Promise<Reproduced> {
    const found = await this.statements.reproduce(year, statement);
    if (found.isTheSame && found.statement.sha256 === sha256) return found;
    throw new Error(`statement ${String(statement)} of ${String(year)} is not what was frozen`);
  }
}

function usedOf({ statement: { year, number, cut } }: Reproduced) {
  return { year, number, cut };
}
