import type { Status } from '../../goals/assess.js';
import type { Language } from './language.js';

/** A document in one language, before it is HTML or PDF. */
export interface ReportDocument {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  /** Where it comes from, line by line. */
  readonly facts: readonly string[];
  /** Told on every page where it is not published. */
  readonly draft?: string;
  readonly blocks: readonly Block[];
  /** ISO 8601, of a day: when it was published, or was opened. */
  readonly datedOn: string;
  readonly page: string;
}

export type Block =
  | {
      readonly kind: 'heading';
      readonly level: 2 | 3;
      readonly text: string;
      /** Whether it begins a page, on paper. */
      readonly onNewPage?: true;
    }
  | { readonly kind: 'text'; readonly text: string; readonly language?: Language }
  | { readonly kind: 'remark'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'status'; readonly status: Status; readonly text: string }
  | { readonly kind: 'chart'; readonly svg: string }
  | { readonly kind: 'notes'; readonly notes: readonly string[] }
  | Table;

export interface Table {
  readonly kind: 'table';
  readonly caption: string;
  readonly head: readonly string[];
  /** A row of one cell is a heading over the rows after it. */
  readonly rows: readonly (readonly Cell[])[];
  /** The column that takes the room that is left; the first without it. */
  readonly wide?: number;
  /** Columns of numbers, from 0. */
  readonly numbers: readonly number[];
}

export interface Cell {
  readonly text: string;
  /** Numbers of the notes about it. */
  readonly notes?: readonly number[];
  readonly status?: Status;
}

export const cell = (text: string): Cell => ({ text });
