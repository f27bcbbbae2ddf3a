import { randomUUID } from 'node:crypto';

/** Somebody who cannot be: nobody is called this. */
const person = { name: 'Prøve Opdigtet', birthDate: '2004-05-17', gender: 'male' };

/** The reference of a made-up young person, for a first case; registered at the first start. */
export async function demoPerson(address: string, token: string): Promise<string> {
  const { name, birthDate } = person;
  const found = await ask<{ items: { subject: string }[]; searchToken: string }>('search', {
    ...{ name, birthDate },
  });
  const { searchToken, items } = found;
  if (items[0]) return items[0].subject;
  return (await ask<{ subject: string }>('persons', { ...person, searchToken })).subject;

  async function ask<Answer>(path: string, body: object): Promise<Answer> {
    const answer = await fetch(`${address}/people/youth-concern/${path}`, {
      method: 'POST',
      headers: {
        ...{ authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`the demo person: ${String(answer.status)}`);
    return (await answer.json()) as Answer;
  }
}
