import { DecideHandler, Decisions, NoSuchUnit, StaleRevision } from '@sikkerby/commands';
import { Rejection } from '@sikkerby/kernel';
import { Drafts, Releases } from '@sikkerby/publication';
import { ReadModelBehind } from '@sikkerby/projections';
import {
  Changes,
  Cuts,
  Explain,
  Measures,
  Revisions,
  Statements,
  Statistics,
  WrongQuestion,
} from '@sikkerby/statistics';
import { contexts, type System } from '@sikkerby/system';
import { UserError } from './program.js';

/** What the API counts, freezes and explains with, put together for a command. */
export function statisticsParts(system: System) {
  const { store, readModels, personalData, usedKeys, policies } = system;
  const measures = Measures.of(contexts);
  const cuts = new Cuts(store, readModels);
  const handler = new DecideHandler(store, personalData, usedKeys, policies);
  const statements = new Statements(measures, store, readModels, new Decisions(store), handler);
  const changes = new Changes(store, readModels);
  return {
    statistics: new Statistics(measures, cuts, store, readModels),
    explain: new Explain(measures, cuts, store, readModels),
    statements,
    measures,
    revisions: new Revisions(statements, changes, measures, store),
  };
}

/** What the API publishes with, put together for a command. */
export function releasesOf(system: System): Releases {
  const { store, personalData, usedKeys, policies } = system;
  const { measures, statements } = statisticsParts(system);
  const handler = new DecideHandler(store, personalData, usedKeys, policies);
  return new Releases(new Drafts(statements), statements, measures, new Decisions(store), handler);
}

/** What the user can mend, or a rule refuses, is one line. */
export async function understood<Answer>(work: Promise<Answer>): Promise<Answer> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof WrongQuestion) throw new UserError(error.message);
    if (error instanceof Rejection) throw new UserError(`refused: ${error.rule}`);
    if (error instanceof NoSuchUnit) throw new UserError('there is no such statement or release');
    if (error instanceof StaleRevision) throw new UserError('somebody was faster: look again');
    if (error instanceof ReadModelBehind) {
      throw new UserError(`${error.message}: start the projector, or see projections status`);
    }
    throw error;
  }
}

/** @throws UserError */
export function wholeNumber(text: string, option: string): number {
  if (!/^\d{1,4}$/.test(text)) throw new UserError(`${option} is a whole number`);
  return Number(text);
}
