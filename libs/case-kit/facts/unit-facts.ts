import type { Day, Decider } from '@sikkerby/kernel';
import { nothing, type FactNow, type UnitFacts } from '@sikkerby/statistics/facts';
import { counted, isMerged, nothingYet, type LiveUnit, type UnitState } from '../unit.js';

/** A fact without what every fact of a unit has alike. */
export type Told = Pick<FactNow, 'kind' | 'validFrom' | 'validTo'> &
  Partial<Pick<FactNow, 'person' | 'district' | 'codes' | 'quantity'>>;

/**
 * The facts of a kind of unit, from the state that its rules have. A void unit makes none (R5); one
 * that is merged makes them as it was, its last open days ending with the merge, and they count under
 * its survivor (R6).
 */
export function unitFacts<Live extends LiveUnit>(
  decider: Pick<Decider<UnitState<Live>>, 'evolve'>,
  told: (unit: Live) => readonly Told[],
): UnitFacts<UnitState<Live>> {
  return {
    initial: nothingYet,
    evolve: decider.evolve,
    factsOf: (state, unit) => {
      const live = counted(state);
      if (!live) return [];
      return told(live).map((fact) => {
        const { person = null, district = null, codes = {}, quantity = 1, ...rest } = fact;
        const validTo = rest.validTo ?? mergedOn(state, rest.validFrom);
        return { ...rest, unit, person, district, codes, quantity, validTo };
      });
    },
    linksOf: (state, unit) => {
      if (isMerged(state)) return [{ kind: 'unit', from: unit, to: state.survivor }];
      return state.status === 'void' ? [{ kind: 'unit', from: unit, to: nothing }] : [];
    },
  };
}

/** A fact of one day. */
export function onDay(day: Day): Pick<FactNow, 'validFrom' | 'validTo'> {
  return { validFrom: day, validTo: day };
}

function mergedOn<Live extends LiveUnit>(state: UnitState<Live>, from: Day): Day | null {
  if (!isMerged(state)) return null;
  return state.mergedOn > from ? state.mergedOn : from;
}
