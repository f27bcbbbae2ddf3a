import { randomUUID } from 'node:crypto';
import { jsonBody } from '../support/json.js';
import { registered } from '../support/persons.js';

const newCase = {
  ...{ district: 'noerrebro', level: 2, track: 'ssp', concernTypes: ['worrying-behaviour'] },
  ...{ ownerTeam: 'ssp-noerrebro', description: 'Opdigtet beskrivelse til demonstration.' },
  occurredOn: '2017-03-01',
};

/** The ids of so many new cases, each about somebody of their own, once they are in the lists. */
export async function openedCases(
  port: number,
  authorization: string,
  count: number,
): Promise<string[]> {
  const address = `http://127.0.0.1:${String(port)}`;
  const ids: string[] = [];
  let position = '';
  for (let number = 0; number < count; number += 1) {
    const subject = await registered(sends);
    const opened = await sends('/youth-concern/cases', { ...newCase, subject });
    const receipt = opened as { id: string; position: string };
    ids.push(receipt.id);
    position = receipt.position;
  }
  const headers = { authorization, 'x-min-position': position };
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if ((await fetch(`${address}/youth-concern/cases`, { headers })).ok) return ids;
  }
  throw new Error('the projector does not come after');

  async function sends(path: string, body: object): Promise<object> {
    const answer = await fetch(address + path, {
      method: 'POST',
      headers: {
        ...{ authorization, 'content-type': 'application/json' },
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(body),
    });
    return await jsonBody<object>(answer);
  }
}
