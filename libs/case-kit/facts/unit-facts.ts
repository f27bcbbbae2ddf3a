import type { Day, Decider } from '@sikkerby/kernel';
import { nothing, type Told, type UnitFacts } from '@sikkerby/statistics/facts';
import {
  counted,
  isMerged,
  nothingYet,
  type Kind,
  type LiveUnit,
  type UnitState,
} from '../unit.js';

/**
 * The facts of a kind of unit, from the state that its rules have. A void unit makes none (R5); one
 * that is merged makes them as it was, its last open days ending with the merge, and they count under
 * its survivor (R6). What `told` gives is what measures are held against, each kind and code of it.
 */
export function unitFacts<
  Live extends LiveUnit,
  Programme extends string,
  const Made extends Told<`${Programme}.${string}`>,
>(
  decider: Kind<Live, Programme> & Pick<Decider<UnitState<Live>>, 'evolve'>,
  told: (unit: Live) => readonly Made[],
): UnitFacts<UnitState<Live>, Made> {
  return {
    initial: nothingYet,
    evolve: decider.evolve,
    factsOf: (state) => {
      const live = counted(state);
      if (!live) return [];
      return told(live).map((fact) => ({
        ...fact,
        validTo: fact.validTo ?? mergedOn(state, fact.validFrom),
      }));
    },
    linksOf: (state, unit) => {
      if (isMerged(state)) return [{ kind: 'unit', from: unit, to: state.survivor }];
      return state.status === 'void' ? [{ kind: 'unit', from: unit, to: nothing }] : [];
    },
  };
}

/** A fact of one day. */
export function onDay(day: Day): Pick<Told, 'validFrom' | 'validTo'> {
  return { validFrom: day, validTo: day };
}

function mergedOn<Live extends LiveUnit>(state: UnitState<Live>, from: Day): Day | null {
  if (!isMerged(state)) return null;
  return state.mergedOn > from ? state.mergedOn : from;
}
