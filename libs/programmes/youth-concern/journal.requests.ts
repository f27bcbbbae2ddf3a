import { IsOptional } from 'class-validator';
import { IsCode } from './code-validators.js';
import type { Language } from './vocabulary.js';

export class JournalQuery {
  /** Danish unless English is asked for. */
  @IsOptional()
  @IsCode(['da', 'en'])
  readonly language: Language = 'da';
}
