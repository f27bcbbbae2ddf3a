import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { ConfigurationError } from '@sikkerby/configuration';
import { CommandRoute, ProgrammeController } from '@sikkerby/http';
import type { Context } from '@sikkerby/case-kit/edge';
import { assertBound } from './bound.js';
import { contexts } from './contexts.js';

const roles = ['dpo'] as const;

@ProgrammeController('youth-concern')
class Misspelt {
  @CommandRoute('cases/:id/merge-intoo', { roles, summary: 'Planted' })
  mergeInto(): void {
    throw new Error('nobody gets here');
  }
}

/** All of them, but for one that is otherwise. */
function otherwise(name: string, change: (context: Context) => Partial<Context>): Context[] {
  return contexts.map((context) =>
    context.name === name ? { ...context, ...change(context) } : context,
  );
}

const withoutController = (controller: string) =>
  otherwise('youth-concern', ({ controllers }) => ({
    controllers: controllers.filter((one) => one.name !== controller),
  }));

describe('a start', () => {
  it('is made with the contexts as they are', () => {
    expect(() => assertBound(contexts)).not.toThrow();
  });

  it.each<[what: string, planted: readonly Context[], sentence: string]>([
    [
      'an act without a route',
      withoutController('RepairController'),
      `youth-concern: the act 'merge-into' has no route: write POST youth-concern/cases/:id/merge-into in a controller, or into actRoutes where it is`,
    ],
    [
      'a route without an act',
      otherwise('youth-concern', ({ controllers }) => ({
        controllers: [...controllers, Misspelt],
      })),
      `youth-concern: the route POST youth-concern/cases/:id/merge-intoo gives no act: write an act of that name, or the address into withoutAct`,
    ],
    [
      'a route with an act misspelt',
      withoutController('RepairController').map((context) =>
        context.name === 'youth-concern'
          ? { ...context, controllers: [...context.controllers, Misspelt] }
          : context,
      ),
      `the route POST youth-concern/cases/:id/merge-intoo gives no act: write youth-concern/cases/:id/merge-into`,
    ],
    [
      'a unit whose definition the compiler did not see',
      otherwise('safety-lift', () => ({ controllers: [Misspelt] })),
      `safety-lift: the act 'complete' has no route: write POST safety-lift/lifts/:id/complete`,
    ],
    [
      'a decider of which nobody said where its acts are given',
      otherwise('annual-report', () => ({ actRoutes: [] })),
      `annual-report: write into actRoutes where the acts of annual_report are given`,
    ],
    [
      'two kinds of unit of one category',
      otherwise('safety-lift', ({ deciders }) => ({ deciders: [...deciders, ...deciders] })),
      `'safety_lift' is the category of two kinds of unit: write another for one of them`,
    ],
    [
      'a measure that nobody decided on',
      otherwise('safety-lift', ({ measures }) => ({
        measures: measures.flatMap((one) => [one, { ...one, id: `${one.id}-planted` }]),
      })),
      `what is published: nobody decided on the measure 'safety-lift.places-planted': write it into publishedSeries or notPublished`,
    ],
  ])('is refused in one line for %s', (_, planted, sentence) => {
    const starting = () => {
      assertBound(planted);
    };
    expect(starting).toThrow(ConfigurationError);
    expect(starting).toThrow(sentence);
  });
});
