import { Body, Param, Inject } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { About, Policies, type Identity } from '@sikkerby/access';
import { Decide, Decisions, NoSuchUnit, type Intent, type Commands } from '@sikkerby/commands';
import {
  AskRoute,
  CommandRoute,
  CreateRoute,
  Dated,
  Given,
  ProgrammeController,
  QueryRoute,
  UnitId,
  WhoAsks,
} from '@sikkerby/http';
import { Comparison, ProposedPairs } from './links.answers.js';
import { TwoPersons } from './links.requests.js';
import { pairId } from './pair-id.js';
import { PersonProgrammes } from '../person-programmes.js';
import { personRoles as roles } from '../register/person-roles.js';
import { Register } from '../register/register.js';

const compared = ['name', 'birthDate', 'gender', 'cpr', 'address', 'contact'] as const;

/** Whether two records of a programme are about one person: coordinators compare, and decide. */
@ProgrammeController('people')
export class LinksController {
  constructor(
    private readonly register: Register,
    @Inject(CommandBus) private readonly commands: Commands,
    private readonly decisions: Decisions,
    private readonly policies: Policies,
    private readonly programmes: PersonProgrammes,
  ) {}

  @QueryRoute(':programme/duplicates', {
    roles,
    looks: 'search',
    summary: 'Which records may be about one person?',
    answer: { type: ProposedPairs },
  })
  async duplicates(@Param('programme') programme: string, @WhoAsks() identity: Identity) {
    const seenOf = this.programmes.permit(this.policies, identity, 'compare', programme);
    const items = [];
    for (const [subject, otherSubject] of await this.register.alike(programme)) {
      const id = pairId(programme, subject, otherSubject);
      const { state } = await this.decisions.state(this.programmes.pairOf(programme), id);
      if (!['linked', 'told-apart'].includes(state.status)) items.push({ subject, otherSubject });
    }
    const seen = items.flatMap((pair) => [seenOf(pair.subject), seenOf(pair.otherSubject)]);
    return new About({ items }, seen);
  }

  @AskRoute(':programme/compare', {
    roles,
    looks: 'collect',
    summary: 'Two records side by side',
    answer: { type: Comparison },
  })
  async compare(
    @Param('programme') programme: string,
    @Body() { subject, otherSubject }: TwoPersons,
    @WhoAsks() identity: Identity,
  ) {
    const seenOf = this.programmes.permit(this.policies, identity, 'compare', programme);
    const known = await this.register.particularsOf(programme, [subject, otherSubject]);
    const [one, other] = [known.get(subject), known.get(otherSubject)];
    if (!one || !other) throw new NoSuchUnit();
    const persons = [...known].map(([id, { cpr, addressProtected = false, ...rest }]) => ({
      ...{ ...rest, subject: id, cprIsKnown: cpr !== undefined, addressProtected },
      ...(addressProtected ? { address: undefined } : {}),
    }));
    const both = compared.filter((field) => one[field] !== undefined && other[field] !== undefined);
    const agree = both.filter((field) => one[field] === other[field]);
    const differ = both.filter((field) => one[field] !== other[field]);
    return new About({ persons, agree, differ }, [seenOf(subject), seenOf(otherSubject)]);
  }

  @CreateRoute(':programme/links', {
    roles,
    summary: 'Say that two records are about one person',
    description: 'From then on they count as one. Once a pair was decided, use its own routes.',
  })
  async link(
    @Param('programme') programme: string,
    @Body() body: TwoPersons,
    @Given() intent: Intent,
  ) {
    return this.decide(programme, 'link-persons', body, intent);
  }

  @CreateRoute(':programme/told-apart', {
    roles,
    summary: 'Say that two records are about two persons',
    description: 'The pair is not proposed again.',
  })
  async tellApart(
    @Param('programme') programme: string,
    @Body() body: TwoPersons,
    @Given() intent: Intent,
  ) {
    return this.decide(programme, 'tell-persons-apart', body, intent);
  }

  @CommandRoute(':programme/links/:id/undo', { roles, summary: 'Take a link back' })
  undo(
    @Param('programme') programme: string,
    @UnitId() id: string,
    @Body() body: Dated,
    @Given() intent: Intent,
  ) {
    this.programmes.permit(this.policies, intent.identity, 'link', programme);
    const decider = this.programmes.pairOf(programme);
    return this.commands.execute(new Decide(decider, id, 'unlink-persons', body, intent));
  }

  @CommandRoute(':programme/links/:id/redo', { roles, summary: 'Link a decided pair' })
  redo(
    @Param('programme') programme: string,
    @UnitId() id: string,
    @Body() body: TwoPersons,
    @Given() intent: Intent,
  ) {
    this.programmes.permit(this.policies, intent.identity, 'link', programme);
    if (id !== pairId(programme, body.subject, body.otherSubject)) throw new NoSuchUnit();
    const decider = this.programmes.pairOf(programme);
    return this.commands.execute(new Decide(decider, id, 'link-persons', body, intent));
  }

  private async decide(programme: string, act: string, body: TwoPersons, intent: Intent) {
    this.programmes.permit(this.policies, intent.identity, 'link', programme);
    const { subject, otherSubject } = body;
    const known = await this.register.particularsOf(programme, [subject, otherSubject]);
    if (!known.has(subject) || !known.has(otherSubject)) throw new NoSuchUnit();
    const id = pairId(programme, subject, otherSubject);
    return this.commands.execute(
      new Decide(this.programmes.pairOf(programme), id, act, body, intent),
    );
  }
}
