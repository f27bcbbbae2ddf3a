import { describe, expect, it } from '@jest/globals';
import { Problem } from '@sikkerby/http';
import { WrongQuestion } from './measure.js';
import { answered } from './wrong-question.js';

async function refusalOf(error: Error): Promise<unknown> {
  return answered(Promise.reject(error)).catch((refused: unknown) => refused);
}

describe('a question for figures', () => {
  it('that is right is answered', async () => {
    expect(await answered(Promise.resolve('an answer'))).toBe('an answer');
  });

  it('about a measure that is not there is about nothing', async () => {
    const refused = await refusalOf(new WrongQuestion('measure', 'one that there is'));
    expect(refused).toEqual(new Problem('not-found'));
    expect(refused).toMatchObject({ kind: 'not-found', status: 404 });
  });

  it.each(['by', 'asOf', 'version', 'map', 'mapOn', 'from'] as const)(
    'whose parameter %s is wrong is told which',
    async (parameter) => {
      const refused = await refusalOf(new WrongQuestion(parameter, 'another'));
      expect(refused).toMatchObject({
        status: 400,
        details: { errors: [{ pointer: parameter, detail: `${parameter} must be another` }] },
      });
    },
  );

  it('that fails for another reason fails with it', async () => {
    const broken = new Error('the disk is full');
    expect(await refusalOf(broken)).toBe(broken);
  });
});
