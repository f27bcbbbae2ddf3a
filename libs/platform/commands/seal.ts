import type { PersonalData, PersonalText } from '@sikkerby/vault';
import { idFrom, type Intent } from './intent.js';
import { sealedFieldsOf } from './sealed-fields.js';

/** A request as the rules see it, and the texts that it leaves to the vault. */
export interface SealedRequest {
  readonly data: Readonly<Record<string, unknown>>;
  readonly texts: readonly Omit<PersonalText, 'programme' | 'subject'>[];
}

/** Puts a reference in the place of every sealed field, however deep. Keeps nothing yet. */
export function seal(
  body: object,
  intent: Intent,
  personalData: Pick<PersonalData, 'reference'>,
): SealedRequest {
  const texts: Omit<PersonalText, 'programme' | 'subject'>[] = [];

  function without(value: unknown, path: string): unknown {
    if (Array.isArray(value)) return value.map((item, at) => without(item, `${path}/${at}`));
    if (typeof value !== 'object' || value === null) return value;
    const sealed = sealedFieldsOf(value);
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, field]) => field !== undefined)
        .map(([name, field]) => [
          name,
          sealed.includes(name) && typeof field === 'string'
            ? reference(name, field, `${path}/${name}`)
            : without(field, `${path}/${name}`),
        ]),
    );
  }

  function reference(field: string, text: string, path: string) {
    const ref = idFrom(intent, `text ${path}`);
    texts.push({ field, ref, text });
    return personalData.reference(ref, text);
  }

  return { data: without(body, '') as SealedRequest['data'], texts };
}
