/** What the file that runs now was given by Jest. */
let given = {};

/** Takes what Jest gives to the next file. */
export function handOver(globals) {
  given = { ...given, ...globals };
}

/** A helper is imported once and used by many files: it finds the functions of the one that runs. */
function current(name) {
  return new Proxy(function () {}, {
    apply: (_, self, args) => Reflect.apply(given[name], self, args),
    get: (_, key) => given[name][key],
  });
}

export const afterAll = current('afterAll');
export const afterEach = current('afterEach');
export const beforeAll = current('beforeAll');
export const beforeEach = current('beforeEach');
export const describe = current('describe');
export const expect = current('expect');
export const it = current('it');
export const jest = current('jest');
export const test = current('test');
