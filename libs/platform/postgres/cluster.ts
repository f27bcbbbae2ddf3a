import { chown, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ConfigurationError, hasCode, secretFile } from '@sikkerby/configuration';
import { majorVersion, program } from './binaries.js';
import { runAs, serverUser, type ServerUser } from './server-user.js';

/** The embedded server's files: absolute folder, the superuser's password, who runs the server. */
export interface Cluster {
  readonly folder: string;
  readonly password: string;
  readonly user: ServerUser | undefined;
}

export const superuser = 'sikkerby';

/** The cluster in `<dataDir>/postgres`, made when there is none. @throws ConfigurationError */
export async function openCluster(dataDir: string): Promise<Cluster> {
  const folder = join(resolve(dataDir), 'postgres');
  try {
    await mkdir(dataDir, { recursive: true });
    const password = await secretFile(dataDir, 'postgres-password');
    if (!(await isCluster(folder))) await make(folder, dataDir, password);
    return { folder, password, user: await serverUser(folder) };
  } catch (error) {
    if (!hasCode(error, 'EACCES', 'EPERM', 'EROFS', 'EEXIST', 'ENOTDIR')) throw error;
    throw new ConfigurationError(
      `DATA_DIR: ${resolve(dataDir)} is not a folder that this user may read and write`,
    );
  }
}

async function isCluster(folder: string): Promise<boolean> {
  try {
    const version = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
    if (version === majorVersion) return true;
    throw new ConfigurationError(
      `DATA_DIR: ${folder} is of PostgreSQL ${version}, the embedded server is ${majorVersion}`,
    );
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  const files = await readdir(folder).catch(() => []);
  if (files.length === 0) return false;
  throw new ConfigurationError(`DATA_DIR: ${folder} has files but is not PostgreSQL's folder`);
}

/** Made aside and then renamed, so that a half-made cluster is never taken for one. */
async function make(folder: string, dataDir: string, password: string): Promise<void> {
  const aside = await mkdtemp(join(resolve(dataDir), 'postgres-new-'));
  const user = await serverUser(folder);
  try {
    await writeFile(join(aside, 'password'), password, { mode: 0o600 });
    for (const path of user ? [aside, join(aside, 'password')] : []) {
      await chown(path, user?.uid ?? 0, user?.gid ?? 0);
    }
    await runAs(user, aside, program('initdb'), [
      `--pgdata=${join(aside, 'cluster')}`,
      `--username=${superuser}`,
      `--pwfile=${join(aside, 'password')}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ]);
    await rename(join(aside, 'cluster'), folder);
  } catch (error) {
    // Another process may have been faster.
    if (!(await isCluster(folder))) throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
