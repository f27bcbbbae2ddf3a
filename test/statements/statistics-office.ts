import { expect } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { jsonBody, jsonOf } from '../support/json.js';
import { openedCase } from '../faults/opened-case.js';
import { Random } from '../golden-year/random.js';
import { openOffice } from '../read-log/office.js';
import { registered } from '../support/persons.js';
import { sendRequest } from '../support/send-request.js';

export interface Content {
  readonly measures: readonly {
    readonly measure: string;
    readonly value: number;
    readonly breakdowns: readonly {
      readonly by: string;
      readonly additive: boolean;
      readonly rows: readonly { readonly code: string; readonly value: number }[];
    }[];
  }[];
}
export interface Reproduced {
  readonly statement: { readonly status: string; readonly sha256: string; readonly cut: string };
  readonly content: Content;
  readonly isTheSame: boolean;
}
export interface Changes {
  readonly cells: readonly {
    readonly measure: string;
    readonly by?: string;
    readonly code?: string;
    readonly before: number;
    readonly after: number;
    readonly reasons: readonly {
      readonly reason: string;
      readonly change: number;
      readonly events: readonly { readonly type: string }[];
    }[];
  }[];
}
type Who = 'analyst' | 'other' | 'approver' | 'auditor' | 'ssp';

/** An office with 12 cases of 2017, and everybody who has to do with statements. */
export async function statisticsOffice() {
  const office = await openOffice();
  const tokens: Record<Who, string> = {
    analyst: await office.token('demo.analyst', 'analyst', []),
    other: await office.token('demo.other', 'analyst', []),
    approver: await office.token('demo.approver', 'report-approver', []),
    auditor: await office.token('demo.auditor', 'auditor', []),
    ssp: await office.token('demo.ssp', 'ssp-coordinator', ['noerrebro']),
  };
  const random = new Random(3);
  for (let number = 0; number < 12; number++) {
    const { stream, events } = openedCase(random);
    await office.system.store.append(stream, 'none', events);
  }

  async function read<Answer>(path: string, who: Who = 'analyst', headers = {}): Promise<Answer> {
    const { status, text } = await office.get(path, tokens[who], headers);
    expect([status, text]).toEqual([200, text]);
    return jsonOf<Answer>(text);
  }
  const base = '/statistics/statements';
  const person = () =>
    registered((path: string, body: object) => office.post<object>(path, tokens.ssp, body));

  return {
    ...office,
    tokens,
    read,
    ask: (path: string, who: Who, headers = {}) => office.get(path, tokens[who], headers),
    /** A command about statements, and the problem if there is one. */
    async send(path: string, who: Who, body: object, revision?: number, key?: string) {
      const answer = await sendRequest(`${office.address}${base}${path}`, {
        method: 'POST',
        headers: {
          ...{ authorization: `Bearer ${tokens[who]}`, 'content-type': 'application/json' },
          'idempotency-key': key ?? randomUUID(),
          ...(revision === undefined ? {} : { 'if-match': `"${String(revision)}"` }),
        },
        body: JSON.stringify(body),
      });
      const told = await jsonBody<{ revision?: number; rule?: string; type?: string }>(answer);
      return { status: answer.status, ...told };
    },
    statement: (number: number, year = 2017) =>
      read<Reproduced>(`${base}/${String(year)}/${String(number)}`),
    changes: (number: number, until?: number) =>
      read<Changes>(
        `${base}/2017/${String(number)}/changes${until ? `?until=${String(until)}` : ''}`,
      ),
    /** Somebody who is in the register. */
    person,
    /** Opens a case on the day, about somebody new unless they are named; its id. */
    async sspCase(occurredOn: string, about?: string): Promise<string> {
      const subject = about ?? (await person());
      const { id } = await office.post<{ id: string }>('/youth-concern/cases', tokens.ssp, {
        ...{ subject, occurredOn, district: 'noerrebro', level: 2, ownerTeam: 'team-1' },
        ...{ concernTypes: ['group'], track: 'ssp', description: 'Set ved skolen' },
      });
      return id;
    },
    act: (id: string, what: string, revision: number, body: object, token = tokens.ssp) =>
      office.post(`/youth-concern/cases/${id}/${what}`, token, body, revision),
    /** A command of SSP's coordinator. */
    sends: <Receipt>(path: string, body: object, revision?: number) =>
      office.post<Receipt>(path, tokens.ssp, body, revision),
  };
}
export type StatisticsOffice = Awaited<ReturnType<typeof statisticsOffice>>;
