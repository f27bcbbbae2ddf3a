import { readdirSync } from 'node:fs';
import { besideSource } from '../support/beside-source.js';
import type { Story } from './story.js';

type Stories = Readonly<Record<string, readonly Story[]>>;

const files = readdirSync(besideSource(import.meta.url, 'stories')).sort();
const told = await Promise.all(
  files.map(async (file) => (await import(`./stories/${file.replace(/\.ts$/, '.js')}`)) as Stories),
);

/**
 * Lives of every kind of unit, from each file of the folder; a kind, or an act of it, that is in none
 * fails the test.
 */
export const stories: readonly Story[] = told.flatMap((each) => Object.values(each).flat());
