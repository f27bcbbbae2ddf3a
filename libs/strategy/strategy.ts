import type { Context, Programme } from '@sikkerby/case-kit/edge';
import { annualReport } from './annual-report/annual-report.programme.js';
import { fundedEffort } from './funded-effort/funded-effort.programme.js';
import { goals } from './goals/goals.programme.js';
import { knowledge } from './knowledge/knowledge.programme.js';

/** Parts of the strategy that are made of units, with policies of their own. */
export const strategyUnits: readonly Programme[] = [goals, fundedEffort, knowledge];

/** What the strategy itself does: no case work, and no person in it. */
export const strategy: readonly Context[] = [...strategyUnits, annualReport];
