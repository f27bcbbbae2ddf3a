import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { Problem, type Document } from './problem.js';

const harmlessName = /^[A-Za-z][A-Za-z0-9]{0,39}$/;

/** Checks the shape of bodies and queries against their classes: no more fields, none that is wrong. */
export const validation = () =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new Problem('invalid-request', { errors: errors.flatMap((error) => wrongParts(error, '')) }),
  });

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
