import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { programmes } from '@sikkerby/programmes';
import { Player, type Answer } from '../../programmes/player.js';
import { stories } from '../../programmes/stories.js';
import { openOffice, type Office } from '../../read-log/office.js';
import { sendRequest } from '../../support/send-request.js';

/** Run by the long spec beside this folder, in a house that has a programme more. */
const name = 'night-walk';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const player = new Player({
  send: async (path, role, body, headers) => {
    const token = await office.token(`probe.${role}`, role, []);
    const answer = await sendRequest(office.address + path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...headers,
      },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  },
  personOf: () => Promise.reject(new Error('the story is about nobody')),
});

it('counts once what its story tells', async () => {
  const [measure] = programmes.find((each) => each.name === name)?.measures ?? [];
  const [story] = stories.filter(({ programme }) => programme === name);
  if (!measure || !story) throw new Error(`${name} has no measure, or no story`);
  const { position } = await player.live(story);
  const analyst = await office.token('probe.analyst', 'analyst', []);
  const path = `/statistics/${measure.id}?year=2017&by=district`;
  const { text } = await office.get(path, analyst, { 'x-min-position': position });
  expect(JSON.parse(text)).toMatchObject({
    value: 1,
    breakdown: { rows: [{ code: 'noerrebro', value: 1 }] },
  });
});
