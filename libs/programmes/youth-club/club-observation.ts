import { refuseUnless, type Day, type DomainEvent } from '@sikkerby/kernel';
import {
  correcting,
  voiding,
  beginning,
  decider,
  happened,
  homeOf,
  kindOf,
  nothingYet,
  type Asked,
} from '@sikkerby/case-kit';

export const sources = ['children-and-youth-administration', 'strategy'] as const;
export type Source = (typeof sources)[number];

/** A share that somebody else worked out and we take in as it is; it says nothing of any person. */
export interface Observation {
  readonly status: 'imported';
  readonly beganOn: Day;
  readonly year: number;
  /** Young people of 14 to 18 years who used a free youth club, of all in the city, in about per cent. */
  readonly perCent: number;
  readonly source: Source;
}

/** The year that it is about is in the event: it is imported later. */
export type ObservationImported = DomainEvent<
  'youth-club.observation-imported.v1',
  Pick<Observation, 'year' | 'perCent' | 'source'>
>;

const observation = kindOf<Observation>()('youth-club', 'observation');
const voids = voiding(observation);
const corrections = correcting(observation, ['year', 'perCent', 'source'], ({ year, beganOn }) => {
  notOfAYearToCome(year, beganOn);
});

function notOfAYearToCome(year: number, on: Day): void {
  refuseUnless(year <= Number(on.slice(0, 4)), 'a-year-is-observed-once-it-has-begun');
}

/** An imported share of the city's young people. */
export const clubObservation = decider(observation, {
  category: 'youth_club_observation',
  initialState: nothingYet,
  acts: {
    import: beginning(observation, (command: Asked<ObservationImported['data']>) => {
      const { year, perCent, source } = command.data;
      notOfAYearToCome(year, command.occurredOn);
      const data = { year, perCent, source };
      return [happened('youth-club.observation-imported.v1', command, data)];
    }),
    ...corrections.acts,
    ...voids.acts,
  },
  evolve: {
    'youth-club.observation-imported.v1': (
      _: unknown,
      { occurredOn, data }: ObservationImported,
    ): Observation => {
      const { year, perCent, source } = data;
      return { status: 'imported', beganOn: occurredOn, year, perCent, source };
    },
    ...corrections.steps,
    ...voids.steps,
  },
  homeOf,
});
