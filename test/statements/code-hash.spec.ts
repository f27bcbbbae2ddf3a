import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { codeHashOf, countingParts } from '../../libs/statistics/statements/code-hash.js';

const compiled = fileURLToPath(new URL('../../libs/', import.meta.url));
const part = {
  'platform/kernel': 'platform/kernel/day.js',
  'case-kit': 'case-kit/lifecycle/episodes.js',
  programmes: 'programmes/safety-lift/safety-lift.facts.js',
  reference: 'reference/districts.js',
  statistics: 'statistics/questions/figure.js',
  'strategy/funded-effort': 'strategy/funded-effort/funded-effort.facts.js',
  'strategy/principles.js': 'strategy/principles.js',
} satisfies Record<(typeof countingParts)[number], string>;

let libs = '';

beforeAll(() => {
  libs = mkdtempSync(join(tmpdir(), 'sikkerby-code-'));
  for (const folder of [...countingParts, 'platform/http']) {
    cpSync(join(compiled, folder), join(libs, folder), { recursive: true });
  }
});

afterAll(() => {
  rmSync(libs, { recursive: true, force: true });
});

it.each(Object.values(part))('a character in %s makes another hash of the code', (file) => {
  const before = codeHashOf(libs);
  appendFileSync(join(libs, file), ' ');
  expect(codeHashOf(libs)).not.toBe(before);
});

it('what has no part in counting is no part of the hash', () => {
  const before = codeHashOf(libs);
  appendFileSync(join(libs, 'platform/http/problem.js'), ' ');
  appendFileSync(join(libs, 'case-kit/testing/unit-testing.js'), ' ');
  appendFileSync(join(libs, 'programmes/safety-lift/safety-lift.requests.js'), ' ');
  expect(codeHashOf(libs)).toBe(before);
});
