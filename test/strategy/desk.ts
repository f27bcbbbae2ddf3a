import { randomUUID } from 'node:crypto';
import type { Role } from '@sikkerby/access';
import { takeInSeeds } from '@sikkerby/reference-routes';
import { takeInPrintedFigures } from '@sikkerby/strategy';
import { jsonBody, jsonOf } from '../support/json.js';
import { openOffice } from '../read-log/office.js';
import { sendRequest } from '../support/send-request.js';
import { writing } from '../support/writing.js';

export interface Told {
  readonly status: number;
  readonly id?: string;
  readonly revision?: number;
  readonly position?: string;
  readonly rule?: string;
}

/** The API with its seeds, and a way to ask it as anybody. */
export async function openDesk() {
  const office = await openOffice();
  await takeInSeeds(writing(office.system));
  await takeInPrintedFigures(writing(office.system));
  const tokenOf = (role: Role, user = `probe.${role}`) => office.token(user, role, []);

  const desk = {
    ...{ office, tokenOf },
    /** A command; without a revision one that begins something. */
    async post(
      path: string,
      body: object,
      how: { revision?: number; role?: Role; user?: string; key?: string } = {},
    ): Promise<Told> {
      const { revision, role = 'analyst', user, key = randomUUID() } = how;
      const answer = await sendRequest(office.address + path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await tokenOf(role, user)}`,
          ...{ 'content-type': 'application/json', 'idempotency-key': key },
          ...(revision === undefined ? {} : { 'if-match': `"${String(revision)}"` }),
        },
        body: JSON.stringify(body),
      });
      const told = await jsonBody<Omit<Told, 'status'>>(answer);
      return { ...told, status: answer.status };
    },
    /** The answer to a question, once everything recorded can be seen. */
    async ask<Answer>(path: string, role: Role = 'analyst'): Promise<Answer> {
      const { position } = await office.system.store.head();
      const answer = await office.get(path, await tokenOf(role), { 'x-min-position': position });
      if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
      return jsonOf<Answer>(answer.text);
    },
    async refused(path: string, role: Role): Promise<number> {
      return (await office.get(path, await tokenOf(role))).status;
    },
    /** How many events the log has. */
    events: async () => (await office.log()).length,
    /** Freezes the year as it stands; approved by another unless that is left to the test. */
    async statementOf(year: number, isApproved = true): Promise<Frozen> {
      const path = `/statistics/statements/${String(year)}`;
      const { revision = 0 } = await desk.post(`${path}/freeze`, { kind: 'preliminary' });
      const { statements } = await desk.ask<{ statements: Named[] }>(path);
      const { number, sha256 } = statements.at(-1) ?? { number: 0, sha256: '' };
      const frozen = { statement: number, sha256, revision };
      if (isApproved) await desk.approve(year, frozen);
      return frozen;
    },
    async approve(year: number, { statement, revision }: Frozen): Promise<void> {
      const path = `/statistics/statements/${String(year)}/${String(statement)}/approve`;
      const { status } = await desk.post(path, {}, { revision, role: 'report-approver' });
      if (status !== 200) throw new Error(`${path}: ${String(status)}`);
    },
  };
  return desk;
}

/** A statement as a report names it, and the revision of its year's stream when it was frozen. */
export interface Frozen {
  readonly statement: number;
  readonly sha256: string;
  readonly revision: number;
}
interface Named {
  readonly number: number;
  readonly sha256: string;
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;
