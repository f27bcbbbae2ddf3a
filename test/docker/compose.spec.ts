import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readConfiguration } from '@sikkerby/configuration';
import { parse } from 'yaml';
import { jsonOf } from '../support/json.js';
import { settingsFor } from '../support/settings.js';
import { dockerfile, stagesIn } from './dockerfile.js';

interface Service {
  readonly build?: { readonly target: string };
  readonly command?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly environment?: Readonly<Record<string, string | number | null>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly [key: string]: unknown;
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
}

const read = (file: string) =>
  parse(readFileSync(join('docker', file), 'utf8'), { merge: true }) as Compose;
const alone = read('compose.yml');
const cluster = read('compose.cluster.yml');
const names = [...new Set([alone, cluster].flatMap(({ services }) => Object.keys(services)))];
const ours = ['api', 'cli', 'migrate', 'projector'];
const nodes = ['node1', 'node2', 'node3'];

describe('the compose files', () => {
  it('follow the schema of the Compose Specification', () => {
    expect(errorsIn('docker')).toEqual([]);
  });

  it('would be found out otherwise', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sikkerby-compose-'));
    writeFileSync(join(folder, 'compose.yml'), 'services: { a: { image: a:1, read_onyl: true } }');
    expect(errorsIn(folder)).toHaveLength(1);
    rmSync(folder, { recursive: true });
  });

  it('wait for services, and keep volumes, that there are', () => {
    for (const { services, volumes } of [alone, cluster]) {
      for (const { depends_on = {}, volumes: mounts = [] } of Object.values(services)) {
        expect(names).toEqual(expect.arrayContaining(Object.keys(depends_on)));
        const kept = mounts.map((mount) => mount.split(':')[0]);
        expect(Object.keys(volumes)).toEqual(expect.arrayContaining(kept));
      }
    }
  });

  it('open ports to this machine only', () => {
    const services = [alone, cluster].flatMap((file) => Object.values(file.services));
    const ports = services.flatMap((service) => service.ports ?? []);
    expect(ports).toHaveLength(4);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });
});

describe('our programs in them', () => {
  it.each(ours)(
    '%s is of a target that there is, may write nothing and has no privileges',
    (name) => {
      const { build, ...service } = alone.services[name] ?? {};
      expect(stagesIn(dockerfile()).map((stage) => stage.name)).toContain(build?.target);
      expect(service).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
    },
  );

  it('start on a database that is brought up to date', () => {
    const done = { migrate: { condition: 'service_completed_successfully' } };
    expect(alone.services.migrate?.command).toEqual(['migrate']);
    expect(alone.services.api?.depends_on).toEqual(done);
    expect(alone.services.projector?.depends_on).toEqual(done);
  });

  it('have a valid configuration with the keys of the caller, who must have some', () => {
    const { VAULT_KEY, TOKEN_KEY } = settingsFor('');
    const environment = environmentOf(alone, 'api');
    expect(() => readConfiguration(environment)).toThrow('VAULT_KEY must be set');
    expect(readConfiguration({ ...environment, VAULT_KEY, TOKEN_KEY }).HOST).toBe('127.0.0.1');
    const { EVENTSTOREDB_URL = '' } = readConfiguration(environmentOf(cluster, 'api'));
    for (const node of nodes) {
      const [port = ''] = cluster.services[node]?.ports ?? [];
      expect(EVENTSTOREDB_URL).toContain(port.replace(/:2113$/, ''));
    }
  });
});

/** Of those that KurrentDB 26.0.3 has; a node does not start with a name that it does not know. */
const settingsOfNodes = [
  'ADVERTISE_HOST_TO_CLIENT_AS',
  'ADVERTISE_NODE_PORT_TO_CLIENT_AS',
  'CERTIFICATE_FILE',
  'CERTIFICATE_PRIVATE_KEY_FILE',
  'CLUSTER_SIZE',
  'DISCOVER_VIA_DNS',
  'GOSSIP_SEED',
  'MAX_APPEND_EVENT_SIZE',
  'MAX_APPEND_SIZE',
  'NODE_HOST_ADVERTISE_AS',
  'REPLICATION_HOST_ADVERTISE_AS',
  'TELEMETRY_OPTOUT',
  'TRUSTED_ROOT_CERTIFICATES_PATH',
].map((name) => `KURRENTDB_${name}`);

/** Bytes that an append and an event may have where nothing is said of it. */
const largest = { append: 256 * 1024 * 1024, event: 16 * 1024 * 1024 };

describe('the cluster', () => {
  it.each(nodes)('%s has settings that there are, and starts with them', (name) => {
    const environment = cluster.services[name]?.environment ?? {};
    expect(settingsOfNodes).toEqual(expect.arrayContaining(Object.keys(environment)));
    const append = Number(environment.KURRENTDB_MAX_APPEND_SIZE ?? largest.append);
    const event = Number(environment.KURRENTDB_MAX_APPEND_EVENT_SIZE ?? largest.event);
    expect(event).toBeLessThanOrEqual(append);
    expect(event).toBeGreaterThanOrEqual(2 * 1024 * 1024);
  });

  it.each(nodes)('%s seeks the two others and names the port that is open', (name) => {
    const { environment, ports } = cluster.services[name] ?? {};
    const others = nodes.filter((node) => node !== name).map((node) => `${node}:2113`);
    expect(environment).toMatchObject({
      KURRENTDB_GOSSIP_SEED: others.join(),
      KURRENTDB_NODE_HOST_ADVERTISE_AS: name,
    });
    const port = String(environment?.KURRENTDB_ADVERTISE_NODE_PORT_TO_CLIENT_AS);
    expect(ports).toEqual([`127.0.0.1:${port}:2113`]);
    expect(environment).not.toHaveProperty('KURRENTDB_INSECURE');
  });

  it('makes its certificates by a script that bash can read', () => {
    const [script = ''] = cluster.services.certificates?.command ?? [];
    execFileSync('bash', ['-n', '-c', script.replaceAll('$$', '$')]);
    for (const node of nodes) expect(script).toContain(node);
  });

  it('lets the user of its image, whoever that is, read its certificate and its key', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sikkerby-certificates-'));
    const tool = join(folder, 'es-gencert-cli');
    const making = [
      '#!/bin/bash',
      'for word; do [ "$last" = -out ] && out=$word; last=$word; done',
    ];
    making.push('mkdir -p "$out"', 'umask 077', 'touch "$out"/{ca,node}.{crt,key}');
    writeFileSync(tool, making.join('\n'), { mode: 0o755 });
    for (const name of ['authority', ...nodes]) mkdirSync(join(folder, name));
    const [script = ''] = cluster.services.certificates?.command ?? [];
    const here = script
      .replaceAll('$$', '$')
      .replace(/(?<=\s)\/(?=authority|tmp|\$node)/g, `${folder}/`);
    execFileSync('bash', ['-euc', here], { env: { PATH: `${folder}:${process.env.PATH ?? ''}` } });
    const kept = nodes.flatMap((node) => [join(node, 'node.crt'), join(node, 'node.key')]);
    for (const file of ['authority/ca.crt', ...kept]) {
      expect([file, (statSync(join(folder, file)).mode & 0o777).toString(8)]).toEqual([
        file,
        '444',
      ]);
    }
    rmSync(folder, { recursive: true });
  });
});

describe('the context of the build', () => {
  it('is all that the Dockerfile copies, and no more', () => {
    const steps = stagesIn(dockerfile()).flatMap((stage) => stage.steps);
    const copied = steps
      .filter(({ instruction, text }) => instruction === 'COPY' && !text.startsWith('--from'))
      .flatMap(({ text }) => text.split(' ').slice(0, -1));
    const lines = readFileSync('.dockerignore', 'utf8').split('\n');
    const admitted = lines.filter((line) => line.startsWith('!')).map((line) => line.slice(1));
    expect(lines).toContain('*');
    expect(new Set(copied)).toEqual(new Set(admitted));
  });
});

function environmentOf({ services }: Compose, name: string): Record<string, string> {
  const given = Object.entries(services[name]?.environment ?? {});
  return Object.fromEntries(given.map(([key, value]) => [key, String(value ?? '')]));
}

function errorsIn(folder: string): unknown[] {
  const parts = ['node_modules/dclint/bin/dclint.cjs', folder, '--formatter', 'json'];
  const { stdout } = spawnSync(process.execPath, parts, { encoding: 'utf8' });
  const files = jsonOf<{ messages: { type: string }[] }[]>(stdout);
  expect(files.length).toBeGreaterThan(0);
  return files.flatMap(({ messages }) => messages).filter(({ type }) => type === 'error');
}
