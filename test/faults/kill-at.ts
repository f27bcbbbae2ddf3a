import pg from 'pg';

// Preloaded into a projector (`node --import`): kills it, as a power cut would, at one step of a
// batch, the n-th time that it comes to that step. The program itself knows nothing of it.
const { KILL_AT: step = '', KILL_AT_TIME: time = '1' } = process.env;

type Query = (...given: unknown[]) => unknown;
const prototype = pg.Client.prototype as { query: Query };
const query = prototype.query;
let atWork = false;
let times = 0;

prototype.query = function (this: pg.Client, ...given: unknown[]): unknown {
  const text = textOf(given[0]);
  atWork ||= text.includes('UPDATE projections.projection SET checkpoint');
  const here = atWork && (step.endsWith('-rows') ? writesRows(text) : text === 'COMMIT');
  if (here) times += 1;
  const now = here && times === Number(time);
  if (now && step.startsWith('before')) die();
  const answer = query.apply(this, given);
  if (now) void Promise.resolve(answer).then(die);
  return answer;
};

function textOf(given: unknown): string {
  if (typeof given === 'string') return given.trim();
  return given instanceof Object && 'text' in given ? String(given.text).trim() : '';
}

function writesRows(text: string): boolean {
  return /^(WITH change_0|INSERT INTO|DELETE FROM)/.test(text) && !text.includes('projections.');
}

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}
