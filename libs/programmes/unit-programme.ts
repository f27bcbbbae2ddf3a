import type { ProgrammeAccess } from '@sikkerby/access';
import type { AboutPersons } from '@sikkerby/people';
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
import { sentence } from './words.js';
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
  /** Whether the help is voluntary, or no help but control. */
  readonly aboutPersons?: Pick<AboutPersons, 'voluntary' | 'control'>;
  readonly alsoAbout?: NonNullable<Programme['alsoAbout']>;
  readonly access: ProgrammeAccess;
  readonly policies: string;
  readonly title: Words;
  /** A changed row or state of a unit is a new number: the lists are rebuilt beside the old. */
  readonly listsVersion: number;
  readonly units: readonly UnitDefinition[];
  readonly facts: Projection;
  readonly measures: readonly Measure[];
  readonly reactions?: readonly Reaction[];
}): Programme {
  const { units, facts, listsVersion, ...rest } = of;
  return {
    ...{ ...rest, units },
    aboutPersons: { ...of.aboutPersons, sentence: sentenceForThePerson(units) },
    deciders: units.map(({ decider }) => decider),
    controllers: units.map((unit) => unitController(unit, of.persons)),
    providers: unitProviders,
    projections: [facts, workProjection({ ...rest, units, listsVersion })],
  };
}

/** As the journal tells it, but for the name of who works on it. */
function sentenceForThePerson(
  units: readonly UnitDefinition[],
): NonNullable<AboutPersons['sentence']> {
  const caseworker = { da: 'en medarbejder', en: 'an employee' };
  return (event, language) => {
    const unit = units.find(({ decider }) => Object.hasOwn(decider.evolve, event.type));
    const data = { ...event.data, caseworker: caseworker[language] };
    return unit ? sentence(unit.dictionary, { ...event, data }, language) : event.type;
  };
}
