import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { digestOf, prepare, validatedFile } from './cedar.js';

const texts = readdirSync('libs', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.cedar'))
  .map((file) => [file, readFileSync(join('libs', file), 'utf8')] as const);
const validated = JSON.parse(readFileSync(validatedFile, 'utf8')) as string[];

describe('policies that the build has validated', () => {
  it('are all of the house', () => {
    expect(texts.length).toBeGreaterThan(15);
    expect(texts.filter(([, text]) => !validated.includes(digestOf(text)))).toEqual([]);
  });

  it('are no others: a text with a policy more is validated when it is used', () => {
    const [file = '', text = ''] = texts[0] ?? [];
    const planted =
      '@id("planted") permit (principal, action, resource) when { principal.nothing };';
    expect(() => prepare(file, `${text}\n${planted}`)).toThrow('nothing');
  });
});
