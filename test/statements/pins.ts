import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { positionAfter, type Position, type RecordedEvent } from '@sikkerby/kernel';
import { programmes } from '@sikkerby/programmes';
import { canonicalText, Measures, sha256, type Measure } from '@sikkerby/statistics';
import { eventRegistry } from '@sikkerby/system';
import { jsonOf } from '../support/json.js';
import { Ledger } from '../statistics/support/ledger.js';

type Written = Pick<RecordedEvent, 'stream' | 'type' | 'occurredOn' | 'data'>;

/** A statement as it was frozen once; never edited, and drawn up again by whatever counts today. */
export interface KeptPin {
  readonly year: number;
  /** Position of the last event of the history that it counts; the history goes on after it. */
  readonly cut: Position;
  readonly measures: readonly { readonly id: string; readonly version: number }[];
  readonly sha256: string;
}

const folder = process.cwd() + '/test/statements/pinned';
const catalogue = new Measures(programmes.flatMap(({ measures }) => measures));
const facts = programmes.flatMap(({ name, projections }) =>
  projections.filter((each) => each.name === `${name}.facts`),
);

/** Names of the pins that are kept. */
export function keptPins(): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pin.json'))
    .map((name) => name.replace('.pin.json', ''));
}

export function keptPin(name: string): KeptPin {
  return jsonOf<KeptPin>(readFileSync(`${folder}/${name}.pin.json`, 'utf8'));
}

/** The SHA-256 of each kept statement, drawn up again. */
export async function rerunPins(): Promise<Record<string, string>> {
  const ledger = await Ledger.open();
  try {
    const found: Record<string, string> = {};
    for (const name of keptPins()) {
      const { year, cut, measures } = keptPin(name);
      const definitions = measures.map(({ id, version }) => catalogue.find(id, { version }));
      found[name] = await digest(ledger, historyOf(name), { year, cut, measures: definitions });
    }
    return found;
  } finally {
    await ledger.close();
  }
}

/** Keeps another pin, beside those that there are, with every measure in its version of the year. */
export async function keepPin(
  name: string,
  { year, cut, log }: { year: number; cut: Position; log: readonly Written[] },
): Promise<void> {
  const lines = log.map(({ stream, type, occurredOn, data }) =>
    JSON.stringify({ stream, type, occurredOn, data }),
  );
  writeFileSync(`${folder}/${name}.history.jsonl`, `${lines.join('\n')}\n`, { flag: 'wx' });
  const ledger = await Ledger.open();
  const measures = catalogue.ofYear(year);
  const kept: KeptPin = {
    ...{ year, cut, measures: measures.map(({ id, version }) => ({ id, version })) },
    sha256: await digest(ledger, historyOf(name), { year, cut, measures }),
  };
  await ledger.close();
  const text = `${JSON.stringify(kept, undefined, 2)}\n`;
  writeFileSync(`${folder}/${name}.pin.json`, text, { flag: 'wx' });
}

async function digest(
  ledger: Ledger,
  log: readonly RecordedEvent[],
  { year, cut, measures }: { year: number; cut: Position; measures: readonly Measure[] },
): Promise<string> {
  await ledger.load(log, facts);
  return sha256(canonicalText(await ledger.statement(measures, year, cut)));
}

/** The events as the log would give them to today's code. */
function historyOf(name: string): RecordedEvent[] {
  const registry = eventRegistry();
  const lines = readFileSync(`${folder}/${name}.history.jsonl`, 'utf8').trimEnd().split('\n');
  return lines.map((line, index) => {
    const { type, data, ...written } = jsonOf<Written>(line);
    return {
      ...{ ...written, ...registry.newest(type, data) },
      ...{ id: `event-${String(index + 1)}`, revision: index, correlationId: 'kept' },
      position: positionAfter(index + 1),
      recordedAt: '2020-01-01T00:00:00.000Z',
      actor: { user: 'probe.worker', role: 'probe', organisation: 'probe' },
    };
  });
}
