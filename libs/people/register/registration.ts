import { Injectable, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Decide, idFrom, UsedKeys, type Intent, type Commands } from '@sikkerby/commands';
import { refuseUnless } from '@sikkerby/kernel';
import { readCpr } from './cpr.js';
import { LookUps } from './look-ups.js';
import { pairId } from '../links/pair-id.js';
import type { Particulars } from './particulars.js';
import { PersonProgrammes } from '../person-programmes.js';
import { CprTaken, Register, type Subject } from './register.js';
import type { PersonParticulars, RegisterPerson } from './register.requests.js';
import { SearchTokens } from './search-token.js';

/** Writes persons down: after a search, and never twice. */
@Injectable()
export class Registration {
  constructor(
    private readonly register: Register,
    private readonly lookUps: LookUps,
    private readonly tokens: SearchTokens,
    private readonly usedKeys: UsedKeys,
    @Inject(CommandBus) private readonly commands: Commands,
    private readonly programmes: PersonProgrammes,
  ) {}

  /** Somebody new. A retry gives the same subject. */
  async registerPerson(programme: string, body: RegisterPerson, intent: Intent) {
    const { searchToken, notTheSameAs } = body;
    const { particulars, warnings } = checked(body);
    const person = { programme, subject: idFrom(intent, 'subject') };
    await this.usedKeys.claim(intent, ['register', programme, particulars, notTheSameAs]);
    if (await this.register.has(person)) return { subject: person.subject, warnings };
    const covered = this.tokens.covers(
      searchToken,
      intent.identity.user,
      programme,
      this.lookUps.of(programme, particulars),
      Date.now(),
    );
    refuseUnless(covered, 'a-person-is-searched-for-before-they-are-registered');
    await this.keep(person, particulars, notTheSameAs, intent);
    return { subject: person.subject, warnings };
  }

  async change(person: Subject, body: PersonParticulars, intent: Intent) {
    await this.usedKeys.claim(intent, ['change', person, body]);
    const { particulars, warnings } = checked(body);
    await this.keep(person, particulars, body.notTheSameAs, intent);
    return { subject: person.subject, warnings };
  }

  private async keep(
    person: Subject,
    particulars: Particulars,
    notTheSameAs: readonly string[],
    intent: Intent,
  ): Promise<void> {
    const { programme, subject } = person;
    const hits = await this.register.search(programme, particulars);
    const others = hits.filter((hit) => hit.subject !== subject);
    refuseUnless(
      !others.some(({ matched }) => matched.includes('cpr')),
      'a-cpr-number-is-registered-once',
    );
    refuseUnless(
      others.every((other) => notTheSameAs.includes(other.subject)),
      'a-person-of-the-same-name-and-birth-date-is-looked-at-first',
    );
    try {
      await this.register.keep(person, particulars);
    } catch (error) {
      refuseUnless(!(error instanceof CprTaken), 'a-cpr-number-is-registered-once');
      throw error;
    }
    for (const other of others) await this.tellApart(person, other.subject, intent);
  }

  private async tellApart({ programme, subject }: Subject, otherSubject: string, intent: Intent) {
    const key = idFrom(intent, `told apart from ${otherSubject}`);
    const id = pairId(programme, subject, otherSubject);
    const decider = this.programmes.pairOf(programme);
    const body = { subject, otherSubject };
    const apart: Intent = { ...intent, key, expected: 'none' };
    await this.commands.execute(new Decide(decider, id, 'tell-persons-apart', body, apart));
  }
}

/** What a request says of the person, once it cannot be wrong, and what to look at again. */
function checked(body: PersonParticulars) {
  const { name, birthDate, gender, cpr, address, addressProtected, contact } = body;
  const known = cpr === undefined ? undefined : readCpr(cpr);
  refuseUnless(
    known === undefined || known.birthDate === birthDate,
    'the-birth-date-is-that-of-the-cpr-number',
  );
  const particulars: Particulars = {
    ...{ name, birthDate, gender },
    ...(known && { cpr: known.digits }),
    ...(address !== undefined && { address }),
    ...(addressProtected !== undefined && { addressProtected }),
    ...(contact !== undefined && { contact }),
  };
  const isOdd = known?.passesModulus11 === false;
  return { particulars, warnings: isOdd ? ['the-cpr-number-fails-modulus-11'] : [] };
}
