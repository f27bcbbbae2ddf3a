import { Body, Param } from '@nestjs/common';
import { About, Policies, type Identity } from '@sikkerby/access';
import { NoSuchUnit, type Intent } from '@sikkerby/commands';
import {
  AskRoute,
  CreateRoute,
  Given,
  invalidRequest,
  ProgrammeController,
  QueryRoute,
  UnitId,
  WhoAsks,
} from '@sikkerby/http';
import { readCpr } from './cpr.js';
import { LookUps } from './look-ups.js';
import type { Particulars } from './particulars.js';
import { PersonProgrammes } from '../person-programmes.js';
import { personRoles as roles } from './person-roles.js';
import { Register } from './register.js';
import {
  FoundPersons,
  PersonAsKnown,
  RegisteredPerson,
  RevealedAddress,
} from './register.answers.js';
import {
  PersonParticulars,
  RegisterPerson,
  RevealAddress,
  SearchPersons,
} from './register.requests.js';
import { Registration } from './registration.js';
import { SearchTokens } from './search-token.js';

/** The persons of a programme. Who is outside a closed one learns nothing, not even that it is there. */
@ProgrammeController('people')
export class RegisterController {
  constructor(
    private readonly register: Register,
    private readonly registration: Registration,
    private readonly lookUps: LookUps,
    private readonly tokens: SearchTokens,
    private readonly policies: Policies,
    private readonly programmes: PersonProgrammes,
  ) {}

  @AskRoute(':programme/search', {
    roles,
    looks: 'search',
    summary: 'Is the person registered already?',
    answer: { type: FoundPersons },
  })
  async search(
    @Param('programme') programme: string,
    @Body() { cpr, name, birthDate }: SearchPersons,
    @WhoAsks() identity: Identity,
  ) {
    const seenOf = this.programmes.permit(this.policies, identity, 'search', programme);
    const digits = cpr === undefined ? undefined : readCpr(cpr)?.digits;
    const by = {
      ...(digits === undefined ? {} : { cpr: digits }),
      ...(name === undefined ? {} : { name }),
      ...(birthDate === undefined ? {} : { birthDate }),
    };
    const lookUps = this.lookUps.of(programme, by);
    if (lookUps.length === 0) {
      throw invalidRequest('/', 'search by cpr, or by name and birthDate together');
    }
    const hits = await this.register.search(programme, by);
    const known = await this.particularsOf(
      programme,
      hits.map(({ subject }) => subject),
    );
    const items = hits.flatMap(({ subject, matched }) => {
      const person = known.get(subject);
      if (!person) return [];
      return [{ subject, name: person.name, birthDate: person.birthDate, matched: [...matched] }];
    });
    const searchToken = this.tokens.issue(identity.user, programme, lookUps, Date.now());
    return new About(
      { items, searchToken },
      items.map(({ subject }) => seenOf(subject)),
    );
  }

  @CreateRoute(':programme/persons', {
    roles,
    looks: 'collect',
    summary: 'Register a person who was searched for',
    answer: { type: RegisteredPerson },
  })
  async registerPerson(
    @Param('programme') programme: string,
    @Body() body: RegisterPerson,
    @Given() intent: Intent,
  ) {
    const seenOf = this.programmes.permit(this.policies, intent.identity, 'register', programme);
    const registered = await this.registration.registerPerson(programme, body, intent);
    return new About(registered, [seenOf(registered.subject)]);
  }

  @QueryRoute(':programme/persons/:id', {
    roles,
    looks: 'collect',
    summary: 'What is known of the person?',
    answer: { type: PersonAsKnown },
  })
  async person(
    @Param('programme') programme: string,
    @UnitId() subject: string,
    @WhoAsks() identity: Identity,
  ) {
    const seenOf = this.programmes.permit(this.policies, identity, 'read-person', programme);
    const {
      cpr,
      address,
      addressProtected = false,
      ...rest
    } = await this.known(programme, subject);
    const isShown = address !== undefined && !addressProtected;
    const shown = {
      ...{ subject, ...rest, cprIsKnown: cpr !== undefined, addressProtected },
      ...(isShown ? { address } : {}),
    };
    return new About(shown, [seenOf(subject)]);
  }

  @AskRoute(':programme/persons/:id/reveal-address', {
    roles,
    looks: 'reveal',
    summary: 'Where does the person live, though the address is protected?',
    description: 'Every use is reviewed by somebody else.',
    answer: { type: RevealedAddress },
  })
  async revealAddress(
    @Param('programme') programme: string,
    @UnitId() subject: string,
    @Body() { reason }: RevealAddress,
    @WhoAsks() identity: Identity,
  ) {
    const seenOf = this.programmes.permit(this.policies, identity, 'reveal-address', programme);
    const { address } = await this.known(programme, subject);
    const revealed = { subject, ...(address === undefined ? {} : { address }) };
    return new About(revealed, [seenOf(subject)], { reason });
  }

  @CreateRoute(':programme/persons/:id/change', {
    roles,
    looks: 'change',
    summary: 'Write down anew what is known of the person',
    answer: { type: RegisteredPerson },
  })
  async change(
    @Param('programme') programme: string,
    @UnitId() subject: string,
    @Body() body: PersonParticulars,
    @Given() intent: Intent,
  ) {
    const seenOf = this.programmes.permit(this.policies, intent.identity, 'register', programme);
    await this.known(programme, subject);
    const changed = await this.registration.change({ programme, subject }, body, intent);
    return new About(changed, [seenOf(subject)]);
  }

  private particularsOf(programme: string, subjects: readonly string[]) {
    return this.register.particularsOf(programme, subjects);
  }

  private async known(programme: string, subject: string): Promise<Particulars> {
    const known = (await this.particularsOf(programme, [subject])).get(subject);
    if (!known) throw new NoSuchUnit();
    return known;
  }
}
