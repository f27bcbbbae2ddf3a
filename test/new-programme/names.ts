/** One name in the forms in which sources write it. */
export interface Forms {
  /** Folder, route and prefix of event types: `night-walk`. */
  readonly kebab: string;
  /** Constants: `nightWalk`. */
  readonly camel: string;
  /** Classes: `NightWalk`. */
  readonly pascal: string;
  /** Streams: `night_walk`. */
  readonly snake: string;
}

export function formsOf(kebab: string): Forms {
  const camel = kebab.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const pascal = camel.charAt(0).toUpperCase() + camel.slice(1);
  return { kebab, camel, pascal, snake: kebab.replaceAll('-', '_') };
}

/** What the house has names for already. */
export interface Taken {
  /** Contexts: the programmes, the parts of the strategy, and what watches over them. */
  readonly contexts: readonly string[];
  /** Every type of event that can be read. */
  readonly eventTypes: readonly string[];
  /** First parts of the addresses of the API. */
  readonly routes: readonly string[];
  /** Files and folders of apps and libs, by their last name without ending: no two files have one name. */
  readonly files: readonly string[];
}

/** Why no programme may have the name, in one line; undefined where one may. */
export function refusalOf(name: string, taken: Taken): string | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    return `${name}: a name is of small letters a to z, digits and single dashes, such as night-walk`;
  }
  const { contexts, eventTypes, routes, files } = taken;
  if (contexts.includes(name)) return `${name}: there is a context of that name`;
  const alike = eventTypes.find((type) => type.startsWith(name));
  if (alike !== undefined) return `${name}: ${alike} begins with it; take another name`;
  if (routes.includes(name)) return `${name}: the API has routes of that name`;
  if (files.includes(name)) {
    return `${name}: a file or folder of the house has that name, and each has its own`;
  }
  return undefined;
}
