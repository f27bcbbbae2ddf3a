import type { Provider, Type } from '@nestjs/common';
import {
  unitController,
  unitProviders,
  workProjection,
  type Programme,
  type UnitDefinition,
} from '@sikkerby/programmes';
import type { Projection } from '@sikkerby/projections';
import type { Measure, Words } from '@sikkerby/statistics';

/** A context of the strategy: no person is in it, and its lists and journals are those of every unit. */
export function strategyContext(of: {
  readonly name: string;
  readonly title: Words;
  readonly policies: string;
  /** A changed row or state of a unit is a new number: the lists are rebuilt beside the old. */
  readonly listsVersion: number;
  readonly units: readonly UnitDefinition[];
  readonly controllers?: readonly Type[];
  readonly providers?: readonly Provider[];
  readonly projections?: readonly Projection[];
  readonly measures?: readonly Measure[];
}): Programme {
  const { name, units, controllers = [], providers = [], projections = [], measures = [] } = of;
  return {
    ...{ name, title: of.title, policies: of.policies, units, measures },
    ...{ access: 'open', persons: false },
    deciders: units.map(({ decider }) => decider),
    // Before those of the units, whose addresses with an id would take theirs.
    controllers: [...controllers, ...units.map((unit) => unitController(unit, false))],
    providers: [...unitProviders, ...providers],
    projections: [...projections, workProjection({ ...of, access: 'open' })],
  };
}
