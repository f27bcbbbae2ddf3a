import 'reflect-metadata';
import type { Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { TableRow } from './read-table.js';

/** What is wrong in a row; never the value itself. */
export interface RowError {
  readonly line: number;
  /** Name of the column; of a rule that refuses the row, none. */
  readonly column?: string;
  readonly detail: string;
}

/** A row as the request that the API would take, or what is wrong with it. */
export function requestOf(
  request: Type<object>,
  { line, cells }: TableRow,
): { readonly body: object; readonly errors: readonly RowError[] } {
  const plain = Object.fromEntries(
    Object.entries(cells).map(([field, cell]) => [field, typed(request, field, cell)]),
  );
  const body = plainToInstance(request, plain);
  const wrong = validateSync(body, {
    ...{ whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true },
    validationError: { target: false, value: false },
  });
  return { body, errors: wrong.flatMap((error) => told(line, error)) };
}

function told(line: number, { property, constraints = {} }: ValidationError): RowError[] {
  // The name of a column that is no field may be anything: of a list without a head line, a person's.
  if ('whitelistValidation' in constraints) {
    return [{ line, detail: 'a column of the head line is no field' }];
  }
  return Object.values(constraints).map((detail) => ({ line, column: property, detail }));
}

const words: Readonly<Record<string, boolean>> = {
  ...{ true: true, ja: true, yes: true, '1': true },
  ...{ false: false, nej: false, no: false, '0': false },
};

/** A cell in the type of its field: lists are separated by commas, numbers may have a comma. */
function typed(request: Type<object>, field: string, cell: unknown): unknown {
  if (typeof cell !== 'string') return cell;
  const prototype = request.prototype as object;
  switch (Reflect.getMetadata('design:type', prototype, field)) {
    case Boolean:
      return words[cell.toLowerCase()] ?? cell;
    case Number:
      return /^-?\d+([.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : cell;
    case Array:
      return cell.split(',').map((one) => one.trim());
    default:
      return cell;
  }
}
