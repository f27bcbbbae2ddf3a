import { demoUser, roles, type Role } from '@sikkerby/access';
import { IsCode } from '@sikkerby/http';
import { IsOptional } from 'class-validator';

/** Whose token: by role or by user, of which there is one for each. */
export class DemoTokenOf {
  /** @example ssp-caseworker */
  @IsOptional()
  @IsCode(roles)
  readonly role?: Role;

  /** @example demo-ssp-caseworker */
  @IsOptional()
  @IsCode(roles.map((role) => demoUser(role).user))
  readonly user?: string;
}
