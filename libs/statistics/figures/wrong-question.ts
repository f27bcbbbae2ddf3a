import { invalidRequest, Problem } from '@sikkerby/http';
import { WrongQuestion } from './measure.js';

/** The answer; a wrong question is a problem that points at its parameter. @throws Problem */
export async function answered<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof WrongQuestion)) throw error;
    if (error.parameter === 'measure') throw new Problem('not-found');
    throw invalidRequest(error.parameter, error.message);
  }
}
