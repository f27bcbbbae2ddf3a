import { execFileSync } from 'node:child_process';
import { expect, it } from '@jest/globals';

/** The specs that `npm run test:changed` runs after a change of the file. */
function relatedTo(file: string): string {
  const args = ['node_modules/jest/bin/jest.js', '--listTests', '--findRelatedTests', file];
  const env = { ...process.env, TEST_EFFORT: 'ordinary', TEST_SCOPE: '' };
  return execFileSync(process.execPath, args, { encoding: 'utf8', env });
}

it.each([
  ['libs/platform/kernel/day.ts', 'libs/programmes/safety-lift/safety-lift.spec.ts'],
  ['libs/platform/commands/command-pipeline.ts', 'test/erasure/resumed.spec.ts'],
  ['libs/case-kit/facts/unit-facts.ts', 'test/statistics/safety-partnership-figures.spec.ts'],
  ['libs/publication/disclosure/attack.ts', 'test/publication/releases.spec.ts'],
])('after a change of %s the spec %s runs', (file, spec) => {
  expect(relatedTo(file)).toContain(spec);
});
