import { Random } from '../golden-year/random.js';
import { resolved, type Route, type Schema } from './openapi.js';

export interface GeneratedRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

// Nobody's: 0 in the third place of the month is no month, and 31 February no day.
const cprLike = ['310298-1234', '3102981234', '999999-9999'];
const oddTexts = ['', ' ', '\u0000', '𝕏', "'; --", '../..', '2017-02-30', 'a'.repeat(5000), '{}'];
const oddValues = [null, true, -1, 0, 1e21, [], {}, [[[]]], { a: 1 }, ...oddTexts, ...cprLike];

/** Makes requests that are more or less as the document says, from the ids that were seen so far. */
export class RequestMaker {
  constructor(
    private readonly random: Random,
    private readonly ids: readonly string[],
  ) {}

  request({ method, path, operation }: Route): GeneratedRequest {
    const { random } = this;
    const query = (operation.parameters ?? [])
      .filter((parameter) => parameter.in === 'query' && random.chance(0.4))
      .map(({ name, schema = {} }) => `${name}=${encodeURIComponent(this.text(schema))}`);
    const url = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => this.segment(name));
    const schema = operation.requestBody?.content['application/json']?.schema;
    const body = schema && JSON.stringify(this.value(schema));
    return {
      method,
      url: query.length > 0 ? `${url}?${query.join('&')}` : url,
      headers: {
        ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
        'idempotency-key': random.chance(0.97) ? random.uuid() : this.one(['short', 'x'.repeat(9)]),
        'if-match': random.chance(0.9) ? `"${random.whole(0, 4)}"` : this.one(['0', '"x"', '*']),
        'accept-language': this.one(['da', 'en', '*']),
      },
      ...(body === undefined ? {} : { body: this.cut(body) }),
    };
  }

  /** The body, or one that a network or a programmer broke. */
  private cut(body: string): string {
    if (this.random.chance(0.97)) return body;
    return this.one([body.slice(0, -1), `[${body}]`, '', 'null', '{"__proto__":{"a":1}}']);
  }

  private segment(name: string): string {
    if (name === 'programme') return this.one(['youth-concern', 'exit-programme', 'nothing']);
    const odd = ['x', '%00', '..%2f..', cprLike[0] ?? '', this.random.uuid()];
    return this.ids.length > 0 && this.random.chance(0.9) ? this.one(this.ids) : this.one(odd);
  }

  private text(schema: Schema): string {
    const value = this.value(schema);
    return typeof value === 'string' ? value : JSON.stringify(value ?? '');
  }

  private value(given: Schema): unknown {
    const { random } = this;
    const schema = resolved(given);
    if (random.chance(0.03)) return this.one(oddValues);
    if (schema.enum) return this.one(schema.enum);
    const example = schema.example ?? schema.default;
    if (example !== undefined && random.chance(0.85)) return example;
    if (schema.properties) {
      const named = Object.entries(schema.properties).filter(([name]) =>
        random.chance(schema.required?.includes(name) ? 0.98 : 0.5),
      );
      const further = random.chance(0.02) ? [['unheardOf', 1]] : [];
      return Object.fromEntries([
        ...named.map(([name, of]) => [name, this.value(of)] as const),
        ...(further as [string, unknown][]),
      ]);
    }
    switch (schema.type) {
      case 'array':
        return Array.from({ length: random.whole(0, 3) }, () => this.value(schema.items ?? {}));
      case 'integer':
      case 'number':
        return random.whole(-1, 20);
      case 'boolean':
        return random.chance(0.5);
      default:
        return this.one([...this.ids, '2017-03-01', 'Opdigtet', random.uuid(), ...oddTexts]);
    }
  }

  private one<T>(choices: readonly T[]): T {
    return this.random.pick(choices.map((choice) => [choice, 1]));
  }
}
