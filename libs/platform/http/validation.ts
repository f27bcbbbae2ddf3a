import {
  ValidationPipe,
  type ArgumentMetadata,
  type Type,
  type ValidationError,
  type ValidationPipeOptions,
} from '@nestjs/common';
import { invalidRequest, Problem, type Document } from './problem.js';

const harmlessName = /^[A-Za-z][A-Za-z0-9]{0,39}$/;

/** No text holds a NUL, which no database keeps. */
class WithoutNul extends ValidationPipe {
  override transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'custom' && holdsNul(value)) {
      throw invalidRequest('', 'no text may hold a NUL');
    }
    return super.transform(value, metadata);
  }
}

/** However deep: a body that is all brackets must not exhaust the stack. */
function holdsNul(whole: unknown): boolean {
  const rest = [whole];
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value === 'string' && value.includes('\0')) return true;
    if (typeof value === 'object' && value !== null) {
      const held: unknown[] = Object.values(value);
      rest.push(...held);
    }
  }
  return false;
}

const options: ValidationPipeOptions = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  transform: true,
  validationError: { target: false, value: false },
  exceptionFactory: (errors) =>
    new Problem('invalid-request', { errors: errors.flatMap((error) => wrongParts(error, '')) }),
};

/** Checks the shape of bodies and queries against their classes: no more fields, none that is wrong. */
export const validation = () => new WithoutNul(options);

/** The same for a parameter of which the class is known only when its route is made. */
export const checkedAs = (type: Type) => new WithoutNul({ ...options, expectedType: type });

function wrongParts(
  error: ValidationError,
  parent: string,
): NonNullable<Document['errors']>[number][] {
  const { property, constraints = {}, children = [] } = error;
  const pointer = `${parent}/${named(property)}`;
  const unknown = 'whitelistValidation' in constraints;
  const details = unknown ? ['there is no such field'] : Object.values(constraints);
  return [
    ...details.map((detail) => ({ pointer, detail })),
    ...children.flatMap((child) => wrongParts(child, pointer)),
  ];
}

// A field's name may be anything that the caller wrote: what is no name is not repeated.
function named(property: string): string {
  return harmlessName.test(property) || /^\d{1,4}$/.test(property) ? property : '';
}
