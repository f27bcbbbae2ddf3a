import { describe, expect, it } from '@jest/globals';
import { day } from '@sikkerby/kernel';
import { LookUps } from './look-ups.js';
import { SearchTokens } from './search-token.js';

const secret = Buffer.alloc(32, 1);
const tokens = new SearchTokens(secret);
const lookUps = new LookUps(secret).of('youth-concern', {
  name: 'Prøve Opdigtet-7',
  birthDate: day('2002-05-17'),
  cpr: '1705021234',
});
const others = new LookUps(secret).of('youth-concern', {
  name: 'Prøve Opdigtet-8',
  birthDate: day('2002-05-17'),
});
const [byNumber, byName] = lookUps;
const searchedAt = Date.parse('2018-05-17T10:00:00Z');
const minute = 60_000;
const token = tokens.issue('anna', 'youth-concern', lookUps, searchedAt);

interface Question {
  readonly token: string;
  readonly user: string;
  readonly programme: string;
  readonly lookUps: typeof lookUps;
  readonly now: number;
}

function covers(differently: Partial<Question> = {}, by = tokens): boolean {
  const same = { token, user: 'anna', programme: 'youth-concern', lookUps, now: searchedAt };
  const asked: Question = { ...same, ...differently };
  return by.covers(asked.token, asked.user, asked.programme, asked.lookUps, asked.now);
}

describe('the proof of a search', () => {
  it('is good for a quarter of an hour, and not for ever', () => {
    expect(covers()).toBe(true);
    expect(covers({ now: searchedAt + 15 * minute - 1 })).toBe(true);
    expect(covers({ now: searchedAt + 15 * minute })).toBe(false);
    expect(covers({ now: searchedAt + 365 * 24 * 60 * minute })).toBe(false);
  });

  it('is of whoever searched, and where', () => {
    expect(covers({ user: 'berit' })).toBe(false);
    expect(covers({ programme: 'leisure-job' })).toBe(false);
  });

  it('covers all or part of what was searched by, and nothing else', () => {
    expect(covers({ lookUps: byNumber ? [byNumber] : [] })).toBe(true);
    expect(covers({ lookUps: byName ? [byName] : [] })).toBe(true);
    expect(covers({ lookUps: others })).toBe(false);
    expect(covers({ lookUps: [...lookUps, ...others] })).toBe(false);
  });

  it('says nothing of what was searched by', () => {
    const [payload = ''] = token.split('.');
    const said = Buffer.from(payload, 'base64url').toString();
    expect(said).not.toMatch(/1705021234|Opdigtet/);
  });

  it('cannot be made without the secret', () => {
    const stranger = new SearchTokens(Buffer.alloc(32, 2));
    expect(covers({}, stranger)).toBe(false);
    expect(covers({ token: stranger.issue('anna', 'youth-concern', lookUps, searchedAt) })).toBe(
      false,
    );
  });

  it('cannot be made to last longer, nor lose its signature', () => {
    const [payload = '', signature = ''] = token.split('.');
    const said = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const lasting = JSON.stringify({ ...said, until: searchedAt + 365 * 24 * 60 * minute });
    const longer = Buffer.from(lasting).toString('base64url');
    const attempts = [`${longer}.${signature}`, `${longer}.`, longer, payload, `${payload}.`, ''];
    for (const attempt of attempts)
      expect([attempt, covers({ token: attempt })]).toEqual([attempt, false]);
  });
});
