const globals = new URL('./jest-globals.js', import.meta.url).href;

/** `@jest/globals` throws outside of Jest's own module registry: ours takes its place. */
export function resolve(specifier, context, next) {
  if (specifier === '@jest/globals') return { url: globals, shortCircuit: true };
  return next(specifier, context);
}
