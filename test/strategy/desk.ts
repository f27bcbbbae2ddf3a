import { randomUUID } from 'node:crypto';
import type { Role } from '@sikkerby/access';
import { takeInSeeds } from '@sikkerby/reference-data';
import { ApprovedStatements, takeInPrintedFigures, type Statement } from '@sikkerby/strategy';
import { contexts } from '@sikkerby/system';
import { openOffice } from '../read-log/office.js';

export interface Told {
  readonly status: number;
  readonly id?: string;
  readonly revision?: number;
  readonly position?: string;
  readonly rule?: string;
}

/** Statements that a test says there are, in the place of those that statistics keeps. */
export class ToldStatements extends ApprovedStatements {
  readonly known = new Map<string, Statement>();

  find(id: string): Promise<Statement | undefined> {
    return Promise.resolve(this.known.get(id));
  }
}

/** The API with its seeds, statements that can be told, and a way to ask it as anybody. */
export async function openDesk() {
  const statements = new ToldStatements();
  const provided = { provide: ApprovedStatements, useValue: statements };
  const office = await openOffice(() => ({
    programmes: contexts.map((context) =>
      context.name === 'annual-report'
        ? { ...context, providers: [...context.providers, provided] }
        : context,
    ),
  }));
  await takeInSeeds(office.system.store);
  await takeInPrintedFigures(office.system.store);
  const tokenOf = (role: Role, user = `probe.${role}`) => office.token(user, role, []);

  return {
    ...{ office, statements, tokenOf },
    /** A command; without a revision one that begins something. */
    async post(
      path: string,
      body: object,
      how: { revision?: number; role?: Role; user?: string; key?: string } = {},
    ): Promise<Told> {
      const { revision, role = 'analyst', user, key = randomUUID() } = how;
      const answer = await fetch(office.address + path, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await tokenOf(role, user)}`,
          ...{ 'content-type': 'application/json', 'idempotency-key': key },
          ...(revision === undefined ? {} : { 'if-match': `"${String(revision)}"` }),
        },
        body: JSON.stringify(body),
      });
      const told = (await answer.json()) as Omit<Told, 'status'>;
      return { ...told, status: answer.status };
    },
    /** The answer to a question, once everything recorded can be seen. */
    async ask<Answer>(path: string, role: Role = 'analyst'): Promise<Answer> {
      const { position } = await office.system.store.head();
      const answer = await office.get(path, await tokenOf(role), { 'x-min-position': position });
      if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
      return JSON.parse(answer.text) as Answer;
    },
    async refused(path: string, role: Role): Promise<number> {
      return (await office.get(path, await tokenOf(role))).status;
    },
    /** How many events the log has. */
    events: async () => (await office.log()).length,
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;
