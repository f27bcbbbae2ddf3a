import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '@sikkerby/access';
import { jsonBody } from '../../support/json.js';
import { principlesOf } from '../../../libs/strategy/annual-report/attachments.js';
import { principles } from '../../../libs/strategy/principles.js';
import { demoObservations } from './demo-observations.js';
import type { DemoCalls } from './demo-calls.js';

const years = [2017, 2018];
const formats = ['html', 'pdf', 'csv', 'json'];
const text = (da: string, en: string) => ({
  da: `Opdigtet tekst til demonstrationen: ${da}.\n\nHer står i en rigtig afrapportering, hvad der er gjort i året, med hvem, og hvad det førte til. Teksten er skrevet af ingen og handler om ingen.`,
  en: `Invented text for the demonstration: ${en}.\n\nIn a real report this is where people read what was done in the year, with whom, and what came of it. The text is by nobody and about nobody.`,
});

interface Named {
  readonly number: number;
  readonly sha256: string;
}

/**
 * Takes both years from the figures to a published report, through the API as people would, and writes
 * each as every document there is. @returns the folder
 */
export async function demoReports({ ask, send }: DemoCalls, folder: string): Promise<string> {
  const at = join(folder, 'reports');
  await mkdir(at, { recursive: true });
  for (const observation of demoObservations)
    await send('analyst', '/goals/observations', observation);
  for (const year of years) {
    const judged = { year, judgement: 'positive', occurredOn: `${String(year + 1)}-01-31` };
    await send('police-liaison', '/goals/police-judgements', judged);
    await report(year, await statement(year));
    for (const language of ['da', 'en']) {
      for (const format of formats) {
        const path = `/annual-reports/${String(year)}/document?format=${format}&language=${language}`;
        const name = `sikker-by-${String(year)}.${language}.${format}`;
        await writeFile(join(at, name), Buffer.from(await (await ask(path)).arrayBuffer()));
      }
    }
  }
  return at;

  async function statement(year: number): Promise<Named> {
    const path = `/statistics/statements/${String(year)}`;
    const { revision } = await send('analyst', `${path}/freeze`, { kind: 'final' });
    await send('report-approver', `${path}/1/approve`, {}, revision);
    const { statements } = await jsonBody<{ statements: Named[] }>(await ask(path));
    const [frozen] = statements;
    if (!frozen) throw new Error(`${path}: nothing was frozen`);
    return frozen;
  }

  async function report(year: number, { number, sha256 }: Named): Promise<void> {
    const occurredOn = `${String(year + 1)}-04-01`;
    let { revision } = await send('analyst', '/annual-reports', { year, occurredOn });
    const step = async (act: string, body: object = {}, role: Role = 'analyst') => {
      const path = `/annual-reports/${String(year)}/${act}`;
      ({ revision } = await send(role, path, { occurredOn, ...body }, revision));
    };
    await step('freeze-figures', { statement: number, sha256 });
    await step('assess-goals');
    await step(
      'attach-assessment',
      { from: 'police', ...text('politiet', 'the police') },
      'police-liaison',
    );
    await step('attach-assessment', { from: 'ssp', ...text('SSP', 'SSP') }, 'ssp-coordinator');
    for (const principle of principlesOf(year)) {
      const { da, en } = principles[principle].title;
      await step('describe-principle', { principle, ...text(da, en) });
    }
    await step('send-to-steering-group');
    await step('pass-steering-group');
    await step('approve', {}, 'report-approver');
    await step('publish', { occurredOn: `${String(year + 1)}-05-01` });
  }
}
