import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { About, Policies, type Identity, type Seen } from '@sikkerby/access';
import { Decide, Decisions, NoSuchUnit, type Intent, type Receipt } from '@sikkerby/decisions';
import { PersonHistory, type History } from './person-history.js';
import { PersonProgrammes } from './person-programmes.js';
import { Register, type Subject } from './register.js';

/** Decides how what is known of a person is shared. */
@Injectable()
export class SharingCommands {
  constructor(
    private readonly commands: CommandBus,
    private readonly decisions: Decisions,
    private readonly register: Register,
    private readonly history: PersonHistory,
    private readonly policies: Policies,
    private readonly programmes: PersonProgrammes,
  ) {}

  /**
   * Gives the command, whether the person's stream has begun or not: nobody has a revision to match,
   * the rules look at what holds when it is decided.
   * @throws NoSuchUnit, NotYours, Hidden, ReadModelBehind
   */
  async give(person: Subject, act: string, body: object, intent: Intent): Promise<About<Receipt>> {
    const { seen } = await this.theirs(person, intent.identity, 'change');
    const decider = this.programmes.sharingOf(person.programme);
    const { revision } = await this.decisions.state(decider, person.subject);
    const now: Intent = { ...intent, expected: revision ?? 'none' };
    const decide = new Decide(decider, person.subject, act, body, now);
    return new About(await this.commands.execute(decide), seen);
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
