import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file by its path from the root of the checkout, and what is to stand in it. */
export interface Written {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes all of the files, or none: what was written before one could not be is put back.
 * @param root the folder of the checkout
 * @throws Error of the file that could not be written
 */
export function writeAll(root: string, files: readonly Written[]): void {
  const undoing: (() => void)[] = [];
  try {
    for (const { path, text } of files) {
      const file = join(root, path);
      undoing.unshift(undoOf(file));
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  } catch (error) {
    for (const undo of undoing) undo();
    throw error;
  }
}

/** Puts back what is there now, down to the first folder that is not there yet. */
function undoOf(file: string): () => void {
  if (existsSync(file)) {
    const before = readFileSync(file);
    return () => {
      writeFileSync(file, before);
    };
  }
  const made = firstMissing(file);
  return () => {
    rmSync(made, { recursive: true, force: true });
  };
}

function firstMissing(path: string): string {
  const folder = dirname(path);
  return existsSync(folder) ? path : firstMissing(folder);
}
