import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Identity } from '@sikkerby/access';
import {
  beginning,
  decider,
  happened,
  homeOf,
  kindOf,
  nothingYet,
  voiding,
  type Asked,
  type Done,
} from '@sikkerby/case-kit';
import { TakeBack, unitDefinition, unitProgramme, view } from '@sikkerby/case-kit/edge';
import { onDay, unitFacts } from '@sikkerby/case-kit/facts';
import { Dated, IsDistrict, ProgrammeController, QueryRoute, WhoAsks } from '@sikkerby/http';
import { upcaster, type Day, type DomainEvent } from '@sikkerby/kernel';
import { ReadModels, type Row } from '@sikkerby/projections';
import type { District } from '@sikkerby/reference';
import { factsProjection, type MeasuresOf } from '@sikkerby/statistics/facts';
import { IsInt } from 'class-validator';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/*
 * A programme of two kinds of unit, with all that one can add: an event had another version once, and
 * there is a view of its own, with its route.
 */

/** Parents walk through their district at night. */
interface Walk {
  readonly status: 'held';
  readonly beganOn: Day;
  readonly district: District;
  readonly walkers: number;
  readonly lamps: number;
}

/** And hold talks about it. */
interface Talk {
  readonly status: 'held';
  readonly beganOn: Day;
  readonly district: District;
  readonly listeners: number;
}

export type WalkHeldV1 = DomainEvent<'night-walk.walk-held.v1', Pick<Walk, 'district' | 'walkers'>>;
export type WalkHeld = DomainEvent<
  'night-walk.walk-held.v2',
  Pick<Walk, 'district' | 'walkers' | 'lamps'>
>;
export type TalkHeld = Done<'night-walk', 'talk', 'held', Pick<Talk, 'district' | 'listeners'>>;

const walk = kindOf<Walk>()('night-walk', 'walk');
const talk = kindOf<Talk>()('night-walk', 'talk');
const walkVoids = voiding(walk);
const talkVoids = voiding(talk);

const walkDecider = decider(walk, {
  category: 'night_walk',
  initialState: nothingYet,
  acts: {
    hold: beginning(walk, (command: Asked<WalkHeld['data']>) => {
      const { district, walkers, lamps } = command.data;
      return [happened('night-walk.walk-held.v2', command, { district, walkers, lamps })];
    }),
    ...walkVoids.acts,
  },
  evolve: {
    'night-walk.walk-held.v2': (_: unknown, { occurredOn, data }: WalkHeld): Walk => ({
      status: 'held',
      beganOn: occurredOn,
      ...data,
    }),
    ...walkVoids.steps,
  },
  homeOf,
});

const talkDecider = decider(talk, {
  category: 'night_talk',
  initialState: nothingYet,
  acts: {
    hold: beginning(talk, (command: Asked<TalkHeld['data']>) => {
      const { district, listeners } = command.data;
      return [happened('night-walk.talk-held.v1', command, { district, listeners })];
    }),
    ...talkVoids.acts,
  },
  evolve: {
    'night-walk.talk-held.v1': (_: unknown, { occurredOn, data }: TalkHeld): Talk => ({
      status: 'held',
      beganOn: occurredOn,
      ...data,
    }),
    ...talkVoids.steps,
  },
  homeOf,
});

class HoldWalk extends Dated {
  @IsDistrict()
  readonly district!: District;

  @IsInt()
  readonly walkers!: number;

  @IsInt()
  readonly lamps!: number;
}

class HoldTalk extends Dated {
  @IsDistrict()
  readonly district!: District;

  @IsInt()
  readonly listeners!: number;
}

const roles = { work: ['outreach-lead'], read: [] } as const;
const repairs = {
  void: { request: TakeBack, summary: 'Take it out: it was registered in error' },
  reinstate: { request: Dated, summary: 'Take back a void' },
};

const nobody = { subject: null, assignedTo: null, dueOn: null, open: false };

const walks = unitDefinition({
  decider: walkDecider,
  path: 'walks',
  roles,
  begin: { act: 'hold', request: HoldWalk, summary: 'Record a walk' },
  acts: repairs,
  row: ({ status, beganOn, district, lamps }: Walk) => ({
    ...nobody,
    status,
    beganOn,
    district,
    codes: { lamps: String(lamps) },
  }),
  lists: {},
  words: {
    unit: { da: 'Gåturen', en: 'The walk' },
    events: {
      'night-walk.walk-held.v2': {
        da: '{walkers} gik i {district} med {lamps} lygter.',
        en: '{walkers} walked in {district} with {lamps} lamps.',
      },
    },
    codes: {},
  },
});

const talks = unitDefinition({
  decider: talkDecider,
  path: 'talks',
  roles,
  begin: { act: 'hold', request: HoldTalk, summary: 'Record a talk' },
  acts: repairs,
  row: ({ status, beganOn, district }: Talk) => ({
    ...nobody,
    status,
    beganOn,
    district,
    codes: {},
  }),
  lists: {},
  words: {
    unit: { da: 'Oplægget', en: 'The talk' },
    events: {
      'night-walk.talk-held.v1': {
        da: '{listeners} hørte et oplæg i {district}.',
        en: '{listeners} listened to a talk in {district}.',
      },
    },
    codes: {},
  },
});

const facts = factsProjection({
  programme: 'night-walk',
  version: 1,
  units: [
    unitFacts(walkDecider, ({ beganOn, district, walkers }) => [
      { kind: 'night-walk.walked', ...onDay(beganOn), district, quantity: walkers },
    ]),
  ],
});

const measures: MeasuresOf<typeof facts> = [
  {
    id: 'night-walk.walkers',
    version: 1,
    kind: 'night-walk.walked',
    distinct: 'unit',
    sum: true,
    where: {},
    breakdowns: [],
    unit: { da: 'deltagere', en: 'walkers' },
    title: { da: 'Deltagere', en: 'Walkers' },
    description: { da: 'Deltagere i årets gåture.', en: 'Walkers in the walks of the year.' },
  },
];

/** A walk or a talk, and how many came. */
@Entity('outing')
class Outing implements Row {
  @PrimaryColumn('text') readonly stream!: string;
  @PrimaryColumn('text') readonly key!: string;
  @Column('text') readonly district!: string;
  @Column('integer') readonly came!: number;
}

const outings = view<WalkHeld | TalkHeld>({
  name: 'night-walk.outings',
  version: 1,
  programme: 'night-walk',
  onPoison: 'quarantine',
  seenBy: { roles: roles.work },
  tables: [Outing],
  steps: [
    {
      'night-walk.walk-held.v2': (rows, { data: { district, walkers } }) => {
        rows.put(Outing, { district, came: walkers });
      },
      'night-walk.talk-held.v1': (rows, { data: { district, listeners } }) => {
        rows.put(Outing, { district, came: listeners });
      },
    },
  ],
});

interface Came {
  readonly district: string;
  readonly came: number;
}

/** How many came out, in each district? */
class WhoCame extends Query<Came[]> {
  constructor(readonly identity: Identity) {
    super();
  }
}

@QueryHandler(WhoCame)
class WhoCameHandler implements IQueryHandler<WhoCame> {
  constructor(private readonly readModels: ReadModels) {}

  execute({ identity }: WhoCame): Promise<Came[]> {
    return this.readModels.readView(outings.name, identity, (manager) =>
      manager.query<Came[]>(
        'SELECT district, sum(came)::int AS came FROM outing GROUP BY district ORDER BY district',
      ),
    );
  }
}

/** Beside the addresses of the walks themselves. */
@ProgrammeController('night-walk')
class OutingsController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute('walks/outings', { roles: roles.work, summary: 'How many came out, by district' })
  outings(@WhoAsks() identity: Identity) {
    return this.queries.execute(new WhoCame(identity));
  }
}

export const nightWalk = unitProgramme({
  name: 'night-walk',
  persons: false,
  access: 'open',
  policies: `@id("outreach-walks")
    permit (principal is User, action in [Action::"read", Action::"change"], resource is Unit)
    when { principal.role == "outreach-lead" };`,
  title: { da: 'Natteravne', en: 'Night walks' },
  listsVersion: 1,
  units: [walks, talks],
  upcasters: [
    upcaster<WalkHeldV1, WalkHeld>(
      'night-walk.walk-held.v1',
      'night-walk.walk-held.v2',
      (data) => ({
        ...data,
        lamps: 0,
      }),
    ),
  ],
  facts,
  measures,
  views: [outings],
  controllers: [OutingsController],
  providers: [WhoCameHandler],
});
