import { randomUUID } from 'node:crypto';
import type { Role } from '@sikkerby/access';
import type { Receipt } from '@sikkerby/commands';
import { addDays, day, dayInCopenhagen } from '@sikkerby/kernel';
import { employeeId } from '@sikkerby/oversight';
import { pairId } from '../../../libs/people/links/pair-id.js';
import type { Office } from '../../read-log/office.js';
import { Looks } from './looks.js';
import { organisations } from './organisations.js';
import { programmesOfPersons } from './programme-lines.js';
import type { Situation } from './table.js';
import { publishYear } from './published-year.js';
import { Units } from './units.js';

/** Records of a programme's register, by what is done with them; with `far` another district works. */
const kinds = [
  ...([
    'one',
    'alike',
    'toLink',
    'toTellApart',
    'decided',
    'toChange',
    'agreeing',
    'far',
    'erased',
  ] as const),
] as const;
type Persons = Readonly<Record<(typeof kinds)[number], string>>;

const programmes = ['youth-concern', ...programmesOfPersons];
const workers: readonly [string, Role][] = [
  ['youth-concern', 'ssp-coordinator'],
  ['exit-programme', 'exit-caseworker'],
  ['financial-review', 'benefit-control-officer'],
  ['infohus', 'infohus-coordinator'],
  ['centre-18-plus', 'centre-worker'],
  ['leisure-job', 'leisure-consultant'],
];

export const meetingOn = '2017-06-01';
export const nameIn = (programme: string) => `Prøve Opdigtet af ${programme}`;
const birthDate = day('2002-05-17');

/** A record of each kind in each situation, and tokens for whoever asks. */
export class World {
  readonly nobody = randomUUID();
  /** A second case of one's own, open and about somebody else. */
  secondCase = '';
  /** Those of the programmes that are made of definitions. */
  readonly units: Units;
  /** What another is to review. */
  readonly looks: Looks;
  private readonly persons = new Map<string, Persons>();
  private readonly cases = new Map<Situation, string>();
  private readonly reports = new Map<Situation, string>();
  private readonly transfers = new Map<Situation, string>();
  private readonly tokens = new Map<Role, string>();
  private caseworker = '';
  private elsewhere = '';

  constructor(private readonly office: Office) {
    this.units = new Units(office, (programme, situation) => this.someone(programme, situation));
    this.looks = new Looks(office);
  }

  async settle(): Promise<void> {
    const { office } = this;
    this.caseworker = await office.token('probe.worker', 'ssp-coordinator', ['valby', 'vanloese']);
    this.elsewhere = await office.token('probe.elsewhere', 'ssp-caseworker', ['noerrebro']);
    for (const programme of programmes) await this.registerIn(programme);
    for (const [programme, role] of workers) await this.decidePairs(programme, role);
    for (const [programme, role] of workers) await this.agree(programme, role);
    await this.openCases();
    await this.units.settle();
    await office.post('/annual-reports', await this.tokenOf('analyst'), { year: 2017 });
    for (const situation of ['own', 'other district'] as const) {
      await this.looks.breakGlasses(situation, this.caseIn(situation));
    }
    for (const [programme, role] of workers) {
      await this.looks.reveal(programme, role, this.personsOf(programme).one);
    }
    await this.looks.find(await this.tokenOf('dpo'));
    for (const programme of programmes) {
      const { erased } = this.personsOf(programme);
      await office.system.register.erase(programme, [erased]);
      await office.system.personalData.shred(programme, [erased]);
    }
    await office.readModels();
    const freeze = '/statistics/statements/2017/freeze';
    await office.post(freeze, await this.tokenOf('analyst'), { kind: 'preliminary' });
    await publishYear(office, 2012, (role) => this.tokenOf(role));
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

  streamIn(situation: Situation): string {
    if (situation === 'other programme') return `oversight_employee-${employeeId('probe.worker')}`;
    if (situation !== 'closed') return `youth_concern-${this.caseIn(situation)}`;
    const { one, decided } = this.personsOf('exit-programme');
    return `exit_programme_person_pair-${pairId('exit-programme', one, decided)}`;
  }

  /** Whoever a record in that situation is about. */
  someone(programme: string, situation: Situation): string {
    const { one, far, erased } = this.personsOf(programme);
    if (situation === 'own') return one;
    if (situation === 'other district') return far;
    if (situation === 'erased') return erased;
    if (situation === 'missing') return this.nobody;
    const isLeisure = programme === 'leisure-job' && situation !== 'closed';
    const isExit = programme === 'exit-programme';
    const closed = isExit ? 'financial-review' : 'exit-programme';
    const other = isLeisure ? 'youth-concern' : 'leisure-job';
    return this.personsOf(situation === 'closed' ? closed : other).one;
  }

  /** Of a unit that is there, but in another programme; for what is missing, of none. */
  private unitElsewhere(situation: Situation): string {
    return this.units.idIn('/youth-concern/cases', situation) ?? this.nobody;
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

  private async agree(programme: string, role: Role): Promise<void> {
    const { agreeing } = this.personsOf(programme);
    const scope = { toOrganisations: ['klub'], purposes: ['support'], categories: ['plan'] };
    const path = `/people/${programme}/persons/${agreeing}/give-consent`;
    // Before the day of the examples, on which it is given again and withdrawn at once.
    const body = { ...scope, occurredOn: '2017-02-01' };
    await this.office.post(path, await this.tokenOf(role), body);
  }

  private async openCases(): Promise<void> {
    const { one, alike, far, erased } = this.personsOf('youth-concern');
    const { caseworker, elsewhere } = this;
    this.cases.set('own', await this.openCase(caseworker, 'valby', one));
    this.cases.set('other district', await this.openCase(elsewhere, 'noerrebro', far));
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

  private give(token: string, path: string, body: object, revision: number): Promise<object> {
    return this.office.post<object>(path, token, body, revision);
  }
}
