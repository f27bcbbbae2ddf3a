import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Identities, NotAuthenticated } from './identities.js';
import type { Identity, Role } from './identity.js';
import { Open, Roles } from './route-roles.js';
import { Standings } from './standings.js';

/** The role may not use the route. */
export class NotYourRole extends Error {
  override readonly name = 'NotYourRole';
}

interface Request {
  readonly headers: { readonly authorization?: string };
  identity?: Identity;
}

/** Lets nobody through without a token, and only the roles that the route names. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identities: Identities,
    private readonly standings: Standings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    if (this.reflector.getAllAndOverride(Open, [handler, context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const token = /^Bearer ([\w.-]{1,4096})$/.exec(request.headers.authorization ?? '')?.[1];
    if (token === undefined) throw new NotAuthenticated('no token');
    const claims = await this.identities.verify(token);
    const permitted = this.reflector.get<readonly Role[] | undefined>(Roles.KEY, handler);
    if (permitted?.includes(claims.role) !== true) throw new NotYourRole();
    request.identity = { ...claims, ...(await this.standings.of(claims.user)) };
    return true;
  }
}
