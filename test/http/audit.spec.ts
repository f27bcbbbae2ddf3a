import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '@sikkerby/commands';
import { post, send, testApi, type TestApi } from './support/test-api.js';

interface Replayed {
  readonly revision: number;
  readonly state: { readonly brightness: number };
  readonly events: { readonly type: string; readonly state?: { readonly brightness: number } }[];
}

let api: TestApi;
let auditor: Record<string, string>;
let stream: string;
const receipts: Receipt[] = [];

beforeAll(async () => {
  api = await testApi();
  auditor = { authorization: `Bearer ${await api.token({ role: 'auditor' })}` };
  const created = await post<Receipt>(api, '/lamp/lamps', { district: 'valby', note: 'Opdigtet' });
  const { id } = created.body;
  stream = `lamp-${id}`;
  receipts.push(created.body);
  for (const by of [1, 20, 30]) {
    const match = { 'if-match': `"${receipts.length - 1}"` };
    receipts.push((await post<Receipt>(api, `/lamp/lamps/${id}/brighten`, { by }, match)).body);
  }
});

afterAll(() => api.close());

function replayed(query: string) {
  return send<Replayed>(api, 'GET', `/audit/streams/${stream}${query}`, auditor);
}

describe('a stream replayed', () => {
  it.each<[string, () => string, number]>([
    ['to its end', () => '', 51],
    ['after an event', () => '?revision=1', 1],
    ['at a position', () => `?position=${Number(receipts[2]?.position)}`, 21],
    ['at a moment', () => `?moment=${receipts[2]?.recordedAt ?? ''}`, 21],
  ])('has the state %s', async (_, query, brightness) => {
    const { status, body } = await replayed(query());
    expect(status).toBe(200);
    expect(body.state.brightness).toBe(brightness);
  });

  it('shows the state after each event', async () => {
    const { body } = await replayed('?eventByEvent=true');
    expect(body.events.map(({ state }) => state?.brightness)).toEqual([0, 1, 21, 51]);
  });

  it.each(['?revision=1&position=1', '?revision=-1', '?revision=x', '?position=x', '?moment=x'])(
    'cannot be asked for with %s',
    async (query) => {
      expect((await replayed(query)).status).toBe(400);
    },
  );

  it('is not found before it began, nor when there is none', async () => {
    expect((await replayed('?moment=2001-01-01T00:00:00Z')).status).toBe(404);
    expect((await send(api, 'GET', '/audit/streams/nothing-1', auditor)).status).toBe(404);
  });
});
