import { SourceMap, type SourceMapPayload } from 'node:module';
import { jsonOf } from '../support/json.js';
import type { Tree } from './tree.js';

/** The line of the source that the place in the compiled file comes from. */
export function sourceLine(tree: Tree, compiled: string, text: string, at: number): number {
  const before = text.slice(0, at).split('\n');
  const line = before.length - 1;
  if (!compiled.endsWith('.js')) return line + 1;
  const map = new SourceMap(jsonOf<SourceMapPayload>(tree.read(`${compiled}.map`)));
  const entry = map.findEntry(line, before.at(-1)?.length ?? 0);
  if (!('originalLine' in entry)) return line + 1;
  // Of a text of several lines only the first is in the map.
  return entry.originalLine + 1 + line - entry.generatedLine;
}
