import { keysOf } from '@sikkerby/kernel';
import { ConfigurationError } from './configuration-error.js';
import { probablyMeant } from './misspelling.js';
import { secretFile } from './secret-file.js';
import { settings, type Setting } from './settings.js';

type Settings = typeof settings;
type Name = keyof Settings;
type Value<S extends Setting> =
  Exclude<ReturnType<S['read']>, undefined> | (S extends { default: string } ? never : undefined);

/** The values of all settings, under the names that they have in the environment. */
export type Configuration = { readonly [N in Name]: Value<Settings[N]> };

/** The secrets of which we can make one ourselves. */
export type SecretName = { [N in Name]: Settings[N] extends { make: unknown } ? N : never }[Name];

const names = keysOf(settings);

/** Reads and checks every setting. @throws ConfigurationError naming the first that is wrong */
export function readConfiguration(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Configuration {
  refuseMisspellings(Object.keys(environment));
  const values = names.map((name) => [name, read(name, environment[name])]);
  const configuration = Object.fromEntries(values) as Configuration;
  for (const name of names) {
    if (configuration.DATABASE_URL !== undefined && isMissingSecret(name, configuration)) {
      throw new ConfigurationError(`${name} must be set when DATABASE_URL is`);
    }
  }
  return configuration;
}

/** The secret of the environment or, with the embedded server, of a file made in the data folder. */
export async function secret(configuration: Configuration, name: SecretName): Promise<string> {
  const file = name.toLowerCase().replace('_', '-');
  const { make } = settings[name];
  return configuration[name] ?? (await secretFile(configuration.DATA_DIR, file, make));
}

function read(name: Name, text: string | undefined): unknown {
  const setting: Setting = settings[name];
  const given = text === undefined || text === '' ? setting.default : text;
  if (given === undefined) return undefined;
  const value = setting.read(given);
  if (value === undefined) throw new ConfigurationError(`${name} must be ${setting.expects}`);
  return value;
}

function isMissingSecret(name: Name, configuration: Configuration): boolean {
  const isNeeded = name !== 'TOKEN_KEY' || configuration.OIDC_ISSUER === undefined;
  return isNeeded && 'make' in settings[name] && configuration[name] === undefined;
}

function refuseMisspellings(written: readonly string[]): void {
  for (const name of written) {
    if (Object.hasOwn(settings, name)) continue;
    const meant = probablyMeant(name, names);
    if (meant) throw new ConfigurationError(`${name} is not a setting; did you mean ${meant}?`);
  }
}
