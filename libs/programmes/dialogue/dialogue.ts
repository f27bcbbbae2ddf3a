import type { District } from '@sikkerby/reference';
import {
  holding,
  planIsInOrder,
  type PlannedUnit,
  correcting,
  voiding,
  decider,
  kindOf,
  stepFor,
  typeOf,
  beginning,
  happened,
  homeOf,
  nothingYet,
  type Asked,
} from '@sikkerby/case-kit';

export const activityKinds = ['debate', 'workshop', 'parents-evening', 'performance'] as const;
export type ActivityKind = (typeof activityKinds)[number];
export const professions = ['teachers', 'social-workers', 'club-staff', 'health-staff'] as const;
export type Profession = (typeof professions)[number];

/** Whether those who came were counted one by one, or estimated: kept, for the figure is about then. */
export const precisions = ['counted', 'estimated'] as const;
export type Precision = (typeof precisions)[number];

/** Where people meet about extremism and radicalisation; how many came, never who. */
export interface Meeting<
  What extends ActivityKind | Profession = ActivityKind | Profession,
> extends PlannedUnit {
  readonly kind: What;
  readonly district: District;
  readonly participants?: number;
  readonly precision?: Precision;
}

/** How many came, and how that is known. */
interface Came {
  readonly participants: number;
  readonly precision: Precision;
}

function meeting<What extends ActivityKind | Profession, Noun extends 'activity' | 'training'>(
  noun: Noun,
) {
  type Plan = Pick<Meeting<What>, 'kind' | 'district' | 'plannedOn'>;
  const kind = kindOf<Meeting<What>>()('dialogue', noun);
  const isInOrder = planIsInOrder(kind);
  const voids = voiding(kind);
  const held = holding(kind, ({ participants, precision }: Came) => ({
    participants,
    precision,
  }));
  const corrections = correcting(
    kind,
    ['kind', 'district', 'plannedOn', 'heldOn', 'participants', 'precision'],
    isInOrder,
  );
  return {
    kind,
    acts: {
      plan: beginning(kind, (command: Asked<Plan>) => {
        const { kind: what, district, plannedOn } = command.data;
        isInOrder({ beganOn: command.occurredOn, plannedOn });
        return [happened(typeOf(kind, 'planned'), command, { kind: what, district, plannedOn })];
      }),
      ...held.acts,
      ...corrections.acts,
      ...voids.acts,
    },
    steps: {
      ...stepFor<Meeting<What>, 'dialogue', Noun, 'planned', Plan>(
        kind,
        'planned',
        (_, { occurredOn, data }) => ({
          status: 'planned',
          beganOn: occurredOn,
          kind: data.kind,
          district: data.district,
          plannedOn: data.plannedOn,
        }),
      ),
      ...held.steps,
      ...corrections.steps,
      ...voids.steps,
    },
  };
}

const activity = meeting<ActivityKind, 'activity'>('activity');
const training = meeting<Profession, 'training'>('training');

/** A dialogue activity with citizens: those who come count as attendances. */
export const dialogueActivity = decider(activity.kind, {
  category: 'dialogue_activity',
  initialState: nothingYet,
  acts: activity.acts,
  evolve: activity.steps,
  homeOf,
});

/** A training of professionals, kept apart from the dialogue with citizens. */
export const dialogueTraining = decider(training.kind, {
  category: 'dialogue_training',
  initialState: nothingYet,
  acts: training.acts,
  evolve: training.steps,
  homeOf,
});
