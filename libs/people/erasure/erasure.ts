import type { Programme } from '@sikkerby/case-kit/edge';
import { AnchorEvents } from './anchor-events.js';
import { ErasureCommands } from './erasure-commands.js';
import { ErasureController } from './erasure.controller.js';
import { ErasuresUnderWayHandler } from './erasures.query.js';
import { personErasure } from './person-erasure.js';
import { ProposalsHandler } from './proposals.query.js';
import { retentionRule } from './retention-rule.js';
import { RetentionController } from './retention.controller.js';
import { retentionProjection } from './retention.view.js';

/** How persons of these programmes are erased, and when it is time. */
export function erasure(programmes: readonly Programme[]) {
  return {
    name: 'erasure',
    persons: false,
    title: { da: 'Sletning', en: 'Erasure' },
    deciders: [personErasure, retentionRule],
    controllers: [RetentionController, ErasureController],
    actRoutes: [
      {
        decider: personErasure,
        usual: (act: string) => `erasure/:programme/persons/:id/${act.replace('-erasure', '')}`,
        others: { 'record-shredding': [], 'finalise-erasure': [] },
      },
      {
        decider: retentionRule,
        usual: () => 'erasure/:programme/retention-rule',
        others: {},
      },
    ],
    providers: [
      ErasureCommands,
      ErasuresUnderWayHandler,
      ProposalsHandler,
      { provide: AnchorEvents, useValue: new AnchorEvents(programmes) },
    ],
    projections: [retentionProjection(programmes)],
    measures: [],
  };
}
