import { permit, type Action, type Identity, type Policies } from '@sikkerby/access';
import { idFrom } from '@sikkerby/commands';
import { CprTaken, readCpr, type Particulars, type Register } from '@sikkerby/people';
import { isDay, refuseUnless } from '@sikkerby/kernel';
import type { TableRow } from './read-table.js';

const columns = ['cpr', 'name', 'birthDate', 'gender'] as const;

/** Finds whom the rows are about, or registers them, as the register's routes would. */
export class PersonsOfRows {
  /** Found already in this file, by what the rows say of them. */
  private readonly found = new Map<string, Promise<string>>();

  private readonly permitted = new Set<Action>();

  constructor(
    private readonly register: Register,
    private readonly policies: Policies,
    private readonly programme: string,
    private readonly identity: Identity,
  ) {}

  /** Everybody who was found or registered, for the read log. */
  async subjects(): Promise<string[]> {
    const settled = await Promise.allSettled(this.found.values());
    return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  }

  /**
   * The row without what it says of the person, and with the programme's reference of them.
   * @throws Rejection when it cannot be said who it is
   */
  async withSubject({ line, cells }: TableRow, key: string): Promise<TableRow> {
    const { cpr, name, birthDate, gender, ...rest } = cells;
    if (columns.every((column) => cells[column] === undefined)) return { line, cells };
    const person = { cpr, name, birthDate, gender };
    const known = JSON.stringify(person);
    const subject = this.found.get(known) ?? this.subjectOf(person, key);
    this.found.set(known, subject);
    return { line, cells: { ...rest, subject: await subject } };
  }

  private async subjectOf(
    said: Readonly<Record<(typeof columns)[number], unknown>>,
    key: string,
  ): Promise<string> {
    const { programme } = this;
    this.assert('search');
    const number = typeof said.cpr === 'string' ? readCpr(said.cpr) : undefined;
    refuseUnless(said.cpr === undefined || number !== undefined, 'a-cpr-number-is-one-that-can-be');
    const birthDate = said.birthDate ?? number?.birthDate;
    const name = typeof said.name === 'string' ? said.name : undefined;
    const by = {
      ...(number && { cpr: number.digits }),
      ...(name !== undefined && isDay(birthDate) && { name, birthDate }),
    };
    const hits = await this.register.search(programme, by);
    const same = hits.find(({ matched }) => matched.includes('cpr'));
    if (same) return same.subject;
    refuseUnless(hits.length === 0, 'a-person-of-the-same-name-and-birth-date-is-looked-at-first');
    refuseUnless(
      name !== undefined && isDay(birthDate),
      'a-person-is-registered-with-name-and-birth-date',
    );
    this.assert('register');
    const particulars: Particulars = {
      ...{ name, birthDate, gender: genderOf(said.gender) },
      ...(number && { cpr: number.digits }),
    };
    const subject = idFrom({ identity: this.identity, key }, 'subject');
    await this.registered(subject, particulars);
    return subject;
  }

  /** Asks the policies once for the file. */
  private assert(action: Action): void {
    if (this.permitted.has(action)) return;
    permit(this.policies, this.identity, action, { programme: this.programme });
    this.permitted.add(action);
  }

  private async registered(subject: string, particulars: Particulars): Promise<void> {
    try {
      await this.register.keep({ programme: this.programme, subject }, particulars);
    } catch (error) {
      refuseUnless(!(error instanceof CprTaken), 'a-cpr-number-is-registered-once');
      throw error;
    }
  }
}

function genderOf(text: unknown): Particulars['gender'] {
  if (text === 'female' || text === 'male') return text;
  return 'other-or-unknown';
}
