import { addDays, yearSpan, type Day } from '@sikkerby/kernel';
import {
  factsProjection,
  nothing,
  turningDays,
  valueOn,
  type UnitFacts,
} from '@sikkerby/statistics/facts';
import { ageBandOf } from './age-bands.js';
import { begin, changes, type CaseHistory } from './case/case-history.js';
import type { Episode } from '@sikkerby/case-kit';

/** On which days a case was active, and what it was then: the facts behind the SSP figures. */
const caseFacts: UnitFacts<CaseHistory, ActiveFact | OpenedFact> = {
  begin,
  evolve: changes,
  factsOf: (history) => (history.void ? [] : [...activeFacts(history), ...openedFacts(history)]),
  linksOf: (history, unit) => {
    if (history.void) return [{ kind: 'unit', from: unit, to: nothing }];
    return history.merged ? [{ kind: 'unit', from: unit, to: history.merged.into }] : [];
  },
};

export const youthConcernFacts = factsProjection({
  programme: 'youth-concern',
  version: 3,
  units: [caseFacts],
});

type ActiveFact = ReturnType<typeof activeFacts>[number];
type OpenedFact = ReturnType<typeof openedFacts>[number];

/** For each episode a fact for each stretch of days on which district and codes were the same. */
function activeFacts(history: CaseHistory) {
  const { district, level, concernType, track } = history;
  return activeDays(history).flatMap(({ from, to }) => {
    const starts = [from, ...turningDays([district, level, concernType, track], from, to)];
    return starts.map((start, index) => {
      const next = starts[index + 1];
      const validTo = next === undefined ? (to ?? null) : addDays(next, -1);
      return {
        kind: 'youth-concern.case-active',
        ...asOf(history, start),
        validFrom: start,
        validTo,
      } as const;
    });
  });
}

/**
 * The opening, a fact of one day. It is described like the case itself: by its last active day in
 * the year (R10). A duplicate opens nothing (R6), and a reopening is no opening.
 */
function openedFacts(history: CaseHistory) {
  if (history.merged) return [];
  const opened = history.episodes[0].from;
  const { to: yearEnd } = yearSpan(Number(opened.slice(0, 4)));
  const last = activeDays(history)
    .filter(({ from }) => from <= yearEnd)
    .map(({ to }) => (to === undefined || to > yearEnd ? yearEnd : to))
    .reduce((one, other) => (one > other ? one : other));
  return [
    {
      kind: 'youth-concern.case-opened',
      ...asOf(history, last),
      validFrom: opened,
      validTo: opened,
    } as const,
  ];
}

/** The episodes; one that is open in a duplicate ends on the day of the merge. */
function activeDays({ episodes, merged }: CaseHistory): readonly Episode[] {
  if (!merged) return episodes;
  return episodes.map(({ from, to }) => ({
    from,
    to: to ?? (merged.on > from ? merged.on : from),
  }));
}

/** What the case was on a day. */
function asOf(history: CaseHistory, day: Day) {
  return {
    person: history.person,
    district: valueOn(history.district, day),
    codes: {
      level: `${valueOn(history.level, day)}`,
      track: valueOn(history.track, day),
      ageBand: ageBandOf(history.ageAtOpening),
      gender: history.gender,
      concernType: valueOn(history.concernType, day),
    },
  } as const;
}
