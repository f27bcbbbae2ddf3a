import type { Words } from '@sikkerby/statistics';

export interface PublishedDimension {
  readonly by: string;
  readonly title: Words;
  /** `total` first. */
  readonly codes: readonly { readonly code: string; readonly title: Words }[];
}

export interface PublishedCell {
  /** One for each dimension, in their order. */
  readonly codes: readonly string[];
  /** `null` where it is hidden, whatever the reason; a zero is 0. */
  readonly value: number | null;
}

/** The figures of one measure and one year, split in one way. */
export interface PublishedTable {
  /** For example `leisure-job.persons.by-district-and-age`. */
  readonly id: string;
  /** Of the measure and how it is split. */
  readonly title: Words;
  readonly measure: string;
  readonly version: number;
  readonly year: number;
  readonly unit: Words;
  /** None where there is only the total. */
  readonly dimensions: readonly PublishedDimension[];
  /** Every combination of codes, row-major in the order of the dimensions. */
  readonly cells: readonly PublishedCell[];
  readonly footnotes: readonly Words[];
}

/** Everything that leaves the house at once; there is nothing in it that may not be known. */
export interface PublishedRelease {
  readonly number: number;
  readonly year: number;
  /** A day. */
  readonly releasedOn: string;
  /** Of the year's statements; not its digest, which would confirm a guess at what is hidden. */
  readonly statement: number;
  readonly tables: readonly PublishedTable[];
}

/** A file of a release: UTF-8, NFC, lines ending in `\n`, no byte order mark. */
export interface PublishedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly text: string;
}

/** What is known of a file once it was rendered: enough to tell whether it comes out the same. */
export interface ListedFile extends Omit<PublishedFile, 'text'> {
  readonly byteSize: number;
  /** SHA-256, hex, of its text. */
  readonly sha256: string;
}
