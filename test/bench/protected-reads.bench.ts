import { DemoIdentity, demoUser } from '@sikkerby/access';
import { compare, type Figure } from './measure.js';
import { load } from './load.js';
import { emptyDatabase, end, run, settingsOn, start } from './programs.js';
import { openedCases } from './opened-cases.js';

const atLeast = 1 / 2.5;
const cases = 100;
const count = 1_500;

/** Reads with policy, read log and row security against the same reads without them. */
export async function protectedReadsBench(url: string): Promise<Figure[]> {
  const settings = { ...settingsOn(await emptyDatabase(url, 'bench_reads')), LOG_LEVEL: 'silent' };
  const api = await start(['dist/apps/api/main.js'], settings);
  const unprotected = await start(['dist/test/bench/unprotected-api.js'], settings);
  const projector = run(['dist/apps/projector/main.js'], settings);
  try {
    const identity = await DemoIdentity.from(settings.TOKEN_KEY);
    const authorization = `Bearer ${await identity.sign(demoUser('ssp-caseworker'))}`;
    const ids = await openedCases(api.port, authorization, cases);
    let number = 0;
    const reads = {
      'a case': () => `/youth-concern/cases/${ids[(number += 1) % ids.length] ?? ''}`,
      'a list of 20 cases': () => '/youth-concern/cases?limit=20',
    };
    const figures: Figure[] = [];
    for (const [what, path] of Object.entries(reads)) {
      const next = () => ({ method: 'GET', path: path(), headers: { authorization } });
      const name = `HTTP: read ${what}, 32 connections / without policy, log, row security`;
      const ours = () => load(api.port, count, next);
      const baseline = () => load(unprotected.port, count, next);
      figures.push(await compare(name, { ours, baseline, target: atLeast }));
    }
    return figures;
  } finally {
    await Promise.all([api.process, unprotected.process, projector].map(end));
  }
}
