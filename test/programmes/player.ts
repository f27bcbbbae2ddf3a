import { randomUUID } from 'node:crypto';
import type { Role } from '@sikkerby/access';
import type { Receipt } from '@sikkerby/commands';
import type { Story, Told } from './story.js';

export interface Answer<Body = Receipt> {
  readonly status: number;
  readonly body: Body;
}

type Body = Record<string, unknown>;

interface Stage {
  /** Posts to the API as somebody of the role. */
  send(path: string, role: Role, body: object, headers: Record<string, string>): Promise<Answer>;
  /** Who stands for a story's person: the same for the same name and programme. */
  personOf(story: Story, name: string): Promise<string>;
  /** The body as it is sent, where that is not as the story tells it. */
  told?(body: Body): Body;
}

interface How {
  readonly key?: string;
  readonly role?: Role;
}

/** Plays stories through an API, with real persons and units in the place of what stands for them. */
export class Player {
  /** Units that were there before, by their stories. */
  private readonly before = new Map<Story, string>();
  /** The unit into which a story's own is merged. */
  private readonly survivors = new Map<Story, string>();

  constructor(private readonly stage: Stage) {}

  async begin(story: Story, { key = randomUUID(), role = story.role }: How = {}): Promise<Answer> {
    const body = await this.telling(story, story.begin);
    return this.stage.send(`/${story.programme}/${story.path}`, role, body, {
      'idempotency-key': key,
    });
  }

  act(story: Story, unit: Receipt, told: Told, how: How = {}): Promise<Answer> {
    const { act, by = story.role } = told;
    const { key = randomUUID(), role = by } = how;
    const path = `/${story.programme}/${story.path}/${unit.id}/${act}`;
    const headers = { 'idempotency-key': key, 'if-match': `"${String(unit.revision)}"` };
    return this.telling(story, told).then((body) => this.stage.send(path, role, body, headers));
  }

  /** A unit of the story and everything that happens to it. @throws Error when something does not */
  async live(story: Story): Promise<Receipt> {
    let unit = happened(story, await this.begin(story));
    for (const told of story.acts) unit = happened(story, await this.act(story, unit, told));
    return unit;
  }

  /** What is sent of that. */
  async telling(story: Story, { body, on }: Pick<Told, 'body' | 'on'>): Promise<Body> {
    const entries: [string, unknown][] = [];
    for (const [name, value] of Object.entries(body) as [string, unknown][]) {
      if (!Array.isArray(value)) entries.push([name, await this.meant(story, value)]);
      else entries.push([name, await Promise.all(value.map((one) => this.meant(story, one)))]);
    }
    const whole = { ...Object.fromEntries(entries), occurredOn: on };
    return this.stage.told?.(whole) ?? whole;
  }

  private async meant(story: Story, value: unknown): Promise<unknown> {
    if (typeof value !== 'string') return value;
    if (value === 'another') {
      const survivor = this.survivors.get(story) ?? happened(story, await this.begin(story)).id;
      this.survivors.set(story, survivor);
      return survivor;
    }
    const earlier = story.before?.[value];
    if (!earlier) return /^person-\d+$/.test(value) ? this.stage.personOf(story, value) : value;
    const known = this.before.get(earlier) ?? (await this.live(earlier)).id;
    this.before.set(earlier, known);
    return known;
  }
}

function happened({ programme, path }: Story, { status, body }: Answer): Receipt {
  if (status < 300) return body;
  throw new Error(`/${programme}/${path}: ${JSON.stringify(body)}`);
}
