/** How much a run of the tests tries: `npm test`, `npm run test:long`, `npm run test:night`. */
type Effort = 'ordinary' | 'long' | 'night';

/** How often things are tried that find more faults the more often they are tried. */
interface Counts {
  /** Times that a program is killed while it works. */
  readonly kills: number;
  /** Times that the whole projector is killed at each step: it takes seconds to start. */
  readonly wholeProgramKills: number;
  /** Requests made from the OpenAPI document. */
  readonly requests: number;
  /** Looks at persons, each of which must be in the read log. */
  readonly looks: number;
  /** Worlds in which the policies are held against the oracle. */
  readonly worlds: number;
  /** Units of each kind that the search for canaries asks about, as every role. */
  readonly canaryUnits: number;
  /** Persons that it asks about after everybody is erased. */
  readonly canaryPersons: number;
  /** Commands that are given at the same time. */
  readonly concurrentCommands: number;
  /** Years with persons that nobody is, whose tables are protected and attacked. */
  readonly syntheticYears: number;
  /** Random histories in which every measure is held against a plain count. */
  readonly histories: number;
  /** Random histories over which the bytes of statements are held to their laws. */
  readonly statementHistories: number;
  /** Of the golden year's stories, one in so many goes through both stores. */
  readonly storiesInBothStores: number;
  /** Of the golden year's stories, one in so many is told before everybody in them is erased. */
  readonly storiesErased: number;
  /** Of the questions for figures, one in so many is asked before and after an erasure. */
  readonly figuresAfterErasure: number;
  /** Times that the double of an EventStoreDB breaks down in each way. */
  readonly serverFaults: number;
  /** Times that a cluster breaks down in each way under the whole API. */
  readonly drills: number;
  /** Small tables for which the best choice is also found by trying all. */
  readonly smallTables: number;
  /** Hidden cells that are shown, to see whether the attacker notices. */
  readonly shownCells: number;
}

const efforts: Readonly<Record<Effort, Counts>> = {
  ordinary: {
    kills: 2,
    wholeProgramKills: 1,
    requests: 1_500,
    looks: 500,
    worlds: 10_000,
    canaryUnits: 1,
    canaryPersons: 10,
    concurrentCommands: 320,
    syntheticYears: 2,
    histories: 6,
    statementHistories: 1,
    storiesInBothStores: 240,
    storiesErased: 75,
    figuresAfterErasure: 6,
    serverFaults: 3,
    drills: 1,
    smallTables: 8,
    shownCells: 10,
  },
  long: {
    kills: 50,
    wholeProgramKills: 4,
    requests: 20_000,
    looks: 10_000,
    worlds: 100_000,
    canaryUnits: 2,
    canaryPersons: 40,
    concurrentCommands: 3_200,
    syntheticYears: 24,
    histories: 12,
    statementHistories: 6,
    storiesInBothStores: 30,
    storiesErased: 25,
    figuresAfterErasure: 1,
    serverFaults: 15,
    drills: 3,
    smallTables: 40,
    shownCells: 40,
  },
  night: {
    kills: 200,
    wholeProgramKills: 50,
    requests: 50_000,
    looks: 10_000,
    worlds: 100_000,
    canaryUnits: 2,
    canaryPersons: 40,
    concurrentCommands: 3_200,
    syntheticYears: 200,
    histories: 200,
    statementHistories: 50,
    storiesInBothStores: 30,
    storiesErased: 25,
    figuresAfterErasure: 1,
    serverFaults: 15,
    drills: 20,
    smallTables: 40,
    shownCells: 400,
  },
};

/** Set by the scripts of package.json; a run by hand is an ordinary one. */
export const effort: Effort = read(process.env.TEST_EFFORT ?? 'ordinary');

export const counts: Counts = efforts[effort];

function read(name: string): Effort {
  if (name === 'ordinary' || name === 'long' || name === 'night') return name;
  throw new Error(`TEST_EFFORT: ${name} is none of ordinary, long, night`);
}
