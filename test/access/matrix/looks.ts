import { randomUUID } from 'node:crypto';
import type { Role } from '@sikkerby/access';
import { jsonOf } from '../../support/json.js';
import type { Office } from '../../read-log/office.js';
import type { Situation } from './table.js';

interface ToReview {
  readonly because: string;
  readonly id: string;
  readonly user: string;
  readonly programme: string;
}

const reason = 'Opdigtet begrundelse: det kan ikke vente til i morgen.';

/** Glasses that were broken and addresses that were revealed. */
export class Looks {
  private readonly nobody = randomUUID();
  private readonly glasses = new Map<string, string>();
  private readonly reveals = new Map<string, string>();

  constructor(private readonly office: Office) {}

  /** One that waits for a review and one that is reviewed. */
  async breakGlasses(situation: Situation, caseId: string): Promise<void> {
    for (const what of ['waits', 'reviewed'] as const) {
      const { user } = this.glassIn(situation, what);
      const token = await this.office.token(user, 'ssp-caseworker', []);
      await this.office.post('/oversight/break-glass', token, { caseId, reason });
    }
  }

  /** As with glasses. */
  async reveal(programme: string, role: Role, subject: string): Promise<void> {
    for (const what of ['waits', 'reviewed']) {
      const token = await this.office.token(`probe.${what}.${role}`, role, ['valby']);
      const path = `/people/${programme}/persons/${subject}/reveal-address`;
      await this.office.post(path, token, { reason: 'letter' });
    }
  }

  /** The ids under which all of them are reviewed. @param token of somebody who reviews them all */
  async find(token: string): Promise<void> {
    await this.office.readModels();
    const { text } = await this.office.get('/oversight/reviews?limit=100', token);
    const { items } = jsonOf<{ items: ToReview[] }>(text);
    for (const { because, id, user, programme } of items) {
      if (because === 'break-glass') this.glasses.set(user, id);
      else this.reveals.set(`${programme} ${user.split('.')[1] ?? ''}`, id);
    }
  }

  /** @param what that it waits for a review, or is to be reviewed */
  glassIn(situation: Situation, what: 'waits' | 'reviewed'): { id: string; user: string } {
    const user = `probe.${what}.${situation.replace(' ', '-')}`;
    return { user, id: this.glasses.get(user) ?? this.nobody };
  }

  /** A look at somebody's address. */
  revealIn(situation: Situation, what: 'waits' | 'reviewed'): string {
    const elsewhere = { 'other programme': 'leisure-job', closed: 'exit-programme' } as const;
    const of = situation === 'own' ? 'youth-concern' : elsewhere[situation as 'closed'];
    return this.reveals.get(`${of} ${what}`) ?? this.nobody;
  }
}
