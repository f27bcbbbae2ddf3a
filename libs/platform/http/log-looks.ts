import {
  Injectable,
  SetMetadata,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { About, Hidden, NotYours, ReadLog, type Look, type Verb } from '@sikkerby/access';
import { NoSuchUnit } from '@sikkerby/commands';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { invalidRequest, Problem } from './problem.js';
import { headerOf, type ApiRequest } from './request.js';

const key = 'sikkerby:looks';
const purposeKey = 'sikkerby:purpose';

/** The route shows or searches persons. */
export const Looks = (verb: Verb) => SetMetadata(key, verb);

/** The route is there for one purpose, whatever the caller says. */
export const LooksFor = (purpose: LookPurpose) => SetMetadata(purposeKey, purpose);

export function looksOf(handler: object): Verb | undefined {
  return Reflect.getMetadata(key, handler) as Verb | undefined;
}

/** What persons are looked at for; `case-work` unless the caller says otherwise. */
export const purposes = [
  'case-work',
  'supervision',
  'review',
  'audit',
  'subject-access',
  'retention',
] as const;
export type LookPurpose = (typeof purposes)[number];

/** Writes down who is seen, and only then lets the answer go; a miss is written down too. */
@Injectable()
export class LogLooks implements NestInterceptor {
  constructor(private readonly readLog: ReadLog) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return from(this.answer(context, next));
  }

  private async answer(context: ExecutionContext, next: CallHandler): Promise<unknown> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const handler = context.getHandler();
    const verb = looksOf(handler);
    if (!verb) throw new Error('the route does not say what kind of look it is');
    const only = Reflect.getMetadata(purposeKey, handler) as LookPurpose | undefined;
    const purpose = only ?? purposeOf(request);
    try {
      const about: unknown = await lastValueFrom(next.handle());
      if (!(about instanceof About)) throw new Error('an answer about persons says about whom');
      await this.write(request, { verb, purpose, ...about.why, seen: about.seen });
      return about.answer;
    } catch (error) {
      const isMiss = [NoSuchUnit, NotYours, Hidden].some((type) => error instanceof type);
      if (isMiss) await this.write(request, { verb, purpose, seen: [] });
      throw error;
    }
  }

  private async write(
    request: ApiRequest,
    look: Omit<Look, 'identity' | 'route' | 'correlationId'>,
  ): Promise<void> {
    const { identity, id: correlationId, routeOptions } = request;
    if (!identity) throw new Problem('not-authenticated');
    const route = routeOptions.url ?? '';
    try {
      await this.readLog.write({ ...look, identity, route, correlationId });
    } catch {
      throw new Problem('read-log-away');
    }
  }
}

function purposeOf(request: ApiRequest): string {
  const given = headerOf(request, 'x-purpose') ?? purposes[0];
  const known = purposes.find((purpose) => purpose === given);
  if (known) return known;
  throw invalidRequest('X-Purpose', `X-Purpose must be one of ${purposes.join(', ')}`);
}
