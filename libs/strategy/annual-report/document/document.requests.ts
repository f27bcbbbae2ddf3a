import { IsCode } from '@sikkerby/http';
import { IsOptional } from 'class-validator';
import { ReportQuery } from '../report.requests.js';
import { documentFormats, type DocumentFormat } from './document-formats.js';
import { languages, type Language } from './language.js';

export class DocumentQuery extends ReportQuery {
  /** A page to read, a document to hand over, numbers for a spreadsheet, or all that it is made of. */
  @IsOptional()
  @IsCode(Object.keys(documentFormats))
  readonly format: DocumentFormat = 'html';

  /** Danish unless English is asked for; JSON has both. */
  @IsOptional()
  @IsCode(languages)
  readonly language: Language = 'da';
}
