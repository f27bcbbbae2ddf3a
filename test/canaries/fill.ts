import { randomUUID } from 'node:crypto';
import type { Receipt } from '@sikkerby/commands';
import { jsonOf } from '../support/json.js';
import type { WholeHouse } from '../support/whole-house.js';
import { readCpr } from '../../libs/people/register/cpr.js';
import type { Stems } from './search.js';

export interface Filled {
  readonly cases: string[];
  readonly reports: string[];
  readonly subjects: string[];
  readonly searches: object[];
  /** How many texts and numbers went in, no two alike. */
  readonly canaries: number;
}

const birthDate = '2002-05-17';
export const birth = '170502';
const on = '2017-03-01';

/** Puts canaries into every field that is sealed, and into the register, as caseworkers do. */
export async function fill(house: WholeHouse, { text }: Stems, persons: number): Promise<Filled> {
  let canaries = 0;
  const canary = () => `Opdigtet ${text}x${String((canaries += 1))}`;
  const filled: Omit<Filled, 'canaries'> = { cases: [], reports: [], subjects: [], searches: [] };
  let serial = 3999;

  function nobodysCpr(): string {
    for (;;) {
      const cpr = `${birth}-${String((serial += 1))}`;
      if (readCpr(cpr)?.passesModulus11 === false) return cpr;
    }
  }
  async function sent<Body>(path: string, body: object, revision?: number): Promise<Body> {
    const headers = revision === undefined ? {} : { 'if-match': `"${String(revision)}"` };
    const role = path.includes('/review') ? 'ssp-coordinator' : 'ssp-caseworker';
    const { status, text } = await house.post(path, role, body, headers);
    if (status >= 300) throw new Error(`${path}: ${text}`);
    return jsonOf<Body>(text);
  }
  async function register(): Promise<string> {
    const [name, cpr] = [canary(), nobodysCpr()];
    canaries += 1;
    const by = { name, birthDate, cpr };
    filled.searches.push({ name, birthDate }, { cpr });
    const { searchToken } = await sent<{ searchToken: string }>('/people/youth-concern/search', by);
    const { subject } = await sent<{ subject: string }>('/people/youth-concern/persons', {
      ...{ ...by, gender: 'male', address: canary(), contact: canary(), searchToken },
    });
    filled.subjects.push(subject);
    return subject;
  }
  /** For every other one nobody knows yet whom it is about. */
  async function report(subject?: string): Promise<string> {
    const received = await sent<Receipt>('/youth-concern/concern-reports', {
      ...{ source: 'school', anonymous: false, concernTypes: ['group'], district: 'valby' },
      ...{ description: canary(), reporter: canary(), occurredOn: '2017-02-01', subject },
    });
    const note = { outcome: 'advice-only', note: canary(), occurredOn: '2017-02-02' };
    await sent(`/youth-concern/concern-reports/${received.id}/screen`, note, 0);
    filled.reports.push(received.id);
    return received.id;
  }
  async function aCase(subject: string, reports: string[]): Promise<string> {
    const { id } = await sent<Receipt>('/youth-concern/cases', {
      ...{ subject, reports, district: 'valby', level: 2, track: 'ssp', concernTypes: ['group'] },
      ...{ ownerTeam: 'ssp-valby', description: canary(), occurredOn: on },
    });
    const [actionId, itemId, referralId] = [randomUUID(), randomUUID(), randomUUID()];
    const referral = { toOrganisation: 'ungdommens-hus', purpose: 'support', until: '2017-06-01' };
    const acts: [string, object][] = [
      ['add-note', { text: canary() }],
      ['adopt-plan', { goals: canary() }],
      [
        'add-action',
        { actionId, responsibleOrganisation: 'skole', dueOn: '2017-04-01', description: canary() },
      ],
      ['put-on-agenda', { itemId, forum: 'local-committee', meetingOn: '2017-03-01' }],
      ['record-forum-decision', { itemId, decision: 'continue', text: canary() }],
      ['refer', { referralId, ...referral, legalBasis: 'retsplejeloven-115', necessity: canary() }],
    ];
    for (const [revision, [act, body]] of acts.entries()) {
      await sent(`/youth-concern/cases/${id}/${act}`, { ...body, occurredOn: on }, revision);
    }
    filled.cases.push(id);
    return id;
  }
  async function breakGlass(caseId: string): Promise<void> {
    await sent('/oversight/break-glass', { caseId, reason: `${canary()}: det kan ikke vente.` });
    const { rows } = await house.system.appPool.query<{ glass: string }>(
      `SELECT data ->> 'glassId' AS glass FROM event_store.log
       WHERE type = 'oversight.glass-broken.v1' ORDER BY position DESC LIMIT 1`,
    );
    const review = { user: 'demo-ssp-caseworker', outcome: 'in-order', note: canary() };
    await sent(`/oversight/break-glass/${rows[0]?.glass ?? ''}/review`, review);
  }

  const numbers = Array.from({ length: persons }, (_, number) => number).values();
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (const number of numbers) {
        const unknown = number % 2 === 0 ? [await report()] : [];
        const subject = await register();
        if (unknown.length === 0) await report(subject);
        await aCase(subject, unknown);
      }
    }),
  );
  for (const id of filled.cases.slice(0, 2)) await breakGlass(id);
  return { ...filled, canaries };
}
