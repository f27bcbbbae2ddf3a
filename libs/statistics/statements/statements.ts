import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  Decide,
  Decisions,
  idOf,
  NoSuchUnit,
  type Intent,
  type Receipt,
  type Commands,
} from '@sikkerby/commands';
import { EventStore } from '@sikkerby/event-store';
import { ReadModelBehind, ReadModels } from '@sikkerby/projections';
import { referenceKinds } from '@sikkerby/reference';
import { itemsOf, referenceItems } from '@sikkerby/reference-routes';
import { factsOf } from '../facts/facts-projection.js';
import { linksAt } from '../figures/compute.js';
import { crossedFigure, type CrossedCell } from '../questions/crossed-figure.js';
import {
  breakdownBy,
  Measures,
  programmeOf,
  WrongQuestion,
  type Measure,
} from '../figures/measure.js';
import { codeHash } from './code-hash.js';
import { drawUp, type Cut, type OnProgress } from './draw-up.js';
import { canonicalText, sha256, type StatementContent } from './statement-content.js';
import { statements, type Pin, type Statement, type StatementKind } from './statement.js';

const patienceMs = 5000;

/** A statement drawn up again from its pin. */
export interface Reproduced {
  readonly statement: Statement;
  readonly content: StatementContent;
  /** The canonical JSON whose SHA-256 the statement carries. */
  readonly text: string;
  /** Whether the bytes are those that were frozen. */
  readonly isTheSame: boolean;
}

/** The statements of the years: drawn up at a cut, pinned, and reproduced from the pin. */
@Injectable()
export class Statements {
  constructor(
    readonly measures: Measures,
    private readonly store: EventStore,
    private readonly readModels: ReadModels,
    private readonly decisions: Decisions,
    @Inject(CommandBus) private readonly commands: Commands,
  ) {}

  /**
   * Freezes the year as it stands at the end of the log.
   * @throws ReadModelBehind while what it counts is behind, halted, or has left something out
   */
  async freeze(
    year: number,
    body: { readonly kind: StatementKind },
    intent: Intent,
    onProgress?: OnProgress,
  ): Promise<Receipt> {
    const id = statementsId(year);
    const { revision } = await this.decisions.state(statements, id);
    const { position, recordedAt } = await this.store.head();
    const pin = await this.pinOf({ year, cut: position, cutAt: recordedAt ?? '' }, onProgress);
    const now: Intent = { ...intent, expected: revision ?? 'none' };
    return this.commands.execute(new Decide(statements, id, 'freeze', body, now, pin));
  }

  /** Of a statement that there is. @throws NoSuchUnit */
  async decide(
    year: number,
    act: 'approve' | 'reject',
    body: object,
    intent: Intent,
    number: number,
  ): Promise<Receipt> {
    await this.find(year, number);
    const id = statementsId(year);
    return this.commands.execute(new Decide(statements, id, act, body, intent, { number }));
  }

  /** Those of a year, in the order of their numbers, and the revision of their stream. */
  async ofYear(year: number) {
    const { state, revision } = await this.decisions.state(statements, statementsId(year));
    return { statements: state, revision };
  }

  /** @throws NoSuchUnit */
  async find(year: number, number: number): Promise<Statement> {
    const found = (await this.ofYear(year)).statements.find((one) => one.number === number);
    if (!found) throw new NoSuchUnit(statementsId(year));
    return found;
  }

  /** Draws the statement up again from its pin and compares the bytes. @throws NoSuchUnit */
  async reproduce(year: number, number: number, onProgress?: OnProgress): Promise<Reproduced> {
    const statement = await this.find(year, number);
    const content = await this.contentAt(statement, this.measuresOf(statement), onProgress);
    const text = canonicalText(content);
    return { statement, content, text, isTheSame: sha256(text) === statement.sha256 };
  }

  /**
   * A measure of the statement by several of its breakdowns at once, as at its cut: the combinations
   * that occur. @throws NoSuchUnit, WrongQuestion
   */
  async crossed(
    { year, cut, measures }: Pin,
    measureId: string,
    by: readonly string[],
  ): Promise<CrossedCell[]> {
    const pinned = this.measuresOf({ measures }).find(({ id }) => id === measureId);
    if (!pinned) throw new WrongQuestion('measure', 'one of those of the statement');
    const splits = by.map((one) => breakdownBy(pinned, one));
    if (splits.some(({ additive }) => !additive)) {
      throw new WrongQuestion('by', 'breakdowns of which each thing has one code');
    }
    const facts = factsOf(programmeOf(pinned));
    await this.readModels.waitForPosition([facts], cut, patienceMs);
    return this.readModels.readView(facts, {}, async (manager) => {
      const standsUnder = await linksAt(manager, cut);
      return crossedFigure(manager, { measure: pinned, year, asOf: cut, splits, standsUnder });
    });
  }

  /** The definitions that the statement was counted by. @throws WrongQuestion when one is gone */
  measuresOf({ measures }: Pick<Pin, 'measures'>): Measure[] {
    return measures.map(({ id, version }) => this.measures.find(id, { version }));
  }

  private async pinOf(cut: Cut, onProgress?: OnProgress): Promise<Pin> {
    const measures = this.measures.ofYear(cut.year);
    const content = await this.contentAt(cut, measures, onProgress);
    const items = await itemsOf(this.readModels, referenceKinds, cut.cut);
    return {
      ...cut,
      measures: measures.map(({ id, version }) => ({ id, version })),
      codeSha256: codeHash(),
      referenceSha256: sha256(canonicalText(items)),
      sha256: sha256(canonicalText(content)),
    };
  }

  private async contentAt(
    { year, cut, cutAt }: Cut,
    measures: readonly Measure[],
    onProgress?: OnProgress,
  ): Promise<StatementContent> {
    const names = [...new Set(measures.map((measure) => factsOf(programmeOf(measure))))];
    const read = [...names, referenceItems.name];
    await this.readModels.waitForPosition(read, cut, patienceMs);
    const flawed = await this.readModels.leavingOut(read, cut);
    if (flawed.length > 0) throw new ReadModelBehind(flawed);
    return drawUp(this.readModels, measures, { year, cut, cutAt }, onProgress);
  }
}

/** Id of the stream of a year's statements. */
export function statementsId(year: number): string {
  return idOf(['statistics', 'statements', String(year)]);
}
