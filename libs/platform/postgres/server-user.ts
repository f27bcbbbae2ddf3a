import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';
import { stat } from 'node:fs/promises';
import { ConfigurationError, hasCode } from '@sikkerby/configuration';

/** The user who runs the server. PostgreSQL refuses root, so that root hands over to another. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
}

/** Undefined: whoever runs this. As root: the folder's owner, else `postgres`, else `nobody`. */
export async function serverUser(folder: string): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(folder).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (option: string) =>
        Number(execFileSync('id', [option, name], { encoding: 'utf8', stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // There is no such user.
    }
  }
  throw new ConfigurationError('as root: no user postgres or nobody to run PostgreSQL as');
}

const run = promisify(execFile);

/** Runs one of PostgreSQL's programs on a folder as that user; rejects with its output. */
export async function runAs(
  user: ServerUser | undefined,
  folder: string,
  program: string,
  args: readonly string[],
): Promise<void> {
  const options = { env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }, cwd: '/' };
  if (!user) {
    await run(program, args, options);
  } else if (canReach(user, folder, program)) {
    await run(program, args, { ...options, ...user });
  } else {
    try {
      await run('setpriv', [...throughClosedFolders(user), program, ...args], options);
    } catch (error) {
      if (!hasCode(error, 'ENOENT') && !String(error).includes('setpriv: ')) throw error;
      throw new ConfigurationError(
        `DATA_DIR: as root, PostgreSQL runs as user ${user.uid}, who cannot use ${folder} or ${program}`,
      );
    }
  }
}

function canReach(user: ServerUser, folder: string, program: string): boolean {
  const look = ['-c', 'test -x "$1" && test -x "$2"', 'sh', program, folder];
  return spawnSync('sh', look, { ...user, cwd: '/' }).status === 0;
}

/** A clone under /root, say, is closed to others: the server gets the right to go through it. */
function throughClosedFolders({ uid, gid }: ServerUser): string[] {
  const right = '+dac_read_search';
  return [
    ...['--reuid', String(uid), '--regid', String(gid), '--clear-groups'],
    ...['--inh-caps', right, '--ambient-caps', right, '--securebits', '+no_setuid_fixup'],
  ];
}
