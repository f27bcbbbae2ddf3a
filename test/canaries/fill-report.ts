import type { WholeHouse } from '../support/whole-house.js';
import type { Stems } from './search.js';

/** A canary in each text of the annual report of 2017. */
export async function fillReport(house: WholeHouse, { text }: Stems): Promise<void> {
  const texts = { da: `Opdigtet ${text}x1`, en: `Opdigtet ${text}x2` };
  const acts: [string, object][] = [
    ['', { year: 2017 }],
    ['/2017/attach-assessment', { from: 'ssp', ...texts }],
    ['/2017/describe-principle', { principle: 'collaboration', ...texts }],
  ];
  for (const [at, [act, body]] of acts.entries()) {
    const headers = { 'if-match': `"${String(at - 1)}"` };
    const path = `/annual-reports${act}`;
    const answer = await house.post(path, 'analyst', body, at === 0 ? {} : headers);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
  }
}
