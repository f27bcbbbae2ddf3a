import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoUser, roles } from '@sikkerby/access';
import { contexts } from '@sikkerby/system';
import { post, send, testApi, type TestApi } from './support/test-api.js';

interface Given {
  readonly user: string;
  readonly role: string;
  readonly token: string;
  readonly expiresAt: string;
}

const nobody = { authorization: undefined };
let api: TestApi;

beforeAll(async () => {
  api = await testApi({ programmes: contexts });
});
afterAll(() => api.close());

const tokenOf = (body: object, headers = {}) =>
  post<Given>(api, '/dev/token', body, { ...nobody, 'idempotency-key': undefined, ...headers });

describe('a demo token', () => {
  it.each(roles)('of the role %s is given to whoever asks, for 15 minutes', async (role) => {
    const { status, body, headers } = await tokenOf({ role });
    const { user, organisation } = demoUser(role);
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(body).toMatchObject({ user, role, organisation });
    const minutes = (Date.parse(body.expiresAt) - Date.now()) / 60_000;
    expect(minutes).toBeGreaterThan(13);
    expect(minutes).toBeLessThanOrEqual(15);
    expect(await api.parts.identities.verify(body.token)).toEqual(demoUser(role));
  });

  it('is given by user, and opens what their role may', async () => {
    const { token } = (await tokenOf({ user: 'demo-admin' })).body;
    const look = { user: 'demo-analyst' };
    const authorization = `Bearer ${token}`;
    const found = await post(api, '/oversight/employees/look-up', look, { authorization });
    expect(found.status).toBe(200);
  });

  it.each([
    {},
    { role: 'root' },
    { user: 'anna.jensen' },
    { role: 'analyst', user: 'demo-admin' },
    { role: 'analyst', lifetime: '1y' },
  ])('is not given for %j', async (body) => {
    expect((await tokenOf(body)).status).toBe(400);
  });

  it('is not given to a page of another site that leads here', async () => {
    for (const host of ['evil.example.org', 'localhost.example.org:3000', '10.0.0.4']) {
      expect((await tokenOf({ role: 'admin' }, { host })).status).toBe(404);
    }
    for (const host of ['localhost:3000', '[::1]:3000', '127.0.0.1']) {
      expect((await tokenOf({ role: 'admin' }, { host })).status).toBe(200);
    }
  });
});

describe('the page of the demo users', () => {
  let page: string;
  beforeAll(async () => {
    page = (await send(api, 'GET', '/dev', nobody)).text;
  });

  /** What it says of a role. */
  function card(role: string): string {
    return page.split('<article>').find((part) => part.includes(`data-role="${role}"`)) ?? '';
  }

  it('has every role, in Danish and English', () => {
    for (const role of roles) expect(card(role)).toContain(`<code>${demoUser(role).user}</code>`);
    expect(card('dpo')).toContain('Databeskyttelsesrådgiver');
    expect(card('dpo')).toContain('<span class="en" lang="en">Data protection officer</span>');
  });

  it('says what each may do, as routes and policies have it', () => {
    expect(card('ssp-caseworker')).toContain('SSP-sager: se, oprette, ændre');
    expect(card('ssp-caseworker')).toContain('POST /youth-concern/cases/{id}/close');
    expect(card('ssp-caseworker')).toContain('an ssp caseworker may break the glass');
    expect(card('analyst')).toContain('Statistics: see');
    expect(card('analyst')).not.toContain('/youth-concern/cases');
    expect(card('camp-organiser')).toContain('Reference data: see');
  });

  it('has no script or style of its own that its policy would refuse', async () => {
    expect(page).not.toMatch(/<script(?![^>]* src=")|<style|\son\w+=|\sstyle=/);
    for (const [, path = ''] of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const { status, headers } = await send(api, 'GET', path, nobody);
      expect([status, headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
      expect(headers.get('content-type')).toMatch(/^text\/(css|javascript)/);
    }
    const { headers } = await send(api, 'GET', '/dev', nobody);
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
  });
});
