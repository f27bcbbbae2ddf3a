import { IsCode } from '@sikkerby/http';
import { IsOptional } from 'class-validator';
import type { Language } from './words.js';

export class JournalQuery {
  /** Danish unless English is asked for. */
  @IsOptional()
  @IsCode(['da', 'en'])
  readonly language: Language = 'da';
}
