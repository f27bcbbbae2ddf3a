import type { Decider, DomainEvent } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import { holding, planIsInOrder, type PlannedUnit } from '../planned.js';
import { correcting, voiding } from '../repairs.js';
import { beginning, happened, homeOf, nothingYet, type UnitState } from '../unit.js';

export const activityKinds = ['debate', 'workshop', 'parents-evening', 'performance'] as const;
export type ActivityKind = (typeof activityKinds)[number];
export const professions = ['teachers', 'social-workers', 'club-staff', 'health-staff'] as const;
export type Profession = (typeof professions)[number];

/** Whether those who came were counted one by one, or estimated: kept, for the figure is about then. */
export const precisions = ['counted', 'estimated'] as const;
export type Precision = (typeof precisions)[number];

/** Where people meet about extremism and radicalisation; how many came, never who. */
export interface Meeting extends PlannedUnit {
  readonly kind: ActivityKind | Profession;
  readonly district: District;
  readonly participants?: number;
  readonly precision?: Precision;
}

/** How many came, and how that is known. */
interface Came {
  readonly participants: number;
  readonly precision: Precision;
}

type Planned = DomainEvent<string, Pick<Meeting, 'kind' | 'district' | 'plannedOn'>>;

/** A dialogue activity with citizens: those who come count as attendances. */
export const dialogueActivity = meeting('activity');

/** A training of professionals, kept apart from the dialogue with citizens. */
export const dialogueTraining = meeting('training');

function meeting(noun: 'activity' | 'training') {
  const kind = { programme: 'dialogue', noun };
  const planned = `dialogue.${noun}-planned.v1`;
  const isInOrder = planIsInOrder(kind);
  const voids = voiding<Meeting>(kind);
  const held = holding<Meeting, Came>(kind, ({ participants, precision }) => ({
    participants,
    precision,
  }));
  const corrections = correcting<Meeting>(
    kind,
    ['kind', 'district', 'plannedOn', 'heldOn', 'participants', 'precision'],
    isInOrder,
  );
  return {
    programme: 'dialogue',
    category: `dialogue_${noun}`,
    initialState: nothingYet,
    acts: {
      plan: beginning<Meeting, Planned['data']>(kind, (command) => {
        const { kind: what, district, plannedOn } = command.data;
        isInOrder({ beganOn: command.occurredOn, plannedOn });
        return [happened(planned, command, { kind: what, district, plannedOn })];
      }),
      ...held.acts,
      ...corrections.acts,
      ...voids.acts,
    },
    evolve: {
      [planned]: (_: unknown, { occurredOn, data }: Planned): Meeting => ({
        ...{ status: 'planned', beganOn: occurredOn, kind: data.kind },
        ...{ district: data.district, plannedOn: data.plannedOn },
      }),
      ...held.steps,
      ...corrections.steps,
      ...voids.steps,
    },
    homeOf,
  } as const satisfies Decider<UnitState<Meeting>>;
}
