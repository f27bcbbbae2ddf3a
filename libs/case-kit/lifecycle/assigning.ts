import {
  acting,
  happened,
  stepFor,
  typeOf,
  type Asked,
  type Done,
  type Kind,
  type LiveUnit,
} from '../unit.js';

/** Who works on it, by account name, is one person at a time. */
export function assigning<Live extends LiveUnit, P extends string, N extends string>(
  kind: Kind<Live, P, N>,
) {
  interface Assign {
    readonly caseworker: string;
  }
  type Assigned = Done<P, N, 'assigned', Assign>;
  return {
    acts: {
      assign: acting(
        kind,
        (unit) => unit,
        (unit, command: Asked<Assign>): readonly Assigned[] => {
          const { caseworker } = command.data;
          return unit.assignedTo === caseworker
            ? []
            : [happened(typeOf(kind, 'assigned'), command, { caseworker })];
        },
      ),
    },
    steps: stepFor(kind, 'assigned', (state, { data }: Assigned) => ({
      ...(state as Live),
      assignedTo: data.caseworker,
    })),
  };
}
