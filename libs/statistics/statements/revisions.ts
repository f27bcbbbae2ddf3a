import { Injectable } from '@nestjs/common';
import { EventStore } from '@sikkerby/event-store';
import { Measures } from '../figures/measure.js';
import { Changes, type CellChange } from './figure-changes.js';
import { Statements } from './statements.js';

/** What a revision would change, or did. */
export interface Revision {
  readonly fromCut: string;
  readonly toCut: string;
  readonly cells: readonly CellChange[];
}

/** The difference between a statement and a later one of its year, or what is recorded by now. */
@Injectable()
export class Revisions {
  constructor(
    private readonly statements: Statements,
    private readonly changes: Changes,
    private readonly measures: Measures,
    private readonly store: EventStore,
  ) {}

  /** @throws NoSuchUnit, ReadModelBehind */
  async since(year: number, number: number, until?: number): Promise<Revision> {
    const before = await this.statements.find(year, number);
    const after = until === undefined ? undefined : await this.statements.find(year, until);
    const { position: head } = await this.store.head();
    const toCut = after?.cut ?? head;
    const measures = after ? this.statements.measuresOf(after) : this.measures.ofYear(year);
    const cells = await this.changes.between(
      year,
      { cut: before.cut, measures: this.statements.measuresOf(before) },
      { cut: toCut, measures },
    );
    return { fromCut: before.cut, toCut, cells };
  }
}
