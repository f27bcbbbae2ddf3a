import { Injectable } from '@nestjs/common';
import type { Plain } from '@sikkerby/http';
import { yearSpan, type Position } from '@sikkerby/kernel';
import { ReadModels } from '@sikkerby/projections';
import { isThere, nameOn } from '@sikkerby/reference';
import { itemsOf, referenceItems } from '@sikkerby/reference-routes';
import { assess, type Assessed } from './assess.js';
import { definitions, definitionsFor, rules, type GoalDefinition } from './definitions.js';
import type { Evidence, KnownFigure } from './evidence.js';
import type {
  ContextSeriesAnswer,
  GoalDefinitionAnswer,
  GoalStatusAnswer,
} from './goals.answers.js';
import { goalFigures, knownAt } from './known-figures.view.js';
import { yearOf } from './period.js';
import { series, seriesCodes, sources, units } from './series.js';

const patienceMs = 2000;

/** How one goal stands, and what it goes by. */
export interface GoalNow extends Assessed {
  readonly definition: GoalDefinition;
  readonly figures: readonly KnownFigure[];
}

/** The goals of a reporting year, as known at a position. */
@Injectable()
export class Goals {
  constructor(private readonly readModels: ReadModels) {}

  /** Everything that was known then. @throws ReadModelBehind */
  async evidence(year: number, asOf: Position): Promise<Evidence> {
    const views = [goalFigures.name, referenceItems.name];
    await this.readModels.waitForPosition(views, asOf, patienceMs);
    const known = await this.readModels.readView(goalFigures.name, {}, (manager) =>
      knownAt(manager, asOf),
    );
    const lastDay = yearSpan(year).to;
    const items = await itemsOf(this.readModels, ['survey-district'], asOf);
    const districts = items
      .filter((item) => isThere(item, lastDay))
      .map((item) => ({ code: item.code, title: nameOn(item, lastDay) }));
    return { year, ...known, districts };
  }
}

/** Each goal of the evidence's year. */
export function goalsBy(evidence: Evidence): GoalNow[] {
  return definitionsFor(evidence.year).map((definition) => ({
    definition,
    ...assess(definition, evidence),
    figures: figuresOf(definition, evidence),
  }));
}

/** The goal's curve: its own figures and those of whom it is compared with, up to its data year. */
function figuresOf({ series: code, goal, yearsBack }: GoalDefinition, { year, figures }: Evidence) {
  const codes = goal === 'G6' ? [code, 'unsafe-in-neighbourhood'] : [code];
  const isIts = ({ series: of, geography, period }: KnownFigure) =>
    codes.includes(of) &&
    yearOf(period) <= year - yearsBack &&
    (geography === 'survey-district') === (goal === 'G6' && of !== code);
  return inOrder(figures.filter(isIts));
}

/** Figures that no goal goes by, of periods up to the reporting year. */
export function besideTheGoals({ year, figures }: Evidence): KnownFigure[] {
  const ofGoals = new Set<string>(definitions.map((definition) => definition.series));
  const beside = figures.filter(({ series: code, period }) => {
    return !ofGoals.has(code) && yearOf(period) <= year;
  });
  return inOrder(beside);
}

/** Figures beside the goals as they are told, by series. */
export function contextTold(beside: readonly KnownFigure[]): Plain<ContextSeriesAnswer>[] {
  return seriesCodes
    .map((code) => ({
      ...{ series: code, title: series[code].title, unit: units[series[code].unit] },
      figures: beside.filter((figure) => figure.series === code),
    }))
    .filter((one) => one.figures.length > 0);
}

function inOrder(figures: readonly KnownFigure[]): KnownFigure[] {
  const key = ({ geography, district = '', period }: KnownFigure) =>
    `${geography} ${district} ${period}`;
  return figures.toSorted((one, other) => (key(one) < key(other) ? -1 : 1));
}

/** A goal as it is told. */
export function goalTold({ definition, ...now }: GoalNow): Plain<GoalStatusAnswer> {
  return { definition: definitionTold(definition), ...now };
}

export function definitionTold(definition: GoalDefinition): Plain<GoalDefinitionAnswer> {
  const { goal, version, kind, title, indicator, places, yearsBack, baseline, target } = definition;
  return {
    ...{ goal, version, kind, title, indicator, places, yearsBack, baseline, target },
    unit: units[definition.unit],
    source: sources[definition.source],
    rule: { name: definition.rule, words: rules[definition.rule] },
  };
}
