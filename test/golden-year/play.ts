import type { Role } from '@sikkerby/access';
import { jsonBody } from '../support/json.js';
import type { DemoPerson, DemoStory } from './demo/demo-story.js';
import type { Random } from './random.js';
import { sendRequest } from '../support/send-request.js';

/** A token that is still good, of the demo user with that role. */
export type Token = (role: Role) => Promise<string>;

interface Unit {
  readonly id: string;
  readonly revision: number;
}

interface Receipt extends Unit {
  readonly position: string;
}

interface Keys {
  readonly begin: string;
  readonly acts: readonly string[];
  /** One for each person of the story. */
  readonly persons: readonly string[];
}

/** Enters stories through the public API, as people would: several at once, each in order. */
export class Player {
  /** The furthest position that a receipt named. */
  furthest = '';
  requests = 0;
  /** What bodies may name, by programme: units by their stories' names, persons as stories call them. */
  private readonly named = new Map<string, Promise<string>>();

  constructor(
    private readonly api: string,
    private readonly token: Token,
    private readonly random: Random,
  ) {}

  /** Plays every story; tells how many are done after each. */
  async play(stories: readonly DemoStory[], atOnce: number, onDone: (done: number) => void) {
    const waiting = stories.map((story) => ({ story, keys: this.keysFor(story) })).values();
    let done = 0;
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (const { story, keys } of waiting) {
          await this.tell(story, keys);
          onDone(++done);
        }
      }),
    );
  }

  /** Drawn before anything is sent, so that they do not depend on which answer comes first. */
  private keysFor({ acts, persons = {} }: DemoStory): Keys {
    const keys = (count: number) => Array.from({ length: count }, () => this.random.uuid());
    const [begin = ''] = keys(1);
    return { begin, acts: keys(acts.length), persons: keys(Object.keys(persons).length) };
  }

  private async tell(story: DemoStory, keys: Keys): Promise<void> {
    const { programme, path, name } = story;
    for (const [at, [called, person]] of Object.entries(story.persons ?? {}).entries()) {
      const key = nameIn(programme, called);
      const known = this.named.get(key) ?? this.register(story, person, keys.persons[at] ?? '');
      this.named.set(key, known);
    }
    const at = `/${programme}/${path}`;
    const told = this.tellActs(story, at, keys);
    // Who names the story means the unit as it is when the story is told.
    if (name !== undefined) this.named.set(nameIn(programme, name), told);
    await told;
  }

  private async tellActs(story: DemoStory, at: string, keys: Keys): Promise<string> {
    const { programme, role } = story;
    const headers = { 'idempotency-key': keys.begin };
    let unit: Unit = await this.entered(at, role, programme, story.begin, headers);
    for (const [index, { act, by = role, ...told }] of story.acts.entries()) {
      unit = await this.entered(`${at}/${unit.id}/${act}`, by, programme, told, {
        'idempotency-key': keys.acts[index] ?? '',
        'if-match': `"${String(unit.revision)}"`,
      });
    }
    return unit.id;
  }

  /** Nobody is registered who was not searched for. */
  private async register(
    { programme, role }: DemoStory,
    person: DemoPerson,
    key: string,
  ): Promise<string> {
    const { name, birthDate } = person;
    const at = `/people/${programme}`;
    const searched = await this.post<{ searchToken: string }>(`${at}/search`, role, {
      ...{ name, birthDate },
    });
    const body = { ...person, searchToken: searched.searchToken };
    const headers = { 'idempotency-key': key };
    return (await this.post<{ subject: string }>(`${at}/persons`, role, body, headers)).subject;
  }

  private async entered(
    path: string,
    by: Role,
    programme: string,
    { on, body }: { readonly on: string; readonly body: object },
    headers: Record<string, string>,
  ): Promise<Receipt> {
    const filled = await this.filled(programme, { occurredOn: on, ...body });
    const receipt = await this.post<Receipt>(path, by, filled, headers);
    if (receipt.position > this.furthest) this.furthest = receipt.position;
    return receipt;
  }

  /** The body with ids in the place of names. */
  private async filled(programme: string, body: object): Promise<object> {
    const idOf = (value: unknown): unknown =>
      typeof value === 'string' ? (this.named.get(nameIn(programme, value)) ?? value) : value;
    const entries = await Promise.all(
      Object.entries(body).map(async ([field, value]: [string, unknown]) => [
        field,
        Array.isArray(value) ? await Promise.all(value.map(idOf)) : await idOf(value),
      ]),
    );
    return Object.fromEntries(entries) as object;
  }

  private async post<Body>(
    path: string,
    by: Role,
    body: object,
    headers: Record<string, string> = {},
  ): Promise<Body> {
    const answer = await sendRequest(this.api + path, {
      method: 'POST',
      headers: {
        ...headers,
        'content-type': 'application/json',
        authorization: `Bearer ${await this.token(by)}`,
      },
      body: JSON.stringify(body),
    });
    this.requests += 1;
    if (!answer.ok) throw new Error(`POST ${path}: ${await answer.text()}`);
    return await jsonBody<Body>(answer);
  }
}

function nameIn(programme: string, name: string): string {
  return `${programme} ${name}`;
}
