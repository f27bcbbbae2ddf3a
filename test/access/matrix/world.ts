import { randomUUID } from 'node:crypto';
import type { Role } from '@sikkerby/access';
import type { Receipt } from '@sikkerby/decisions';
import { addDays, day, dayInCopenhagen } from '@sikkerby/kernel';
import { employeeId } from '@sikkerby/oversight';
import { pairId } from '../../../libs/people/pair-id.js';
import type { Office } from '../../read-log/office.js';
import type { Situation } from './table.js';

/** Records of a programme's register, by what is done with them. */
const kinds = ['one', 'alike', 'toLink', 'toTellApart', 'decided', 'toChange', 'erased'] as const;
type Persons = Readonly<Record<(typeof kinds)[number], string>>;

const withRegister = { 'youth-concern': 1, 'exit-programme': 1, 'financial-review': 1 };
const programmes = [...Object.keys(withRegister), 'infohus', 'centre-18-plus', 'leisure-job'];
const workers: readonly [string, Role][] = [
  ['youth-concern', 'ssp-coordinator'],
  ['exit-programme', 'exit-caseworker'],
  ['financial-review', 'benefit-control-officer'],
];
const organisations: Partial<Record<Role, string>> = { 'police-liaison': 'koebenhavns-politi' };

export const meetingOn = '2017-06-01';
export const nameIn = (programme: string) => `Prøve Opdigtet af ${programme}`;
const birthDate = day('2002-05-17');

/** A record of each kind in each situation, and tokens for whoever asks. */
export class World {
  readonly nobody = randomUUID();
  /** A second case of one's own, open and about somebody else. */
  secondCase = '';
  private readonly persons = new Map<string, Persons>();
  private readonly cases = new Map<Situation, string>();
  private readonly reports = new Map<Situation, string>();
  private readonly transfers = new Map<Situation, string>();
  private readonly glasses = new Map<string, string>();
  private readonly tokens = new Map<Role, string>();
  private caseworker = '';
  private elsewhere = '';

  constructor(private readonly office: Office) {}

  async settle(): Promise<void> {
    const { office } = this;
    this.caseworker = await office.token('probe.worker', 'ssp-coordinator', ['valby', 'vanloese']);
    this.elsewhere = await office.token('probe.elsewhere', 'ssp-caseworker', ['noerrebro']);
    for (const programme of programmes) await this.registerIn(programme);
    for (const [programme, role] of workers) await this.decidePairs(programme, role);
    await this.openCases();
    await this.breakGlasses();
    for (const programme of programmes) {
      const { erased } = this.personsOf(programme);
      await office.system.register.erase(programme, [erased]);
      await office.system.personalData.shred(programme, [erased]);
    }
  }

  /** Of the role's usual user, who works for Valby. */
  async tokenOf(role: Role): Promise<string> {
    const known = this.tokens.get(role);
    if (known !== undefined) return known;
    const user = `probe.one-${role}`;
    const token = await this.office.token(user, role, ['valby'], organisations[role]);
    this.tokens.set(role, token);
    return token;
  }

  /** Of somebody who was never here. */
  freshToken(role: Role): Promise<string> {
    const user = `probe.${randomUUID()}`;
    return this.office.system.demoIdentity().sign({ user, role, organisation: 'ssp' });
  }

  personsOf(programme: string): Persons {
    const persons = this.persons.get(programme);
    if (!persons) throw new Error(`nobody of ${programme}`);
    return persons;
  }

  caseIn(situation: Situation): string {
    return this.cases.get(situation) ?? this.unitElsewhere(situation);
  }

  reportIn(situation: Situation): string {
    return this.reports.get(situation) ?? this.unitElsewhere(situation);
  }

  /** The case whose district asks another to take it over: `own` is asked. */
  transferIn(situation: Situation): string {
    return this.transfers.get(situation) ?? this.unitElsewhere(situation);
  }

  /** @param what that it waits for a review, or is to be reviewed */
  glassIn(situation: Situation, what: 'waits' | 'reviewed'): { id: string; user: string } {
    const user = `probe.${what}.${situation.replace(' ', '-')}`;
    return { user, id: this.glasses.get(user) ?? this.nobody };
  }

  streamIn(situation: Situation): string {
    if (situation === 'other programme') return `oversight_employee-${employeeId('probe.worker')}`;
    if (situation !== 'closed') return `youth_concern-${this.caseIn(situation)}`;
    const { one, decided } = this.personsOf('exit-programme');
    return `exit_programme_person_pair-${pairId('exit-programme', one, decided)}`;
  }

  /** An id that is there, but of another kind or programme; for what is missing one that is not. */
  private unitElsewhere(situation: Situation): string {
    if (situation === 'closed') return this.personsOf('exit-programme').one;
    if (situation === 'other programme') return this.personsOf('leisure-job').one;
    return this.nobody;
  }

  private async registerIn(programme: string): Promise<void> {
    const persons = Object.fromEntries(kinds.map((kind) => [kind, randomUUID()])) as Persons;
    this.persons.set(programme, persons);
    for (const [kind, subject] of Object.entries(persons)) {
      const name = kind === 'toChange' ? `${nameIn(programme)} anew` : nameIn(programme);
      const particulars = { name, birthDate, gender: 'male', address: 'Opdigtet Allé 7' } as const;
      await this.office.system.register.keep({ programme, subject }, particulars);
    }
  }

  private async decidePairs(programme: string, role: Role): Promise<void> {
    const token = await this.tokenOf(role);
    const { one, decided, erased } = this.personsOf(programme);
    for (const otherSubject of [decided, erased]) {
      const pair = { subject: one, otherSubject };
      await this.office.post(`/people/${programme}/told-apart`, token, pair);
    }
  }

  private async openCases(): Promise<void> {
    const { one, alike, erased } = this.personsOf('youth-concern');
    const { caseworker, elsewhere } = this;
    this.cases.set('own', await this.openCase(caseworker, 'valby', one));
    this.cases.set('other district', await this.openCase(elsewhere, 'noerrebro', one));
    this.cases.set('erased', await this.openCase(caseworker, 'valby', erased));
    this.secondCase = await this.openCase(caseworker, 'valby', alike);
    await this.refer(this.caseIn('own'));
    const transfers = [
      ['own', elsewhere, 'noerrebro', 'valby'],
      ['other district', caseworker, 'vanloese', 'noerrebro'],
    ] as const;
    for (const [situation, token, district, toDistrict] of transfers) {
      const id = await this.openCase(token, district, one);
      const to = { toDistrict, toTeam: `ssp-${toDistrict}` };
      await this.give(token, `/youth-concern/cases/${id}/request-transfer`, to, 3);
      this.transfers.set(situation, id);
    }
    this.reports.set('own', await this.report(caseworker, 'valby', one));
    this.reports.set('other district', await this.report(elsewhere, 'noerrebro', one));
    this.reports.set('erased', await this.report(caseworker, 'valby', erased));
  }

  /** With an action that is due and an item on an agenda. */
  private async openCase(token: string, district: string, subject: string): Promise<string> {
    const occurredOn = '2017-03-01';
    const { id } = await this.office.post<Receipt>('/youth-concern/cases', token, {
      ...{ subject, district, level: 2, track: 'ssp', concernTypes: ['group'], occurredOn },
      ...{ ownerTeam: `ssp-${district}`, description: 'Opdigtet' },
    });
    const path = `/youth-concern/cases/${id}`;
    const action = { responsibleOrganisation: 'klub', description: 'Opdigtet', dueOn: meetingOn };
    const item = { forum: 'local-committee', meetingOn, itemId: randomUUID() };
    await this.give(token, `${path}/adopt-plan`, { goals: 'Opdigtet', occurredOn }, 0);
    const added = { ...action, actionId: randomUUID(), occurredOn };
    await this.give(token, `${path}/add-action`, added, 1);
    await this.give(token, `${path}/put-on-agenda`, { ...item, occurredOn }, 2);
    return id;
  }

  private async refer(id: string): Promise<void> {
    const today = dayInCopenhagen(new Date());
    await this.give(
      this.caseworker,
      `/youth-concern/cases/${id}/refer`,
      {
        ...{ toOrganisation: 'koebenhavns-politi', purpose: 'support', referralId: randomUUID() },
        ...{ legalBasis: 'retsplejeloven-115', necessity: 'Opdigtet', occurredOn: today },
        until: addDays(today, 30),
      },
      3,
    );
  }

  private async report(token: string, district: string, subject: string): Promise<string> {
    const received = await this.office.post<Receipt>('/youth-concern/concern-reports', token, {
      ...{ source: 'school', anonymous: true, district, subject, concernTypes: ['group'] },
      ...{ description: 'Opdigtet', occurredOn: '2017-03-01' },
    });
    return received.id;
  }

  private async breakGlasses(): Promise<void> {
    const reason = 'Opdigtet begrundelse: det kan ikke vente til i morgen.';
    let position = '';
    for (const what of ['waits', 'reviewed'] as const) {
      for (const situation of ['own', 'other district'] as const) {
        const { user } = this.glassIn(situation, what);
        const token = await this.office.token(user, 'ssp-caseworker', []);
        const body = { caseId: this.caseIn(situation), reason };
        ({ position } = await this.office.post<Receipt>('/oversight/break-glass', token, body));
      }
    }
    const dpo = await this.tokenOf('dpo');
    const { text } = await this.office.get('/oversight/break-glass', dpo, {
      'x-min-position': position,
    });
    const { items } = JSON.parse(text) as { items: { user: string; glassId: string }[] };
    for (const { user, glassId } of items) this.glasses.set(user, glassId);
  }

  private give(token: string, path: string, body: object, revision: number): Promise<object> {
    return this.office.post<object>(path, token, body, revision);
  }
}
