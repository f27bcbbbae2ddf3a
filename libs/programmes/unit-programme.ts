import type { ProgrammeAccess } from '@sikkerby/access';
import type { Measure, Words } from '@sikkerby/statistics';
import type { Projection } from '@sikkerby/projections';
import type { Reaction } from '@sikkerby/reactions';
import { WhatIsAllowedHandler } from './allowed-commands.query.js';
import { GiveCommand } from './give-command.js';
import { JournalHandler } from './journal.query.js';
import type { Programme } from './programme.js';
import { unitController } from './unit-controller.js';
import type { UnitDefinition } from './unit-definition.js';
import { UnitNowHandler } from './unit-now.query.js';
import { WorkListHandler, workProjection } from './work-list.view.js';

/** Answers of every programme that is made of unit definitions. */
export const unitProviders = [
  GiveCommand,
  JournalHandler,
  UnitNowHandler,
  WhatIsAllowedHandler,
  WorkListHandler,
];

/** A programme from its units: routes, lists and journals follow from their definitions. */
export function unitProgramme(of: {
  readonly name: string;
  readonly persons: boolean;
  readonly access: ProgrammeAccess;
  readonly policies: string;
  readonly title: Words;
  readonly units: readonly UnitDefinition[];
  readonly facts: Projection;
  readonly measures: readonly Measure[];
  readonly reactions?: readonly Reaction[];
}): Programme {
  const { units, facts, ...rest } = of;
  return {
    ...{ ...rest, units },
    deciders: units.map(({ decider }) => decider),
    controllers: units.map((unit) => unitController(unit, of.persons)),
    providers: unitProviders,
    projections: [facts, workProjection(of.name, of.access, units)],
  };
}
