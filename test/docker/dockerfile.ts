import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { jsonOf } from '../support/json.js';

interface Step {
  readonly instruction: string;
  readonly text: string;
}

interface Stage {
  readonly name: string;
  /** An image, or a stage before. */
  readonly from: string;
  readonly steps: readonly Step[];
}

/** What a container of the stage is: its files in a folder, and how it is started and asked. */
export interface Replayed {
  /** The folder that stands for /. */
  readonly root: string;
  /** Its working folder in it. */
  readonly workdir: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly health: readonly string[];
}

/** The stages of a Dockerfile of the few instructions that ours has. */
export function stagesIn(dockerfile: string): Stage[] {
  const stages: (Stage & { steps: Step[] })[] = [];
  for (const line of dockerfile.replaceAll(/\\\n/g, '').split('\n')) {
    const [, instruction = '', text = ''] = /^([A-Z]+) (.*)$/.exec(line) ?? [];
    const [, from = '', name = ''] = /^(\S+) AS (\S+)$/.exec(text) ?? [];
    if (instruction === 'FROM') stages.push({ name, from, steps: [] });
    else if (instruction) stages.at(-1)?.steps.push({ instruction, text });
  }
  return stages;
}

/** Does on folders what `docker build` does in images: every stage from its base on. */
export function replay(stages: readonly Stage[], into: string): Map<string, Replayed> {
  const done = new Map<string, Replayed>();
  for (const { name, from, steps } of stages) {
    const base = done.get(from);
    const adds = steps.some(({ instruction }) => ['COPY', 'RUN', 'WORKDIR'].includes(instruction));
    const root = base && !adds ? base.root : join(into, name);
    mkdirSync(root, { recursive: true });
    if (base && adds) cpSync(base.root, root, { recursive: true, verbatimSymlinks: true });
    const start = base ?? { workdir: '/', environment: {}, command: [], health: [] };
    done.set(
      name,
      steps.reduce((image, step) => apply(step, image, done), { ...start, root }),
    );
  }
  return done;
}

function apply(
  { instruction, text }: Step,
  image: Replayed,
  stages: ReadonlyMap<string, Replayed>,
): Replayed {
  switch (instruction) {
    case 'WORKDIR':
      mkdirSync(join(image.root, text), { recursive: true });
      return { ...image, workdir: text };
    case 'COPY':
      copy(text.split(' '), image, stages);
      return image;
    case 'RUN':
      run(text, join(image.root, image.workdir));
      return image;
    case 'ENV': {
      const [name = '', value = ''] = text.split('=');
      return { ...image, environment: { ...image.environment, [name]: value } };
    }
    case 'CMD':
    case 'ENTRYPOINT':
      return { ...image, command: words(text) };
    case 'HEALTHCHECK':
      return { ...image, health: words(text.replace(/^.* CMD /, '')) };
    case 'USER':
      return image;
    default:
      throw new Error(`${instruction} cannot be replayed`);
  }
}

const words = (text: string) => jsonOf<string[]>(text);

function copy(
  parts: readonly string[],
  { root, workdir }: Replayed,
  stages: ReadonlyMap<string, Replayed>,
): void {
  const stage = parts[0]?.startsWith('--from=') ? parts[0].slice('--from='.length) : undefined;
  const sources = parts.slice(stage === undefined ? 0 : 1, -1);
  const origin = stage === undefined ? '.' : stages.get(stage)?.root;
  if (origin === undefined) throw new Error('--from names no stage before');
  const target = parts.at(-1) ?? '';
  for (const source of sources) {
    const to = join(root, workdir, target.endsWith('/') ? join(target, basename(source)) : target);
    cpSync(join(origin, source), to, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => stage !== undefined || !path.endsWith('.spec.ts'),
    });
  }
}

/**
 * Of the installations only the one without development dependencies is done again: the other is
 * what this repository's own folder holds after `npm ci`, the first thing that CI does.
 */
function run(command: string, folder: string): void {
  if (command === 'npm ci --ignore-scripts' && existsSync('node_modules')) {
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    return;
  }
  execFileSync('sh', ['-c', command], {
    cwd: folder,
    env: { ...process.env, npm_config_prefer_offline: 'true', npm_config_audit: 'false' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

export const dockerfile = () => readFileSync('docker/Dockerfile', 'utf8');
