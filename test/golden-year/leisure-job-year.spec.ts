import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  leisureJobFacts,
  leisureJobMeasures,
} from '../../libs/programmes/leisure-job/leisure-job.facts.js';
import { leisureJobProgramme } from '../../libs/programmes/leisure-job/leisure-job.programme.js';
import { Ledger, only } from '../statistics/support/ledger.js';
import { demoMoves } from './demo/demo-moves.js';
import { leisureJob } from './years/leisure-job-year.js';
import { Random } from './random.js';

let ledger: Ledger;
beforeAll(async () => {
  ledger = await Ledger.open();
});
afterAll(() => ledger.close());

it('the golden year has 543 matches of 2017, 3 annulled, of 526 young people', async () => {
  const stories = leisureJob(new Random(2017));
  const made = stories.flatMap(({ acts }) => acts.filter(({ act }) => act === 'match'));
  expect(made.filter(({ on }) => on.startsWith('2017-'))).toHaveLength(543);
  const moves = demoMoves(stories, leisureJobProgramme);
  const count = (id: string, by: string) =>
    ledger.counts(moves, leisureJobFacts, only(leisureJobMeasures, `leisure-job.${id}`), 2017, {
      by,
    });
  const persons = await count('persons', 'district');
  expect(persons.value).toBe(526);
  expect(Object.keys(persons.rows)).toHaveLength(10);
  expect(Math.min(...Object.values(persons.rows))).toBeLessThan(20);
  expect((await count('matches', 'gender')).value).toBe(540);
});
