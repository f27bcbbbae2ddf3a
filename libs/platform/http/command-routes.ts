import { RequestMethod, type Type } from '@nestjs/common';
import { creates } from './creates.js';
import { looksOf } from './log-looks.js';

/**
 * Addresses of the controller's commands, without a first slash, such as `youth-concern/cases/:id/close`.
 * A question that is posted, because its words must not be in an address, is none.
 */
export function commandRoutes(controller: Type): string[] {
  const prefix = Reflect.getMetadata('path', controller) as string;
  return membersOf(controller.prototype as object).flatMap(({ value }: PropertyDescriptor) => {
    if (typeof value !== 'function') return [];
    const handler = value as object;
    const isPosted = Reflect.getMetadata('method', handler) === RequestMethod.POST;
    if (!isPosted || (looksOf(handler) && !creates(handler))) return [];
    const path = Reflect.getMetadata('path', handler) as string;
    return [path === '/' ? prefix : `${prefix}/${path}`];
  });
}

/** Methods of a prototype and of those that it inherits from, its own first. */
function membersOf(prototype: object): PropertyDescriptor[] {
  const own = Object.values(Object.getOwnPropertyDescriptors(prototype));
  const parent: unknown = Object.getPrototypeOf(prototype);
  const inherits = typeof parent === 'object' && parent !== null && parent !== Object.prototype;
  return inherits ? [...own, ...membersOf(parent)] : own;
}
