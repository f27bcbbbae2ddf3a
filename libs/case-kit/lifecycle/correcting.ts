import { refuseUnless, type Day } from '@sikkerby/kernel';
import type { CorrectionReason } from '../shared-codes.js';
import { areInOrder, dayOf, withDay } from './episodes.js';
import type { EpisodicUnit } from './reopening.js';
import {
  acting,
  happened,
  named,
  stepFor,
  typeOf,
  type Asked,
  type Done,
  type Kind,
} from '../unit.js';

/** Days of a unit's episodes, which are corrected by these names. */
const episodeDays = ['openedOn', 'reopenedOn', 'closedOn'] as const;

/**
 * The right value in the place of a wrong one, with a reason in the envelope. What was known before
 * stays visible at earlier cuts (R9). `fits` refuses what cannot be, such as an end before a start;
 * of a unit with episodes the days of its opening, last reopening and last closing can be corrected.
 */
export function correcting<Live extends EpisodicUnit, P extends string, N extends string>(
  kind: Kind<Live, P, N>,
  fields: readonly (keyof Live & string)[],
  fits: (corrected: Live) => void = () => undefined,
) {
  interface Right {
    readonly field: string;
    readonly value: unknown;
  }
  type Corrected = Done<P, N, 'corrected', Right>;
  return {
    acts: {
      correct: acting(
        kind,
        (unit) => unit,
        (
          unit,
          command: Asked<Right & { readonly reason: CorrectionReason }>,
        ): readonly Corrected[] => {
          const { field, value, reason } = command.data;
          const known: readonly string[] = [...fields, ...(unit.episodes ? episodeDays : [])];
          const recorded = known.includes(field) ? valueOf(unit, field) : undefined;
          refuseUnless(recorded !== undefined, 'what-is-corrected-was-recorded');
          if (JSON.stringify(recorded) === JSON.stringify(value)) return [];
          const right = withRight(unit, field, value);
          const inOrder = !right.episodes || areInOrder(right.episodes);
          refuseUnless(inOrder, `${named(kind)}-does-not-end-before-it-began`);
          fits(right);
          const corrected = happened(typeOf(kind, 'corrected'), command, { field, value });
          return [{ ...corrected, reason }];
        },
      ),
    },
    steps: stepFor(kind, 'corrected', (state, { data }: Corrected) =>
      withRight(state as Live, data.field, data.value),
    ),
  };
}

function valueOf(unit: EpisodicUnit, field: string): unknown {
  const day = episodeDays.find((name) => name === field);
  if (day && unit.episodes) return dayOf(unit.episodes, day);
  const fields: Readonly<Record<string, unknown>> = { ...unit };
  return fields[field];
}

function withRight<Live extends EpisodicUnit>(unit: Live, field: string, value: unknown): Live {
  const day = episodeDays.find((name) => name === field);
  if (!day || !unit.episodes) return { ...unit, [field]: value };
  const episodes = withDay(unit.episodes, day, value as Day);
  const beganThen = unit.beganOn === unit.episodes[0].from;
  return { ...unit, episodes, ...(beganThen && { beganOn: episodes[0].from }) };
}
