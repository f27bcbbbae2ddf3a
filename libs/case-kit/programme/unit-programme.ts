import type { AboutPersons } from '@sikkerby/people';
import type { Projection } from '@sikkerby/projections';
import type { Programme } from './programme.js';
import { unitController } from './unit-controller.js';
import type { UnitDefinition } from './unit-definition.js';
import { sentence } from '../journal/words.js';
import { workProjection } from '../work-list/work-list.view.js';

type FromUnits = 'units' | 'deciders' | 'controllers' | 'providers' | 'projections';

/**
 * A context of units: routes, lists and journals follow from their definitions. Where it has routes
 * of its own they come first, as in the description of the API.
 */
export function unitContext(
  of: Omit<Programme, FromUnits> &
    Partial<Pick<Programme, 'controllers' | 'providers' | 'projections'>> & {
      readonly units: readonly UnitDefinition[];
      /** A changed row or state of a unit is a new number: the lists are rebuilt beside the old. */
      readonly listsVersion: number;
    },
): Programme {
  const { listsVersion, ...context } = of;
  const { units, controllers = [], providers = [], projections = [] } = context;
  return {
    ...context,
    deciders: units.map(({ decider }) => decider),
    controllers: [...controllers, ...units.map((unit) => unitController(unit, of.persons))],
    providers,
    projections: [
      ...projections,
      workProjection({ name: of.name, access: of.access, units, listsVersion }),
    ],
  };
}

/**
 * A programme from its units: besides, facts of theirs are counted, and persons are told of them.
 * What does not follow from its units it adds itself, in `views`, `controllers` and `providers`.
 */
export function unitProgramme(
  of: Omit<Programme, FromUnits | 'aboutPersons' | 'actRoutes'> &
    Partial<Pick<Programme, 'controllers' | 'providers'>> & {
      /** Whether the help is voluntary, or no help but control. */
      readonly aboutPersons?: Pick<AboutPersons, 'voluntary' | 'control'>;
      /** A changed row or state of a unit is a new number: the lists are rebuilt beside the old. */
      readonly listsVersion: number;
      readonly units: readonly UnitDefinition[];
      readonly facts: Projection;
      /** Read models of its own, beside facts and lists. */
      readonly views?: readonly Projection[];
    },
): Programme {
  const { facts, views = [], ...rest } = of;
  const aboutPersons = { ...of.aboutPersons, sentence: sentenceForThePerson(of.units) };
  return unitContext({ ...rest, aboutPersons, projections: [facts, ...views] });
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
