import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { About, Policies, type Identity } from '@sikkerby/access';
import { Decisions } from '@sikkerby/commands';
import { Register } from '@sikkerby/people';
import { CaseNow } from './case-now.answers.js';
import type { CaseState, LiveCase } from './case-state.js';
import { readable } from '@sikkerby/case-kit/edge';
import { underlying } from '@sikkerby/case-kit';
import { youthConcern } from '../youth-concern.js';

/** How does the case stand? */
export class CaseAsItIs extends Query<About<CaseNow>> {
  constructor(
    readonly id: string,
    readonly identity: Identity,
  ) {
    super();
  }
}

@QueryHandler(CaseAsItIs)
export class CaseNowHandler implements IQueryHandler<CaseAsItIs> {
  constructor(
    readonly decisions: Decisions,
    readonly policies: Policies,
    private readonly register: Register,
  ) {}

  async execute({ id, identity }: CaseAsItIs): Promise<About<CaseNow>> {
    const found = await readable<CaseState>(this, youthConcern, id, identity);
    const { state, last } = found;
    const live = underlying(state);
    if (!live) throw new Error('a case with events has been opened');
    const shownPersons = found.may('read-person') ? [live.subject] : [];
    const persons = await this.register.particularsOf('youth-concern', shownPersons);
    const { revision, position, recordedAt } = last;
    const now = Object.assign(new CaseNow(), {
      ...{ id, revision, position, recordedAt },
      ...shown(live),
      status: state.status,
      name: persons.get(live.subject)?.name,
      survivor: state.status === 'merged' ? state.survivor : undefined,
    });
    return new About(now, found.seen);
  }
}

function shown(state: LiveCase) {
  return {
    ...state,
    district: state.district.value,
    level: state.level.value,
    concernTypes: state.concernTypes.value,
    actions: listed('actionId', state.actions),
    agenda: listed('itemId', state.agenda),
    referrals: listed('referralId', state.referrals),
  };
}

function listed<Thing>(name: string, things: Readonly<Record<string, Thing>>) {
  return Object.entries(things).map(([id, thing]) => ({ [name]: id, ...thing }));
}
