import { Body, Headers, Query, Res, type Type } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { About, type Identity } from '@sikkerby/access';
import type { Intent } from '@sikkerby/commands';
import {
  CommandRoute,
  CreateRoute,
  Given,
  ProgrammeController,
  QueryRoute,
  UnitId,
  WhoAsks,
  type Plain,
} from '@sikkerby/http';
import type { FastifyReply } from 'fastify';
import { addDays, dayInCopenhagen, type RecordedEvent } from '@sikkerby/kernel';
import { WhatIsAllowed } from '../commands/allowed-commands.query.js';
import { GiveCommand } from '../commands/give-command.js';
import { JournalOf } from '../journal/journal.query.js';
import { JournalQuery } from '../journal/journal.requests.js';
import { AllowedCommandNow, JournalEntry, UnitNow } from './unit.answers.js';
import type { MorningList, UnitDefinition } from './unit-definition.js';
import { UnitAsItIs } from './unit-now.query.js';
import { WorkListQuery } from './unit.requests.js';
import { sentence } from '../journal/words.js';
import { wholeList } from '../work-list/work-list-csv.js';
import { WorkList, WorkListPage } from '../work-list/work-list.view.js';

/** A parameter of a route: what it stands for, and its class, by which it is checked. */
type Parameter = readonly [ParameterDecorator, unknown];
const id: Parameter = [UnitId(), String];
const intent: Parameter = [Given(), Object];
const asker: Parameter = [WhoAsks(), Object];
const accept: Parameter = [Headers('accept'), String];
const reply: Parameter = [Res({ passthrough: true }), Object];
type Reply = Pick<FastifyReply, 'type'>;

/** What the routes of a unit work with. */
interface Routes {
  readonly commands: GiveCommand;
  readonly queries: QueryBus;
}

/**
 * The routes of a kind of unit, from its definition: begin, each act, how it stands, its journal,
 * what is allowed, and its lists. @param persons whether each look at them is logged
 */
export function unitController(unit: UnitDefinition, persons: boolean): Type {
  const { decider, path, roles, begin, acts, lists, dictionary } = unit;
  const readers = [...new Set([...roles.work, ...roles.read])];
  const looks = persons ? ({ looks: 'collect' } as const) : {};

  @ProgrammeController(decider.programme)
  class UnitController implements Routes {
    constructor(
      readonly commands: GiveCommand,
      readonly queries: QueryBus,
    ) {}
  }
  Object.defineProperty(UnitController, 'name', { value: `${pascal(decider.category)}Controller` });

  route(
    begin.act,
    CreateRoute(path, { roles: begin.roles ?? roles.work, ...told(begin) }),
    [[Body(), begin.request], intent],
    (routes, body: object, given: Intent) => routes.commands.begin(unit, body, given),
  );
  for (const [act, of] of Object.entries(acts)) {
    route(
      act,
      CommandRoute(`${path}/:id/${act}`, { roles: of.roles ?? roles.work, ...told(of) }),
      [id, [Body(), of.request], intent],
      (routes, unitId: string, body: object, given: Intent) =>
        routes.commands.act(unit, unitId, act, body, given),
    );
  }
  ask(
    `${path}/:id`,
    'now',
    `How does it stand? (${decider.programme})`,
    UnitNow,
    [id, asker],
    (routes, unitId: string, identity: Identity) =>
      routes.queries.execute(new UnitAsItIs(decider, unitId, identity)),
  );
  ask(
    `${path}/:id/journal`,
    'journal',
    'What has happened, one sentence per event?',
    [JournalEntry],
    [id, [Query(), JournalQuery], asker],
    (routes, unitId: string, { language }: JournalQuery, identity: Identity) => {
      const say = (event: RecordedEvent) => sentence(dictionary, event, language);
      return routes.queries.execute(new JournalOf(decider, unitId, say, identity));
    },
  );
  ask(
    `${path}/:id/allowed-commands`,
    'allowed commands',
    'What can I do now, and why not the rest?',
    [AllowedCommandNow],
    [id, asker],
    (routes, unitId: string, identity: Identity) =>
      routes.queries.execute(new WhatIsAllowed(decider, unitId, identity)),
  );
  list(path, 'list', {
    statuses: [],
    summary: `What is there to do, or was there? (${decider.programme})`,
  });
  for (const [name, of] of Object.entries(lists)) list(`${path}/${name}`, `list ${name}`, of);
  return UnitController;

  function list(
    at: string,
    name: string,
    { statuses, dueWithin, daysAgo, summary }: MorningList,
  ): void {
    ask(
      at,
      name,
      summary,
      WorkListPage,
      [[Query(), WorkListQuery], asker, accept, reply],
      (routes, asked: WorkListQuery, identity: Identity, as?: string, to?: Reply) => {
        const today = dayInCopenhagen(new Date());
        const due = dueWithin && {
          ...(dueWithin.from === undefined ? {} : { dueFrom: addDays(today, dueWithin.from) }),
          dueTo: addDays(today, dueWithin.to),
        };
        const which = Object.assign(
          asked,
          due,
          daysAgo === undefined ? {} : { lastFrom: addDays(today, -daysAgo) },
          statuses.length > 0 ? { statuses } : {},
        );
        const page = (from: Plain<WorkListQuery>) =>
          routes.queries.execute(new WorkList(unit, identity, from, today));
        if (as !== 'text/csv') return page(which);
        void to?.type('text/csv; charset=utf-8');
        return wholeList(page, which);
      },
    );
  }

  function ask(
    at: string,
    name: string,
    summary: string,
    type: Type | [Type],
    parameters: readonly Parameter[],
    answer: (routes: Routes, ...given: never[]) => Promise<About<unknown>>,
  ): void {
    route(
      name,
      QueryRoute(at, { roles: readers, ...looks, summary, answer: { type } }),
      parameters,
      async (routes, ...given) => {
        const about = await answer(routes, ...given);
        return persons ? about : about.answer;
      },
    );
  }

  function route(
    name: string,
    decorator: MethodDecorator,
    parameters: readonly Parameter[],
    work: (routes: Routes, ...given: never[]) => Promise<unknown>,
  ): void {
    const { prototype } = UnitController;
    const method = camel(name);
    const value = function (this: Routes, ...given: never[]) {
      return work(this, ...given);
    };
    // The documentation finds a method's parameters by the name that the function itself has.
    Object.defineProperty(value, 'name', { value: method });
    Object.defineProperty(prototype, method, { value, writable: true, configurable: true });
    Reflect.defineMetadata(
      'design:paramtypes',
      parameters.map(([, type]) => type),
      prototype,
      method,
    );
    for (const [at, [parameter]] of parameters.entries()) parameter(prototype, method, at);
    const descriptor = Object.getOwnPropertyDescriptor(prototype, method);
    if (descriptor) decorator(prototype, method, descriptor);
  }
}

function told({
  summary,
  description,
}: {
  readonly summary: string;
  readonly description?: string;
}) {
  return { summary, ...(description === undefined ? {} : { description }) };
}

function camel(words: string): string {
  return words.replaceAll(/[- ](\w)/g, (_, letter: string) => letter.toUpperCase());
}

function pascal(category: string): string {
  return camel(`-${category.replaceAll('_', '-')}`);
}
