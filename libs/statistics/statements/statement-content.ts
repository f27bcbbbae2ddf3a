import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** One row of a breakdown: only codes that occur, in code units. */
export interface RowContent {
  readonly code: string;
  readonly value: number;
}

export interface BreakdownContent {
  readonly by: string;
  readonly additive: boolean;
  readonly rows: readonly RowContent[];
}

/** What a measure comes to, whole and split every way that it can be. */
export interface MeasureContent {
  readonly measure: string;
  readonly version: number;
  readonly value: number;
  /** In per cent with one decimal. */
  readonly share?: string;
  readonly precision?: 'about';
  readonly breakdowns: readonly BreakdownContent[];
}

/** A year's figures as they stood at a cut: codes and whole numbers, no words, nobody. */
export interface StatementContent {
  readonly format: 'sikker-by.statement.v1';
  readonly year: number;
  readonly cut: string;
  readonly cutAt: string;
  readonly measures: readonly MeasureContent[];
}

/**
 * The statement as it is hashed and handed out: JSON in the canonical form of RFC 8785, so that it
 * depends on no order of rows, locale or version of a library.
 */
export function canonicalText(content: object): string {
  const text = canonicalize(content);
  if (text === undefined) throw new Error('there is nothing to write');
  return text.normalize('NFC');
}

/** SHA-256, hex, of the text in UTF-8. */
export function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
