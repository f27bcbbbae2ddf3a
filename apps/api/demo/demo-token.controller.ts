import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DemoIdentity, demoUser, isLoopback, Open, roles } from '@sikkerby/access';
import { invalidRequest, Problem } from '@sikkerby/http';
import type { FastifyRequest } from 'fastify';
import { DemoTokenOf } from './demo-token.requests.js';

/** Hands out tokens of the demo's users, to whoever is on this machine. */
@ApiExcludeController()
@Controller('dev')
export class DemoTokenController {
  constructor(private readonly identity: DemoIdentity) {}

  /**
   * A token of 15 minutes. Another site's name that leads here (DNS rebinding) gets none.
   * @throws Problem 400 unless it is asked for one user; 404 under another host's name
   */
  @Post('token')
  @HttpCode(200)
  @Open()
  async token(@Body() { role, user }: DemoTokenOf, @Req() request: FastifyRequest) {
    if (!isLoopback(request.hostname.replace(/^\[|\]$/g, ''))) throw new Problem('not-found');
    const wanted = roles.find((name) => (role ?? name) === name && isOf(name, user));
    const isNamed = role !== undefined || user !== undefined;
    if (!isNamed || wanted === undefined) throw invalidRequest('/', 'name one role or one user');
    const claims = demoUser(wanted);
    const token = await this.identity.sign(claims);
    return { ...claims, token, expiresAt: DemoIdentity.expiryOf(token) };
  }
}

function isOf(role: (typeof roles)[number], user: string | undefined): boolean {
  return user === undefined || demoUser(role).user === user;
}
