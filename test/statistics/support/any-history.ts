import {
  addDays,
  day,
  decide,
  fold,
  Rejection,
  positionAfter,
  type AnyDecider,
  type Day,
  type Decider,
  type RecordedEvent,
} from '@sikkerby/kernel';
import { programmes } from '@sikkerby/programmes';
import { jsonOf } from '../../support/json.js';
import type { Random } from '../../golden-year/random.js';
import { pairIn } from './plain-persons.js';
import { told, type Unit } from './told.js';

const today = day('2020-01-01');
const lastDay = day('2019-12-31');
type Pair = readonly [string, string];
const actor = { user: 'probe.worker', role: 'probe', organisation: 'probe' };
/** Kinds of unit that are counted nowhere. */
const uncounted = ['youth_concern_report'];
const kinds = programmes
  .flatMap(({ deciders }) => deciders)
  .filter(({ category }) => !uncounted.includes(category));
const persons = programmes.filter((programme) => programme.persons).map(({ name }) => name);
/** Of a case only what its figures can follow from: the rest asks for more than a word for a field. */
const ofCases =
  /^(open-case|change|(request|accept|reject)-transfer|close|reopen|void|reinstate|merge|unmerge|correct)/;
/** Done seldom, so that something is left to count. */
const seldom =
  /^(void|void-.*|merge-into|annul|cancel|refuse|assign|warning-expire|join|leave|inform-.*)$/;

/** Any kinds of unit of all programmes, and what may happen to them, by their own rules. */
export class AnyHistory {
  readonly log: RecordedEvent[] = [];
  private readonly units = new Map<string, Unit[]>();
  private readonly linked = new Set<string>();

  constructor(private readonly random: Random) {}

  /** Things happen until there are so many events. Most of what is tried is refused. */
  grow(events: number): this {
    while (this.log.length < events) {
      if (this.random.chance(0.005)) this.linkOrUnlink();
      else this.somethingHappens();
    }
    return this;
  }

  /** Done to each unit that lets it be done, and undone at once; how often. */
  doAndUndo(act: 'void' | 'merge-into', undo: string): number {
    let done = 0;
    for (const decider of kinds.filter(({ acts }) => act in acts)) {
      for (const unit of this.units.get(decider.category) ?? []) {
        if (!this.give(decider, unit, act, lastDay)) continue;
        done += this.give(decider, unit, undo, lastDay) ? 1 : 0;
      }
    }
    return done;
  }

  /** All persons of a programme are one, who are not linked yet. */
  linkEverybody(): void {
    for (const programme of persons) {
      for (let number = 1; number < 8; number += 1) {
        const pair = pairOf(programme, number, number + 1);
        if (!this.linked.has(nameOf(programme, pair))) this.link(programme, pair, 'linked');
      }
    }
  }

  /** Of the pairs that were linked after so many events. */
  unlinkEverybody(after: number): void {
    for (const { type, data } of this.log.slice(after)) {
      this.link(type.split('.')[0] ?? '', pairIn(data), 'unlinked');
    }
  }

  private somethingHappens(): void {
    const { random } = this;
    const decider = this.one(kinds);
    const units = this.units.get(decider.category) ?? [];
    this.units.set(decider.category, units);
    const acts = Object.keys(decider.acts);
    if (units.length === 0 || random.chance(0.2)) {
      const unit = { id: random.uuid(), state: decider.initialState as Unit['state'] };
      const on = addDays(day('2016-06-01'), random.whole(0, 1000));
      if (this.give(decider, unit, acts[0] ?? '', on)) units.push(unit);
      return;
    }
    const isOfCases = decider.category === 'youth_concern';
    const choices = isOfCases ? acts.filter((name) => ofCases.test(name)) : acts;
    const unit = this.one(units);
    for (let tries = 0; tries < 6; tries += 1) {
      const act = this.one(choices);
      if (seldom.test(act) && random.chance(0.9)) continue;
      const near = addDays(unit.last ?? today, random.whole(0, 70));
      const anyDay = addDays(day('2016-06-01'), random.whole(0, 1200));
      const on = near > '2019-10-01' || random.chance(0.1) ? anyDay : near;
      if (this.give(decider, unit, act, on)) return;
    }
  }

  /** Whether the rules let it happen and it was something. */
  private give(decider: AnyDecider, unit: Unit, type: string, on: Day): boolean {
    const all = (category: string) => this.units.get(category) ?? [];
    const data = told({ random: this.random, category: decider.category, unit, on, all });
    const stream = `${decider.category}-${unit.id}`;
    try {
      const command = { type, data, occurredOn: on, today, actor };
      const events = decide(decider as Decider, command, unit.state);
      const written = jsonOf<typeof events>(JSON.stringify(events));
      for (const event of written) this.write(stream, event);
      unit.state = fold(decider as Decider<Unit['state']>, unit.state, written);
      unit.last = on;
      return events.length > 0;
    } catch (refusal) {
      if (refusal instanceof Rejection) return false;
      throw refusal;
    }
  }

  private linkOrUnlink(): void {
    const programme = this.one(persons);
    const [one, other] = [this.random.whole(1, 7), this.random.whole(1, 8)].sort();
    const pair = pairOf(programme, one ?? 1, other === one ? 8 : (other ?? 8));
    const isLinked = this.linked.has(nameOf(programme, pair));
    this.link(programme, pair, isLinked ? 'unlinked' : 'linked');
  }

  private link(programme: string, pair: Pair, done: 'linked' | 'unlinked'): void {
    const [subject, otherSubject] = pair;
    if (done === 'linked') this.linked.add(nameOf(programme, pair));
    else this.linked.delete(nameOf(programme, pair));
    const type = `${programme}.persons-${done}.v1`;
    const event = { type, occurredOn: today, data: { subject, otherSubject } };
    this.write(`${programme}_pair-${pair.join('-')}`, event);
  }

  private write(stream: string, event: Pick<RecordedEvent, 'type' | 'occurredOn' | 'data'>): void {
    const number = this.log.length + 1;
    this.log.push({
      ...event,
      ...{ id: `event-${String(number)}`, stream, revision: 0, actor, correlationId: 'test' },
      position: positionAfter(number),
      recordedAt: '2020-01-01T00:00:00.000Z',
    });
  }

  private one<T>(choices: readonly T[]): T {
    return this.random.pick(choices.map((choice) => [choice, 1] as const));
  }
}

function pairOf(programme: string, one: number, other: number): Pair {
  const name = (number: number) => `${programme}-person-${String(number)}`;
  return [name(one), name(other)];
}

function nameOf(programme: string, pair: Pair): string {
  return `${programme} ${pair.join()}`;
}
