import { Injectable } from '@nestjs/common';
import { EventStore } from '@sikkerby/event-store';
import type { Plain } from '@sikkerby/http';
import { dayInCopenhagen, yearSpan, type Position, type RecordedEvent } from '@sikkerby/kernel';
import { ReadModels } from '@sikkerby/projections';
import { isSmall } from '@sikkerby/reference';
import { linksAt } from '../figures/compute.js';
import { Cuts } from '../figures/cuts.js';
import type { CellEventsAnswer, ExplanationAnswer } from './explain.answers.js';
import { factsOf } from '../facts/facts-projection.js';
import {
  breakdownBy,
  Measures,
  programmeOf,
  WrongQuestion,
  type Measure,
  type Words,
} from '../figures/measure.js';
import { rulesOf } from '../figures/rules.js';
import { recorded } from '../statements/events-behind.js';
import { factsThatCount } from '../questions/facts-that-count.js';
import { thingsOfOneCell } from '../questions/things-of-one-cell.js';

/** A cell of a figure: the whole, or one row of a breakdown. */
export interface CellQuestion {
  readonly year: number;
  readonly asOf?: string;
  readonly version?: number;
  readonly by?: string;
  readonly code?: string;
}

type Lateness = 'same-day' | 'within-a-week' | 'within-a-month' | 'later' | 'after-the-year';

const lateness: Readonly<Record<Lateness, Words>> = {
  'same-day': { da: 'Samme dag', en: 'The same day' },
  'within-a-week': { da: 'Inden for en uge', en: 'Within a week' },
  'within-a-month': { da: 'Inden for 30 dage', en: 'Within 30 days' },
  later: { da: 'Senere, i samme år', en: 'Later, in the same year' },
  'after-the-year': { da: 'Efter årets udgang', en: 'After the year was over' },
};
const dayMs = 86_400_000;

/** What is behind a number: the definition, the rules, and the events whose facts it counts. */
@Injectable()
export class Explain {
  constructor(
    private readonly measures: Measures,
    private readonly cuts: Cuts,
    private readonly store: EventStore,
    private readonly readModels: ReadModels,
  ) {}

  /**
   * In numbers, naming no event and nobody; of so few persons that they could be recognised, in words
   * only. @throws WrongQuestion, ReadModelBehind
   */
  async cell(id: string, question: CellQuestion): Promise<Plain<ExplanationAnswer>> {
    const { measure, value, facts: behind, asOf } = await this.facts(id, question);
    const isWithheld = this.measures.countsPersons(measure) && isSmall(value);
    const facts = isWithheld ? [] : behind;
    const events = await recorded(this.store, facts);
    const end = yearSpan(question.year).to;
    const late = facts.flatMap(({ event }) => latenessOf(events.get(event), end) ?? []);
    return {
      ...cellOf(measure, question, asOf),
      ...{ title: measure.title, unit: measure.unit, description: measure.description },
      counted: {
        kind: measure.kind,
        distinct: measure.distinct,
        where: Object.entries(measure.where).map(([code, values]) => ({
          code,
          values: [...values],
        })),
      },
      rules: rulesOf(measure),
      ...(measure.printed ? { printed: measure.printed } : {}),
      ...(isWithheld ? {} : { value, facts: facts.length }),
      events: tally(facts.flatMap(({ event }) => events.get(event)?.type ?? [])).map(
        ([type, count]) => ({ type, count }),
      ),
      lateness: tally(late).map(([code, count]) => ({
        code,
        title: lateness[code],
        count,
      })),
    };
  }

  /** The events themselves, by id and place in the log. @throws WrongQuestion, ReadModelBehind */
  async events(id: string, question: CellQuestion): Promise<Plain<CellEventsAnswer>> {
    const { measure, value, facts, asOf } = await this.facts(id, question);
    const events = await recorded(this.store, facts);
    const found = [...events.values()].map(({ id, type, position, asWritten }) => ({
      id,
      type: asWritten?.type ?? type,
      position,
    }));
    return {
      ...cellOf(measure, question, asOf),
      value,
      events: found.sort((one, other) => (one.position < other.position ? -1 : 1)),
    };
  }

  private async facts(id: string, question: CellQuestion) {
    const { year, version, by, code } = question;
    const measure = this.measures.find(id, version === undefined ? { year } : { version });
    if ((by === undefined) !== (code === undefined)) {
      throw new WrongQuestion('by', 'given with the code of one of its rows, or neither of them');
    }
    const breakdown = by === undefined ? undefined : breakdownBy(measure, by);
    const name = factsOf(programmeOf(measure));
    const cut = await this.cuts.at(question.asOf, [name]);
    return this.readModels.readView(name, {}, async (manager, counted) => {
      const asOf = cut ?? counted ?? this.store.parsePosition('0');
      const asked = { measure, year, asOf, standsUnder: await linksAt(manager, asOf) };
      const things = await thingsOfOneCell(manager, asked, { breakdown, code });
      const counting = new Set(things.map(({ thing }) => thing));
      const facts = await factsThatCount(manager, asked);
      return {
        measure,
        asOf,
        value: things.reduce((sum, { quantity }) => sum + quantity, 0),
        facts: facts.filter(({ thing }) => counting.has(thing)),
      };
    });
  }
}

function cellOf({ id, version }: Measure, { year, by, code }: CellQuestion, asOf: Position) {
  const split = by === undefined || code === undefined ? {} : { by, code };
  return { measure: id, version, year, asOf, ...split };
}

function latenessOf(event: RecordedEvent | undefined, endOfYear: string): Lateness | undefined {
  if (!event) return undefined;
  const on = dayInCopenhagen(new Date(event.recordedAt));
  const days = (Date.parse(on) - Date.parse(event.occurredOn)) / dayMs;
  if (days <= 0) return 'same-day';
  if (days <= 7) return 'within-a-week';
  if (on > endOfYear) return 'after-the-year';
  return days <= 30 ? 'within-a-month' : 'later';
}

/** How often each occurs, in code units. */
function tally<Word extends string>(words: readonly Word[]): [Word, number][] {
  const counts = new Map<Word, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}
