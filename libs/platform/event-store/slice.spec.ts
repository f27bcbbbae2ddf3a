import { expect, test } from '@jest/globals';
import { sliceOf } from './slice.js';

test('slices of streams never change: they are stored with the events', () => {
  expect(sliceOf('youth_concern-00000000-0000-4000-8000-000000000001')).toBe(311);
  expect(sliceOf('youth_concern-æøå')).toBe(918);
});

test('streams are spread over all slices', () => {
  const names = Array.from({ length: 20_000 }, (_, number) => `youth_concern-${String(number)}`);
  const found = new Set(names.map(sliceOf));
  expect(found.size).toBe(1024);
  expect(Math.min(...found)).toBe(0);
  expect(Math.max(...found)).toBe(1023);
});
