import { refuseUnless, type Command, type Day, type DomainEvent } from '@sikkerby/kernel';
import type { District } from '@sikkerby/reference';
import type { ConcernType, CorrectionReason, Gender, Level, Track } from '../concern-codes.js';
import {
  areInOrder,
  dayOf,
  withDay,
  type EpisodeDay,
  acting,
  happened,
  notBeforeItBegan,
  notInTheFuture,
  type Asked,
} from '@sikkerby/case-kit';
import { ageAndTrackFit, asSet, trackAt } from '../opening/opening.js';
import {
  asItIs,
  holdsAlready,
  settle,
  sinceOpening,
  theCase,
  type LiveCase,
} from '../case/case-state.js';
import { caseSteps } from '../case/case-steps.js';

/** Fields whose value holds from a day until the next day on which it changed. */
type FromADay =
  | { readonly field: 'district'; readonly value: District }
  | { readonly field: 'level'; readonly value: Level }
  | { readonly field: 'concernTypes'; readonly value: readonly ConcernType[] };

/** Fields of the case as such. */
type OfTheCase =
  | { readonly field: 'gender'; readonly value: Gender }
  | { readonly field: 'ageAtOpening'; readonly value: number };

/** The opening, the last reopening, the last closing. */
interface OfAnEpisode {
  readonly field: EpisodeDay;
  readonly value: Day;
}

/** The wrong and the right; `from` is the day the case opened when it is left out. */
export type Correct = (FromADay | OfTheCase | OfAnEpisode) & {
  readonly from?: Day;
  readonly reason: CorrectionReason;
};

/** The right value; the wrong one stays visible at earlier cuts. The track follows from the age and
 * is corrected by an event of its own. The reason is in the envelope. */
export type CaseCorrected = DomainEvent<
  'youth-concern.case-corrected.v1',
  | (FromADay & { readonly from: Day })
  | OfTheCase
  | OfAnEpisode
  | { readonly field: 'track'; readonly value: Track }
>;
export type CorrectionEvent = CaseCorrected;

export const correctionActs = {
  correct: acting(theCase, asItIs, (state, command: Asked<Correct>) =>
    corrections(state, command).map((data) => ({
      ...happened('youth-concern.case-corrected.v1', command, data),
      reason: command.data.reason,
    })),
  ),
};

export const correctionSteps = caseSteps<CorrectionEvent>({
  'youth-concern.case-corrected.v1': (state, { data }) => {
    switch (data.field) {
      case 'district':
        return { ...state, district: settle(state.district, data.value, data.from) };
      case 'level':
        return { ...state, level: settle(state.level, data.value, data.from) };
      case 'concernTypes':
        return { ...state, concernTypes: settle(state.concernTypes, data.value, data.from) };
      case 'openedOn':
        return openedOnAnotherDay(state, data.value);
      case 'reopenedOn':
      case 'closedOn':
        return { ...state, episodes: withDay(state.episodes, data.field, data.value) };
      default:
        return { ...state, [data.field]: data.value };
    }
  },
});

function openedOnAnotherDay(state: LiveCase, right: Day): LiveCase {
  const wrong = state.beganOn;
  return {
    ...state,
    district: sinceOpening(state.district, wrong, right),
    level: sinceOpening(state.level, wrong, right),
    concernTypes: sinceOpening(state.concernTypes, wrong, right),
    beganOn: right,
    episodes: withDay(state.episodes, 'openedOn', right),
  };
}

type Correction = CaseCorrected['data'];

/** The corrections that make a difference. */
function corrections(state: LiveCase, command: Asked<Correct>): readonly Correction[] {
  const { data } = command;
  const from = data.from ?? state.beganOn;
  switch (data.field) {
    case 'district':
      return fromADay(state, command, { field: 'district', value: data.value, from });
    case 'level':
      return fromADay(state, command, { field: 'level', value: data.value, from });
    case 'concernTypes':
      return fromADay(state, command, { field: 'concernTypes', value: asSet(data.value), from });
    case 'gender':
      return state.gender === data.value ? [] : [{ field: 'gender', value: data.value }];
    case 'ageAtOpening':
      return ageAndTrack(state, data.value);
    default:
      return dayOfAnEpisode(state, command, data);
  }
}

function fromADay(
  state: LiveCase,
  command: Command,
  right: FromADay & { readonly from: Day },
): readonly Correction[] {
  notInTheFuture(right.from, command);
  notBeforeItBegan(theCase, state, right.from);
  return holdsAlready<unknown>(state[right.field], right.value, right.from) ? [] : [right];
}

function ageAndTrack(state: LiveCase, ageAtOpening: number): readonly Correction[] {
  if (state.ageAtOpening === ageAtOpening) return [];
  const track = trackAt(ageAtOpening);
  ageAndTrackFit({ ageAtOpening, track });
  const age = { field: 'ageAtOpening', value: ageAtOpening } as const;
  return track === trackAt(state.ageAtOpening) ? [age] : [age, { field: 'track', value: track }];
}

function dayOfAnEpisode(
  { episodes }: LiveCase,
  command: Command,
  { field, value }: OfAnEpisode,
): readonly Correction[] {
  notInTheFuture(value, command);
  const right = withDay(episodes, field, value);
  refuseUnless(areInOrder(right), 'a-case-opens-closes-and-reopens-in-that-order');
  return dayOf(episodes, field) === value ? [] : [{ field, value }];
}
