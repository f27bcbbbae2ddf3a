import type { Plain } from '@sikkerby/http';
import type { DrawnRelease } from './drafts.js';
import type { ListedFile } from '../formats/published-release.js';
import type {
  CheckAnswer,
  PublicFigureAnswer,
  ReleaseAnswer,
  ReleaseInLedgerAnswer,
} from '../publication.answers.js';
import type { PublicFigure, Release } from './release.js';

export function inLedger(release: Release): Plain<ReleaseInLedgerAnswer> {
  const { number, year, statement, status, preparedBy, preparedOn, certificate } = release;
  const { releasedOn, filesSha256 } = release;
  return {
    ...{ number, year, statement, status, preparedBy, preparedOn, certificate: { ...certificate } },
    ...(releasedOn && { releasedOn }),
    ...(filesSha256 && { filesSha256 }),
  };
}

export function told(release: Release, files: readonly ListedFile[]): Plain<ReleaseAnswer> {
  return {
    ...inLedger(release),
    tables: release.tables.map(({ id, title, dimensions, values }) => ({
      ...{ id, title, values: [...values] },
      dimensions: dimensions.map(({ by, title, codes }) => ({ by, title, codes: [...codes] })),
    })),
    files: files.map(({ name, mediaType }) => ({ name, mediaType })),
  };
}

export function toldOfFigure(figure: PublicFigure): Plain<PublicFigureAnswer> {
  const { codes, ...rest } = figure;
  const counts = Object.entries(codes).flatMap(([by, some]) => some.map((code) => `${by}=${code}`));
  return { ...rest, counts };
}

export function checked(
  { year, statement }: { readonly year: number; readonly statement: number },
  { draft, openings, tables }: DrawnRelease,
): Plain<CheckAnswer> {
  const { opened, smallChanges } = openings;
  return {
    ...{ year, statement, isSafe: opened.length === 0 && smallChanges.length === 0 },
    tables: tables.map(({ coarser, refused, ...table }) => ({
      ...table,
      ...(refused && { refused: [...refused] }),
      ...(coarser && { coarser: { by: coarser.by, together: [...coarser.together] } }),
    })),
    ...{ opened: [...opened], smallChanges: [...smallChanges] },
    certificate: { ...draft.certificate },
  };
}
