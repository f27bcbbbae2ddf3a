import type { Day } from '@sikkerby/kernel';
import { courseOf, say, type Course } from '@sikkerby/statistics/facts';
import type { ConcernType, Gender, Level, Track } from '../concern-codes.js';
import { ended, withDay, type Episodes } from '@sikkerby/case-kit';
import type { CaseEvent } from '../youth-concern.js';

/** What the figures need to know of a case: which values held when, not only the newest. */
export interface CaseHistory {
  readonly person: string;
  readonly gender: Gender;
  readonly ageAtOpening: number;
  readonly track: Course<Track>;
  readonly district: Course<string>;
  readonly level: Course<Level>;
  readonly concernType: Course<readonly ConcernType[]>;
  readonly episodes: Episodes;
  readonly void: boolean;
  readonly merged: { readonly into: string; readonly on: Day } | null;
}

type Event<Type> = Extract<CaseEvent, { readonly type: Type }>;

export const begin = {
  'youth-concern.case-opened.v1': ({
    occurredOn,
    data,
  }: Event<'youth-concern.case-opened.v1'>): CaseHistory => ({
    person: data.subject,
    gender: data.gender,
    ageAtOpening: data.ageAtOpening,
    track: courseOf(data.track),
    district: courseOf<string>(data.district),
    level: courseOf(data.level),
    concernType: courseOf(data.concernTypes),
    episodes: [{ from: occurredOn, to: undefined }],
    void: false,
    merged: null,
  }),
};

type Changes = {
  readonly [Type in CaseEvent['type']]?: (history: CaseHistory, event: Event<Type>) => CaseHistory;
};

export const changes: Changes = {
  'youth-concern.level-changed.v1': (history, { occurredOn, data }) =>
    from(occurredOn, history, 'level', data.level),
  'youth-concern.concern-types-changed.v1': (history, { occurredOn, data }) =>
    from(occurredOn, history, 'concernType', data.concernTypes),
  'youth-concern.transfer-accepted.v1': (history, { data }) =>
    from(data.effectiveOn, history, 'district', data.toDistrict),
  'youth-concern.case-closed.v1': (history, { occurredOn }) => ({
    ...history,
    episodes: ended(history.episodes, occurredOn),
  }),
  'youth-concern.case-reopened.v1': (history, { occurredOn }) => ({
    ...history,
    episodes: [...history.episodes, { from: occurredOn, to: undefined }],
  }),
  'youth-concern.reopening-voided.v1': (history) => {
    const [opening, ...reopenings] = history.episodes;
    return { ...history, episodes: [opening, ...reopenings.slice(0, -1)] };
  },
  'youth-concern.case-moved-to-ssp-plus.v1': (history, { occurredOn }) =>
    from(occurredOn, history, 'track', 'ssp-plus'),
  'youth-concern.case-voided.v1': (history) => ({ ...history, void: true }),
  'youth-concern.case-reinstated.v1': (history) => ({ ...history, void: false }),
  'youth-concern.case-merged.v1': (history, { occurredOn, data }) => ({
    ...history,
    merged: { into: data.survivor, on: occurredOn },
  }),
  'youth-concern.case-unmerged.v1': (history) => ({ ...history, merged: null }),
  'youth-concern.case-corrected.v1': (history, { data }) => {
    switch (data.field) {
      case 'district':
      case 'level':
        return from(data.from, history, data.field, data.value);
      case 'concernTypes':
        return from(data.from, history, 'concernType', data.value);
      case 'openedOn':
      case 'reopenedOn':
      case 'closedOn':
        return { ...history, episodes: withDay(history.episodes, data.field, data.value) };
      case 'track':
        return from(history.episodes[0].from, history, 'track', data.value);
      default:
        return { ...history, [data.field]: data.value };
    }
  },
};

/** The history once it is said what a field was from a day on. */
function from<Field extends 'district' | 'level' | 'concernType' | 'track'>(
  since: Day,
  history: CaseHistory,
  field: Field,
  value: CaseHistory[Field] extends Course<infer Value> ? Value : never,
): CaseHistory {
  const course = say<unknown>(history[field], value, since, history.episodes[0].from);
  return { ...history, [field]: course };
}
