import { randomUUID } from 'node:crypto';
import type { Role } from '@sikkerby/access';
import { jsonBody } from '../../support/json.js';
import type { Token } from '../play.js';
import { sendRequest, type HttpAnswer } from '../../support/send-request.js';

export interface DemoCalls {
  /** As an analyst. */
  readonly ask: (path: string) => Promise<HttpAnswer>;
  readonly send: (
    role: Role,
    path: string,
    body: object,
    revision?: number,
  ) => Promise<{ readonly revision: number }>;
}

/** Requests to the demo's API, each as its role; one that is refused ends the demo. */
export function demoCalls(api: string, token: Token): DemoCalls {
  return {
    async ask(path) {
      const headers = { authorization: `Bearer ${await token('analyst')}` };
      const answer = await sendRequest(api + path, { headers });
      if (!answer.ok) throw new Error(`GET ${path}: ${await answer.text()}`);
      return answer;
    },
    async send(role, path, body, revision) {
      const answer = await sendRequest(api + path, {
        method: 'POST',
        headers: {
          ...{ authorization: `Bearer ${await token(role)}`, 'content-type': 'application/json' },
          'idempotency-key': randomUUID(),
          ...(revision === undefined ? {} : { 'if-match': `"${String(revision)}"` }),
        },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`POST ${path}: ${await answer.text()}`);
      return await jsonBody<{ readonly revision: number }>(answer);
    },
  };
}
