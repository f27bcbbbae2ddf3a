import { NoSuchUnit, StaleRevision } from '@sikkerby/commands';
import { Rejection } from '@sikkerby/kernel';
import { ReadModelBehind } from '@sikkerby/projections';
import { WrongQuestion } from '@sikkerby/statistics';
import { UserError } from './program.js';

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
