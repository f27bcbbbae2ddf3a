import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { filesOf } from './files.js';
import { formsOf, refusalOf } from './names.js';
import { writeAll } from './write-all.js';

describe('the name of a programme', () => {
  it.each([
    ['patrol', 'patrol', 'Patrol', 'patrol'],
    ['night-walk', 'nightWalk', 'NightWalk', 'night_walk'],
    ['centre-18-plus', 'centre18Plus', 'Centre18Plus', 'centre_18_plus'],
  ])('%s has forms for constants, classes and streams', (kebab, camel, pascal, snake) => {
    expect(formsOf(kebab)).toEqual({ kebab, camel, pascal, snake });
  });

  const taken = {
    contexts: ['safety-lift', 'statistics'],
    eventTypes: ['safety-lift.lift-proposed.v1'],
    routes: ['annual-reports'],
    files: ['ledger'],
  };

  it.each([
    ['safety-lift', 'safety-lift: there is a context of that name'],
    ['statistics', 'statistics: there is a context of that name'],
    ['safety', 'safety: safety-lift.lift-proposed.v1 begins with it; take another name'],
    ['annual-reports', 'annual-reports: the API has routes of that name'],
    ['ledger', 'ledger: a file or folder of the house has that name, and each has its own'],
  ])('is not %s', (name, refusal) => {
    expect(refusalOf(name, taken)).toBe(refusal);
  });

  it.each(['Night-walk', 'nightWalk', 'night_walk', 'night--walk', '-night', 'night-', '18-plus'])(
    'is not %s, which is written otherwise',
    (name) => {
      expect(refusalOf(name, taken)).toMatch(`${name}: a name is of small letters`);
    },
  );

  it.each(['night-walk', 'safety-lift-two', 'patrol', 'centre-18-plus'])('may be %s', (name) => {
    expect(refusalOf(name, taken)).toBeUndefined();
  });
});

describe('the files of a programme', () => {
  it('name it as it is called, and nothing of the template is left', async () => {
    const files = await filesOf('night-walk', { titleDa: `Nattens '$&'` });
    const own = files.filter(({ path }) => path.includes('night-walk'));
    expect(own.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'libs/programmes/night-walk/night-walk.ts',
        'libs/programmes/night-walk/night-walk.cedar',
        'test/programmes/stories/night-walk-story.ts',
      ]),
    );
    const text = own.map((file) => file.path + file.text).join();
    expect(text).not.toMatch(/new.?programme/i);
    expect(text).toContain(`title: { da: "Nattens '$&'", en: 'TODO: English title' }`);
  });
});

describe('a half-written programme', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'sikkerby-written-'));
  });
  afterEach(() => {
    rmSync(root, { recursive: true, force: true });
  });

  it('is not left when a file cannot be written', () => {
    writeFileSync(join(root, 'list'), 'before');
    mkdirSync(join(root, 'folder'));
    const files = [
      { path: 'libs/night-walk/a.ts', text: 'a' },
      { path: 'libs/night-walk/b.ts', text: 'b' },
      { path: 'list', text: 'after' },
      { path: 'folder', text: 'not a file' },
    ];
    expect(() => {
      writeAll(root, files);
    }).toThrow('EISDIR');
    expect(readdirSync(root).sort()).toEqual(['folder', 'list']);
    expect(readFileSync(join(root, 'list'), 'utf8')).toBe('before');
  });
});
