import { invalidRequest, type Plain } from '@sikkerby/http';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** Which part of a list. */
export class PageQuery {
  /** How many at most; 50 when left out. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  readonly limit: number = 50;

  /** `next` of the page before; the beginning when left out. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  readonly cursor?: string;
}

/** The place in a list after which a page begins: what the list is sorted by, as texts. */
export type Place = readonly [string, string];

const start: Place = ['', ''];

/** @throws Problem when the cursor is none of ours */
export function placeOf({ cursor }: Plain<PageQuery>): Place {
  if (cursor === undefined) return start;
  const text = Buffer.from(cursor, 'base64url').toString();
  const [first, second, ...others] = text.split('\n');
  const isPlace = others.length === 0 && !text.includes('\0');
  if (!isPlace || first === undefined || second === undefined) {
    throw invalidRequest('cursor', 'cursor must be the `next` of an earlier page');
  }
  return [first, second];
}

/** One page of rows that were read one further than the limit, to know whether there are more. */
export function page<Row>(
  rows: readonly Row[],
  { limit }: Plain<PageQuery>,
  placeOfRow: (row: Row) => Place,
): { items: Row[]; next?: string } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  if (rows.length <= limit || last === undefined) return { items };
  return { items, next: Buffer.from(placeOfRow(last).join('\n')).toString('base64url') };
}
