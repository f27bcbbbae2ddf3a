import { Injectable, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { About, Policies, type Identity, type Seen } from '@sikkerby/access';
import {
  atAnyRevision,
  Decide,
  Decisions,
  idFrom,
  NoSuchUnit,
  type Intent,
  type Receipt,
  type Commands,
} from '@sikkerby/commands';
import { disclosuresIn, everConsented } from './disclosures.js';
import { eventsOf, PersonHistory, type History } from '../person-history.js';
import { PersonProgrammes } from '../person-programmes.js';
import { Register, type Subject } from '../register/register.js';

/** Decides how what is known of a person is shared. */
@Injectable()
export class SharingCommands {
  constructor(
    @Inject(CommandBus) private readonly commands: Commands,
    private readonly decisions: Decisions,
    private readonly register: Register,
    private readonly history: PersonHistory,
    private readonly policies: Policies,
    private readonly programmes: PersonProgrammes,
  ) {}

  /** @throws NoSuchUnit, NotYours, Hidden, ReadModelBehind */
  async give(person: Subject, act: string, body: object, intent: Intent): Promise<About<Receipt>> {
    const { seen } = await this.theirs(person, intent.identity, 'change');
    return new About(await this.decide(person, act, body, intent), seen);
  }

  /**
   * Under whichever of their linked records the person consented: they withdraw all of it.
   * @returns also who received something so far, each once
   * @throws NoSuchUnit, NotYours, Hidden, ReadModelBehind
   */
  async withdraw(person: Subject, body: object, intent: Intent) {
    const { programme, subject } = person;
    const { history, seen } = await this.theirs(person, intent.identity, 'change');
    const others = history.sharing.filter(
      ({ id, events }) => id !== subject && everConsented(events),
    );
    let last: Receipt | undefined;
    for (const { id } of others) {
      const theirs: Intent = { ...intent, key: idFrom(intent, `withdraw under ${id}`) };
      last = await this.decide({ programme, subject: id }, 'withdraw-consent', body, theirs);
    }
    const own = history.sharing.some(({ id, events }) => id === subject && everConsented(events));
    const receipt =
      last && !own ? last : await this.decide(person, 'withdraw-consent', body, intent);
    const given = disclosuresIn(eventsOf(history)).map(({ toOrganisation }) => toOrganisation);
    return { receipt, recipients: [...new Set(given)], seen };
  }

  private decide(person: Subject, act: string, body: object, intent: Intent): Promise<Receipt> {
    const decider = this.programmes.sharingOf(person.programme);
    return atAnyRevision(this.decisions, decider, person.subject, intent, (now) =>
      this.commands.execute(new Decide(decider, person.subject, act, body, now)),
    );
  }

  /**
   * Everything about somebody who is registered, and whom they may see so.
   * @param action what they must be allowed in a unit about the person, if there is any
   * @throws NoSuchUnit, NotYours, Hidden, ReadModelBehind
   */
  async theirs(
    person: Subject,
    identity: Identity,
    action: 'read' | 'change',
  ): Promise<{ readonly history: History; readonly seen: readonly Seen[] }> {
    const { programme } = person;
    const seenOf = this.programmes.permit(this.policies, identity, 'disclose', programme);
    if (!(await this.register.has(person))) throw new NoSuchUnit();
    const history = await this.history.of(person);
    this.history.assertTheirs(history, identity, action, this.policies);
    return { history, seen: history.subjects.map(seenOf) };
  }
}
