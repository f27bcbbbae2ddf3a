import { IsCode } from '@sikkerby/http';
import type { Language } from '@sikkerby/reference';
import { IsOptional } from 'class-validator';

export class ExportDocumentIn {
  /** Danish unless English is asked for. */
  @IsOptional()
  @IsCode(['da', 'en'])
  readonly language: Language = 'da';
}
