import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { programmes as all } from '@sikkerby/programmes';
import { districtCodes } from '@sikkerby/reference';
import { statistics } from '@sikkerby/statistics';
import { strategyUnits } from '@sikkerby/strategy';
import { openApiOf } from '../../apps/api/docs.js';
import { testApi, type TestApi } from '../http/support/test-api.js';

const programmes = [...all, ...strategyUnits];

let api: TestApi;
beforeAll(async () => {
  api = await testApi({ programmes: [...programmes, statistics] });
});
afterAll(() => api.close());

it('each route of a kind of unit is documented: what is sent, what is asked, by a name of its own', () => {
  const of = programmes.flatMap(({ name, units = [] }) =>
    units.map((unit) => `/${name}/${unit.path}`),
  );
  const operations = Object.entries(openApiOf(api.app).paths)
    .filter(([path]) => of.includes(path.split('/').slice(0, 3).join('/')))
    .flatMap(([path, { get, post }]) =>
      [get, post].flatMap((one) => (one ? [{ path, ...one }] : [])),
    );
  const names = operations.map(({ operationId }) => operationId);
  expect(new Set(names).size).toBe(names.length);
  const bare = operations.filter(({ path, requestBody, parameters = [], operationId = '' }) => {
    if (/_(now|allowedCommands)$/.test(operationId)) return !path.includes('{id}');
    const isAsked = parameters.some((one) => 'in' in one && one.in === 'query');
    return !requestBody && !isAsked;
  });
  expect(bare.map(({ operationId }) => operationId)).toEqual([]);
});

it('no two requests have one name, by which the documentation would take one for the other', () => {
  const requests = programmes
    .flatMap(({ units = [] }) => units)
    .flatMap(({ begin, acts }) => [
      begin.request,
      ...Object.values(acts).map((act) => act.request),
    ]);
  const byName = new Map(requests.map((request) => [request.name, request]));
  expect(requests.filter((request) => byName.get(request.name) !== request)).toEqual([]);
});

it('writing the documentation leaves the lists of the domain in their order', () => {
  const before = [...districtCodes];
  expect(before).not.toEqual(before.toSorted());
  openApiOf(api.app);
  expect(districtCodes).toEqual(before);
});
