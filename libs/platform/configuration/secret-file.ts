import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The secret that a file of the data folder holds, made at first: 32 random bytes as base64 unless
 * `make` says otherwise. Only its owner can read the file; of two processes that make it at once
 * one wins.
 */
export async function secretFile(
  dataDir: string,
  name: string,
  make = () => randomBytes(32).toString('base64'),
): Promise<string> {
  const file = join(dataDir, name);
  const kept = () => readFile(file, 'utf8').then((text) => text.trim());
  try {
    return await kept();
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  await mkdir(dataDir, { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  await writeFile(draft, `${make()}\n`, { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    await rm(draft);
  }
  return kept();
}

/** Whether the error is one of the system's or of a library's with that code, such as `ENOENT`. */
export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  if (typeof error !== 'object' || error === null || !('code' in error)) return false;
  const { code } = error;
  return typeof code === 'string' && codes.includes(code);
}
