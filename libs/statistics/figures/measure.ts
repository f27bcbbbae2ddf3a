/** The same in Danish and English, for people. */
export interface Words {
  readonly da: string;
  readonly en: string;
}

/** What each code is called. */
export type Names<Code extends string = string> = Readonly<Record<Code, Words>>;

/** A way to split a figure: by district or by a code of its facts. */
export interface Breakdown<By extends string = string, Called = Names> {
  readonly by: By;
  readonly title: Words;
  /** Whether the rows add up to the whole: not where one unit may be in several rows (rule R16). */
  readonly additive: boolean;
  /** Whether a thing is in the row of every code that it had in the year, not only of its last. */
  readonly every?: true;
  /** What each code is called; a code without a name is shown as it is. */
  readonly names: Called;
  /** Never there: by it the compiler knows that only codes are named that the facts have. */
  readonly named?: keyof Called;
}

/** What each of the codes is called. */
export function namesOf<Code extends string>(
  codes: readonly Code[],
  wordsOf: (code: Code) => Words,
): Names<Code> {
  const names = Object.fromEntries(codes.map((code) => [code, wordsOf(code)]));
  // Of a list of codes it makes any text.
  return names as Names<Code>;
}

/**
 * What a yearly figure counts, exactly. A changed definition is a new version of the same id and a
 * break in the series; every version stays, and can be computed for any year.
 */
export interface Measure {
  /** `<programme>.<what>`; its facts are those of the programme's `facts` projection. */
  readonly id: string;
  readonly version: number;
  /** First year that is counted by this version unless another is asked for; every year without it. */
  readonly since?: number;
  /** Counts what has such a fact on at least a day of the year. */
  readonly kind: string;
  /**
   * What counts once, however many facts it has in the year: the unit, the person, or what the facts
   * name by that code.
   */
  readonly distinct: 'unit' | 'person' | 'place' | 'area' | 'employee';
  /** Whether the quantities of what counts are added up, such as attendances, instead of counting. */
  readonly sum?: true;
  /** By year, what the figure is a share of, such as the city's residents on 1 January. */
  readonly outOf?: Readonly<Record<number, number>>;
  /** Told by others and not counted here: of a year of which nothing was told there is no figure. */
  readonly observed?: true;
  /** `about`: never reckoned on as exact (R15). */
  readonly precision?: 'about';
  /** Which facts: for each code the values that count. */
  readonly where: Readonly<Record<string, readonly string[]>>;
  readonly breakdowns: readonly Breakdown[];
  /** What one is called. */
  readonly unit: Words;
  readonly title: Words;
  readonly description: Words;
  /** Where the strategy prints such a figure. */
  readonly printed?: { readonly year: number; readonly figure: number };
}

/** Name of the programme whose facts the measure counts. */
export function programmeOf({ id }: Pick<Measure, 'id'>): string {
  return id.slice(0, id.indexOf('.'));
}

/** A question that has no answer as it stands; `must` says what the parameter must be. */
export class WrongQuestion extends Error {
  override readonly name = 'WrongQuestion';
  constructor(
    readonly parameter: 'measure' | 'version' | 'by' | 'asOf' | 'map' | 'mapOn' | 'from',
    readonly must: string,
  ) {
    super(`${parameter} must be ${must}`);
  }
}

/** Whose measures they are, and whether its units are about persons. */
export interface Measured {
  readonly name: string;
  readonly persons: boolean;
  readonly measures: readonly Measure[];
}

/** Everything that is measured, by all programmes. */
export class Measures {
  /** @param ofPersons names of the programmes whose units are about persons */
  constructor(
    readonly all: readonly Measure[],
    private readonly ofPersons: readonly string[] = [],
  ) {}

  static of(contexts: readonly Measured[]): Measures {
    const ofPersons = contexts.filter(({ persons }) => persons).map(({ name }) => name);
    return new Measures(
      contexts.flatMap(({ measures }) => measures),
      ofPersons,
    );
  }

  /** Whether it counts persons, or what is about them; places, areas and employees are exempt (R13). */
  countsPersons(measure: Measure): boolean {
    const { distinct } = measure;
    const isExempt = distinct !== 'unit' && distinct !== 'person';
    return !isExempt && this.ofPersons.includes(programmeOf(measure));
  }

  /** The measure of that id in that version, or in the one of that year. @throws WrongQuestion */
  find(id: string, asked: { readonly version?: number | undefined } | { year: number }): Measure {
    const versions = this.all.filter((measure) => measure.id === id);
    if (versions.length === 0) throw new WrongQuestion('measure', 'one of the measures');
    if ('year' in asked) return newest(versions.filter((one) => isOf(one, asked.year)));
    if (asked.version === undefined) return newest(versions);
    const found = versions.find(({ version }) => version === asked.version);
    if (!found) throw new WrongQuestion('version', `at most ${String(newest(versions).version)}`);
    return found;
  }

  /** Each measure in the version of that year, by id in code units. */
  ofYear(year: number): Measure[] {
    const ids = [...new Set(this.all.map(({ id }) => id))].sort();
    return ids.map((id) => this.find(id, { year }));
  }
}

function isOf({ since }: Measure, year: number): boolean {
  return since === undefined || since <= year;
}

function newest(versions: readonly Measure[]): Measure {
  return versions.reduce((one, other) => (other.version > one.version ? other : one));
}

/** How the measure is split by that code. @throws WrongQuestion */
export function breakdownBy(measure: Measure, by: string): Breakdown {
  const breakdown = measure.breakdowns.find((one) => one.by === by);
  if (breakdown) return breakdown;
  const possible = measure.breakdowns.map((one) => one.by).join(', ');
  throw new WrongQuestion('by', `one of ${possible}`);
}
