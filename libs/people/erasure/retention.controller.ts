import { Body, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { About, Policies, type Identity } from '@sikkerby/access';
import type { Intent } from '@sikkerby/commands';
import { CreateRoute, Given, ProgrammeController, QueryRoute, WhoAsks } from '@sikkerby/http';
import { dayInCopenhagen } from '@sikkerby/kernel';
import { PersonProgrammes } from '@sikkerby/people';
import { AnchorEvents } from './anchor-events.js';
import { ErasureCommands } from './erasure-commands.js';
import { ProposedErasures, RetentionRules } from './erasure.answers.js';
import { SetRetentionRule } from './erasure.requests.js';
import { WhosePeriodIsOver } from './proposals.query.js';
import type { RetentionRule } from './retention-rule.js';

const roles = ['dpo'] as const;

/** How long programmes keep what they know about persons, and whose period is over. */
@ProgrammeController('erasure')
export class RetentionController {
  constructor(
    private readonly erasures: ErasureCommands,
    private readonly queries: QueryBus,
    private readonly policies: Policies,
    private readonly programmes: PersonProgrammes,
    private readonly anchors: AnchorEvents,
  ) {}

  @CreateRoute(':programme/retention-rule', {
    roles,
    summary: 'Record how long a programme keeps what it knows about a person',
    description: 'As the archive authority decided. Replaces the rule before it.',
  })
  setRule(
    @Param('programme') programme: string,
    @Body() body: SetRetentionRule,
    @Given() intent: Intent,
  ) {
    this.programmes.permit(this.policies, intent.identity, 'oversee-erasure', programme);
    return this.erasures.setRule(programme, body, intent, this.anchors.of(programme));
  }

  @QueryRoute('retention-rules', {
    roles,
    summary: 'How long does which programme keep what it knows?',
    answer: { type: RetentionRules },
  })
  async rules(@WhoAsks() identity: Identity) {
    return { items: await this.rulesFor(identity) };
  }

  @QueryRoute('proposals', {
    roles,
    looks: 'search',
    summary: 'Whose period is over today?',
    description:
      'Everybody with whom the period began long enough ago and in none of whose cases and reports ' +
      'anything happened since. Nobody is proposed before a retention rule is recorded, and nobody ' +
      'is erased before somebody asks for it.',
    answer: { type: ProposedErasures },
  })
  async proposals(@WhoAsks() identity: Identity) {
    const rules = await this.rulesFor(identity);
    const today = dayInCopenhagen(new Date());
    const asRead = rules.map((rule) => ({ ...rule, anchor: this.anchors.readAs(rule.anchor) }));
    const items = await this.queries.execute(new WhosePeriodIsOver(asRead, today));
    return new About(
      { items },
      items.map(({ programme, subject }) => ({ programme, subject })),
    );
  }

  private async rulesFor(identity: Identity): Promise<RetentionRule[]> {
    const now = new Date();
    const rules: RetentionRule[] = [];
    for (const { name: programme } of this.programmes.all) {
      const resource = { programme };
      const decision = this.policies.decide(identity, 'oversee-erasure', resource, now);
      const rule = decision.permitted ? await this.erasures.ruleOf(programme) : undefined;
      if (rule) rules.push(rule);
    }
    return rules;
  }
}
