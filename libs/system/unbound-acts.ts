import { probablyMeant } from '@sikkerby/configuration';
import { commandRoutes } from '@sikkerby/http';
import type { ActRoutes, Context } from '@sikkerby/case-kit/edge';

/** Acts that no route gives and routes that give no act, each with what to write. */
export function unboundActs(context: Context): string[] {
  const { name, deciders, controllers, withoutAct = [] } = context;
  // An intake is given on the command line only: without controllers there is nothing to compare.
  if (controllers.length === 0) return [];
  const routes = [...new Set(controllers.flatMap(commandRoutes))];
  const known = [...actRoutesOf(context), ...(context.actRoutes ?? [])];
  const expected = deciders.flatMap((decider) => {
    const of = known.find((each) => each.decider === decider);
    if (!of) return [];
    return Object.keys(decider.acts).flatMap((act) => {
      const addresses = of.others[act] ?? [of.usual(act)];
      return addresses.map((address) => ({ act, address }));
    });
  });
  const addresses = [...withoutAct, ...expected.map(({ address }) => address)];
  const spare = routes.filter((route) => !addresses.includes(route));
  const missing = expected.filter(({ address }) => !routes.includes(address));
  return [
    ...deciders
      .filter((decider) => !known.some((each) => each.decider === decider))
      .map(
        ({ category }) => `${name}: write into actRoutes where the acts of ${category} are given`,
      ),
    ...missing.map(
      ({ act, address }) =>
        `${name}: the act '${act}' has no route: write POST ${address} in a controller, or into actRoutes where it is`,
    ),
    ...spare.map((route) => {
      const meant = probablyMeant(
        route,
        missing.map(({ address }) => address),
      );
      return `${name}: the route POST ${route} gives no act: write ${meant ?? 'an act of that name, or the address into withoutAct'}`;
    }),
  ];
}

/** Those of its unit definitions. */
function actRoutesOf({ name, units = [] }: Context): ActRoutes[] {
  return units.map(({ decider, path, begin }) => ({
    decider,
    usual: (act) => `${name}/${path}/:id/${act}`,
    others: { [begin.act]: [`${name}/${path}`] },
  }));
}
