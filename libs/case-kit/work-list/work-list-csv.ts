import { spreadsheet, type Plain } from '@sikkerby/http';
import { About, type Seen } from '@sikkerby/access';
import type { WorkListQuery } from '../programme/unit.requests.js';
import type { WorkListItem, WorkListPage } from './work-list.view.js';

const columns = [
  'unitId',
  'name',
  'status',
  'district',
  'assignedTo',
  'beganOn',
  'dueOn',
  'overdue',
  'codes',
] as const;

/** Units in an export at most. */
const longest = 10_000;

/** Every page of a list as one CSV, and everybody whom it shows. */
export async function wholeList(
  page: (asked: Plain<WorkListQuery>) => Promise<About<Plain<WorkListPage>>>,
  asked: Plain<WorkListQuery>,
): Promise<About<string>> {
  const items: Plain<WorkListItem>[] = [];
  const seen: Seen[] = [];
  let cursor = asked.cursor;
  do {
    const from = { ...asked, limit: 100, ...(cursor === undefined ? {} : { cursor }) };
    const found = await page(from);
    items.push(...found.answer.items);
    seen.push(...found.seen);
    cursor = found.answer.next;
  } while (cursor !== undefined && items.length < longest);
  const filters = { ...asked, cursor: undefined, limit: undefined };
  return new About(workListCsv(items, filters), seen);
}

/** A list as CSV for Danish Excel. The first line says what was asked for. */
export function workListCsv(
  items: readonly Plain<WorkListItem>[],
  filters: Readonly<Record<string, unknown>>,
): string {
  const asked = Object.entries(filters)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${String(value)}`);
  const rows = items.map(({ codes, ...item }) => {
    const told = Object.entries(codes).map(([code, value]) => `${code}=${String(value)}`);
    const cells: Readonly<Record<string, unknown>> = { ...item, codes: told.join(' ') };
    return columns.map((column) => cells[column] ?? '');
  });
  return spreadsheet([['filters', ...asked], columns, ...rows]);
}
