import { readFileSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Policies } from '@sikkerby/access';
import type { Context } from '@sikkerby/case-kit/edge';
import { openApiOf } from '../docs.js';
import { demoPage } from './demo-page.js';

const others = {
  audit: { da: 'Revision af hændelser', en: 'Audit of events' },
};

/** The page of the demo's users, at `/dev`, with its script and style as files: no script is inline. */
export function showDemo(
  app: NestFastifyApplication,
  programmes: readonly Context[],
  policies: Policies,
): void {
  const fastify = app.getHttpAdapter().getInstance();
  const titles = new Map(Object.entries(others));
  for (const { name, title } of programmes) titles.set(name, title);
  let page: string | undefined;
  fastify.get('/dev', (_, reply) =>
    reply.type('text/html').send((page ??= demoPage(openApiOf(app), policies, titles))),
  );
  for (const [file, type] of [
    ['page.css', 'text/css'],
    ['page.js', 'text/javascript'],
  ] as const) {
    const text = readFileSync(new URL(`page/${file}`, import.meta.url), 'utf8');
    fastify.get(`/dev/${file}`, (_, reply) => reply.type(type).send(text));
  }
}
