import { Reflector } from '@nestjs/core';
import type { Role } from './identity.js';

/** The roles that may use a route; a route without this and without `Open` is closed to all. */
export const Roles = Reflector.createDecorator<readonly Role[]>();

/** A route that needs no token: health and docs only. */
export const Open = Reflector.createDecorator<boolean>({ transform: () => true });
