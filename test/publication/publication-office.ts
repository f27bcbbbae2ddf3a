import { randomUUID } from 'node:crypto';
import type { NewEvent } from '@sikkerby/event-store';
import { addDays, day } from '@sikkerby/kernel';
import { Drafts, Releases } from '@sikkerby/publication';
import { jsonBody } from '../support/json.js';
import { opening } from '../golden-year/city.js';
import { Random } from '../golden-year/random.js';
import { statisticsOffice, type Reproduced } from '../statements/statistics-office.js';
import { sendRequest } from '../support/send-request.js';

export interface Told {
  readonly status: number;
  readonly revision?: number;
  readonly rule?: string;
  readonly type?: string;
}
export interface Checked {
  readonly isSafe: boolean;
  readonly opened: readonly string[];
  readonly smallChanges: readonly string[];
  readonly tables: readonly {
    readonly id: string;
    readonly cells: number;
    readonly hidden: number;
    readonly refused?: readonly string[];
    readonly coarser?: { readonly by: string };
  }[];
  readonly certificate: { readonly modelSha256: string; readonly attacked: number };
}
export interface ReleaseTold {
  readonly number: number;
  readonly year: number;
  readonly status: string;
  readonly filesSha256?: string;
  readonly tables: readonly {
    readonly id: string;
    readonly dimensions: readonly { readonly codes: readonly { readonly code: string }[] }[];
    readonly values: readonly (number | null)[];
  }[];
  readonly files: readonly { readonly name: string; readonly mediaType: string }[];
}
export interface LedgerTold {
  readonly revision?: number;
  readonly releases: readonly Omit<ReleaseTold, 'tables' | 'files'>[];
  readonly figures: readonly { readonly measure: string; readonly low: number }[];
  readonly held: readonly { readonly year: number; readonly statement: number }[];
}

/** An office that publishes: its cases are spread over the city as the demo's are. */
export async function publicationOffice(seed = 11) {
  const office = await statisticsOffice();
  const random = new Random(seed);
  const actor = { user: 'demo', role: 'ssp-caseworker', organisation: 'demo' };

  async function command(
    path: string,
    who: 'analyst' | 'approver' | 'other' | 'auditor',
    body: object,
    revision?: number,
    key: string = randomUUID(),
  ): Promise<Told> {
    const answer = await sendRequest(`${office.address}/publication${path}`, {
      method: 'POST',
      headers: {
        ...{ authorization: `Bearer ${office.tokens[who]}`, 'content-type': 'application/json' },
        'idempotency-key': key,
        ...(revision === undefined ? {} : { 'if-match': `"${String(revision)}"` }),
      },
      body: JSON.stringify(body),
    });
    return { status: answer.status, ...(await jsonBody<object>(answer)) };
  }
  const ledger = () => office.read<LedgerTold>('/publication/ledger');

  return {
    ...office,
    command,
    ledger,
    check: (year: number, statement: number) =>
      office.read<Checked>(
        `/publication/check?year=${String(year)}&statement=${String(statement)}`,
      ),
    release: (number: number) =>
      office.read<ReleaseTold>(`/publication/releases/${String(number)}`),
    /** Opens cases in a year; their streams. */
    async cases(year: number, count: number): Promise<string[]> {
      const streams: string[] = [];
      for (let number = 0; number < count; number++) {
        const occurredOn = addDays(day(`${String(year)}-02-01`), random.whole(0, 300));
        const { person, ...coded } = opening(random, number, occurredOn);
        const data = {
          ...{ ...coded, subject: random.uuid(), ageAtOpening: random.whole(10, 17) },
          ...{ gender: person.gender, reports: [] },
          description: { vault: random.uuid(), digest: 'none' },
        };
        const envelope = { id: random.uuid(), occurredOn, actor, correlationId: random.uuid() };
        const type = 'youth-concern.case-opened.v1';
        const stream = `youth_concern-${random.uuid()}`;
        await office.system.store.append(stream, 'none', [{ ...envelope, type, data }]);
        streams.push(stream);
      }
      return streams;
    },
    /** It was no case after all. */
    async voidCase(stream: string, occurredOn: string): Promise<void> {
      const event: NewEvent = {
        ...{ id: random.uuid(), type: 'youth-concern.case-voided.v1', data: {}, actor },
        ...{ occurredOn: day(occurredOn), correlationId: random.uuid(), reason: 'entered-twice' },
      };
      await office.system.store.append(stream, 'exists', [event]);
    },
    /** An approved statement of the year: its number. */
    async statementOf(year: number, kind: 'final' | 'revision'): Promise<number> {
      await office.send(`/${String(year)}/freeze`, 'analyst', { kind });
      const { statements, revision } = await office.read<{
        statements: readonly { readonly number: number }[];
        revision: number;
      }>(`/statistics/statements/${String(year)}`);
      const number = statements.length;
      await office.send(`/${String(year)}/${String(number)}/approve`, 'approver', {}, revision);
      return number;
    },
    /** Prepares and releases a statement; whether it went out or was held. */
    async publish(year: number, statement: number): Promise<'released' | 'held'> {
      const before = (await ledger()).releases.length;
      const prepared = await command('/releases', 'analyst', { year, statement });
      if (prepared.status !== 201) throw new Error(JSON.stringify(prepared));
      const { releases, revision } = await ledger();
      if (releases.length === before) return 'held';
      const out = await command(
        `/releases/${String(releases.length)}/release`,
        'approver',
        {},
        revision,
      );
      if (out.status !== 200) throw new Error(JSON.stringify(out));
      return 'released';
    },
    /** What the attacker opens of all that is out. */
    async attack() {
      const { ledger: known } = await office.app.get(Releases).ledger();
      return office.app.get(Drafts).attack(known);
    },
    statementContent: (year: number, number: number) =>
      office.read<Reproduced>(`/statistics/statements/${String(year)}/${String(number)}`),
  };
}
export type PublicationOffice = Awaited<ReturnType<typeof publicationOffice>>;
