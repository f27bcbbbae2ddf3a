import { beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { positionAfter } from '@sikkerby/kernel';
import { Random } from '../golden-year/random.js';
import { AnyHistory } from '../statistics/support/any-history.js';
import { inTurn } from '../support/in-turn.js';
import { keepPin, keptPin, keptPins, rerunPins } from './pins.js';

/** `RECORD_PIN=2018-a` keeps another; what is kept already is never written again. */
const { RECORD_PIN: name } = process.env;

beforeAll(async () => {
  if (name === undefined) return;
  const history = new AnyHistory(new Random(name.length)).grow(500);
  const cut = history.log.at(-1)?.position ?? positionAfter(0);
  const { log } = history.grow(600);
  await keepPin(name, { year: Number(name.slice(0, 4)), cut, log });
});

const kept = () => Object.fromEntries(keptPins().map((each) => [each, keptPin(each).sha256]));

describe('statements that were frozen once', () => {
  it('are there, with figures of every programme', () => {
    expect(keptPins().length).toBeGreaterThan(0);
    for (const each of keptPins()) expect(keptPin(each).measures.length).toBeGreaterThan(30);
  });

  it('are drawn up again to the byte', async () => {
    expect(await rerunPins()).toEqual(kept());
  });

  const places = [
    ['Pacific/Kiritimati', 'tr_TR.UTF-8'],
    ['America/Los_Angeles', 'C'],
  ] as const;
  it.each(inTurn(places, 1))('are so too in the time zone %s and the locale %s', (TZ, LANG) => {
    const program = ['dist/test/statements/rerun-pins.js'];
    const env = { ...process.env, TZ, LANG, LC_ALL: LANG };
    const said = execFileSync(process.execPath, program, { env, encoding: 'utf8' });
    expect(JSON.parse(said)).toEqual(kept());
  });
});
