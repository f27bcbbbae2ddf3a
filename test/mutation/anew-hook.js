/** What a module that is loaded anew imports of the house is loaded anew too. */
export async function resolve(specifier, context, next) {
  const found = await next(specifier, context);
  const anew = /\?anew=\d+$/.exec(context.parentURL ?? '')?.[0];
  const isOfHouse = found.url.includes('/dist/') && !found.url.includes('/node_modules/');
  return anew && isOfHouse && !found.url.includes('?')
    ? { ...found, url: found.url + anew }
    : found;
}
