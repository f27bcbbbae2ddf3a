import {
  act,
  notInTheFuture,
  refuseUnless,
  type Asked,
  type Decider,
  type DomainEvent,
  type VaultText,
} from '@sikkerby/kernel';
import type {
  DataCategory,
  DeclineReason,
  LegalBasis,
  OffenceGround,
  Purpose,
} from '@sikkerby/reference';
import { assertCovered, type Consent, type ConsentScope } from './consent.js';

/** What rules need to know of how a programme's information about one person was shared. */
export interface PersonSharing {
  /** What was decided on each wish for information, by its id. */
  readonly decided: Readonly<Record<string, Decided>>;
  readonly consent: Consent;
}
interface Decided {
  readonly as: 'disclosed' | 'declined';
  readonly toOrganisation: string;
  readonly purpose: Purpose;
  readonly categories: readonly DataCategory[];
  readonly legalBasis: LegalBasis | undefined;
  readonly offenceGround: OffenceGround | undefined;
}

interface Wish {
  readonly disclosureId: string;
  /** An organisation, or one of the city's programmes by its name. */
  readonly toOrganisation: string;
  readonly purpose: Purpose;
  readonly categories: readonly DataCategory[];
}
interface Disclose extends Wish {
  readonly legalBasis: LegalBasis;
  readonly offenceGround?: OffenceGround;
  readonly necessity: VaultText;
}
interface Decline extends Wish {
  readonly reason: DeclineReason;
}

/** An organisation was told something about the person; the ground is the envelope's `legalBasis`. */
export type InformationDisclosed = DomainEvent<string, Omit<Disclose, 'legalBasis'>> & {
  readonly legalBasis: LegalBasis;
};
/** An organisation asked and was told nothing, as anybody may decide. */
export type DisclosureDeclined = DomainEvent<string, Decline>;
/** The person agrees to sharing within this scope, which takes the place of an earlier one. */
export type ConsentGiven = DomainEvent<string, ConsentScope>;

/** The walls around what a programme knows of persons (privacy.md). */
export interface Walls {
  /** Its help is voluntary: nothing is shared without consent. */
  readonly voluntary: boolean;
  /** Programmes to which nothing flows from this one. */
  readonly closedTo: readonly string[];
}

const anybody = (state: PersonSharing) => state;

interface OnceConsented extends PersonSharing {
  readonly consent: Exclude<Consent, { readonly status: 'none' }>;
}

function onceConsented({ decided, consent }: PersonSharing): OnceConsented {
  refuseUnless(consent.status !== 'none', 'consent-is-given-before-it-is-withdrawn');
  return { decided, consent };
}

/** How what a programme knows of one person is shared; a stream for each, under their reference. */
export function personSharing(programme: string, walls: Walls): Decider<PersonSharing> {
  const disclosed = `${programme}.information-disclosed.v1`;
  const declined = `${programme}.disclosure-declined.v1`;
  const given = `${programme}.consent-given.v1`;
  // The person agrees to no sharing any more; there is nothing else to say of it.
  const withdrawn = `${programme}.consent-withdrawn.v1`;

  return {
    programme,
    category: `${programme.replaceAll('-', '_')}_person_sharing`,
    initialState: { decided: {}, consent: { status: 'none' } },
    evolve: {
      [disclosed]: (state, { data, legalBasis }: InformationDisclosed) =>
        withDecided(state, data.disclosureId, decided('disclosed', { ...data, legalBasis })),
      [declined]: (state, { data }: DisclosureDeclined) =>
        withDecided(state, data.disclosureId, decided('declined', data)),
      [given]: (state, { occurredOn, data }: ConsentGiven) => ({
        ...state,
        consent: { status: 'given', since: occurredOn, scope: data },
      }),
      [withdrawn]: (state) => ({ ...state, consent: { status: 'withdrawn' } }),
    },
    acts: {
      disclose: act(anybody, (state, command: Asked<Disclose>) => {
        const { data, occurredOn } = command;
        const { legalBasis, offenceGround, categories, ...rest } = data;
        assertNeverForAnInvestigation([data.purpose]);
        notInTheFuture(command.occurredOn, command);
        if (isDecided(state, data.disclosureId, decided('disclosed', data))) return [];
        assertNoWallBetween(walls, [data.toOrganisation]);
        const hasOffences = categories.includes('offences');
        refuseUnless(
          !hasOffences || offenceGround !== undefined,
          'offence-data-is-shared-on-its-ground-in-the-data-protection-act',
        );
        refuseUnless(
          hasOffences || offenceGround === undefined,
          'a-ground-for-offence-data-is-named-when-it-is-shared',
        );
        if (walls.voluntary || restsOnConsent(data)) {
          assertCovered(state.consent, { ...data, occurredOn });
        }
        const told = { ...rest, categories: inOrder(categories) };
        const event = { ...told, ...(offenceGround !== undefined && { offenceGround }) };
        return [{ type: disclosed, occurredOn, legalBasis, data: event }];
      }),

      'decline-disclosure': act(anybody, (state, command: Asked<Decline>) => {
        const { data, occurredOn } = command;
        notInTheFuture(command.occurredOn, command);
        if (isDecided(state, data.disclosureId, decided('declined', data))) return [];
        const categories = inOrder(data.categories);
        return [{ type: declined, occurredOn, data: { ...data, categories } }];
      }),

      'give-consent': act(anybody, ({ consent }, command: Asked<ConsentScope>) => {
        const { data, occurredOn } = command;
        assertNeverForAnInvestigation(data.purposes);
        assertNoWallBetween(walls, data.toOrganisations);
        notInTheFuture(command.occurredOn, command);
        const scope: ConsentScope = {
          toOrganisations: inOrder(data.toOrganisations),
          purposes: inOrder(data.purposes),
          categories: inOrder(data.categories),
        };
        if (consent.status === 'given' && same(consent.scope, scope)) return [];
        return [{ type: given, occurredOn, data: scope }];
      }),

      'withdraw-consent': act(onceConsented, ({ consent }, command: Asked<object>) => {
        const { occurredOn } = command;
        if (consent.status === 'withdrawn') return [];
        notInTheFuture(command.occurredOn, command);
        refuseUnless(occurredOn >= consent.since, 'consent-is-given-before-it-is-withdrawn');
        return [{ type: withdrawn, occurredOn, data: {} }];
      }),
    },
  };
}

function decided(as: Decided['as'], of: Wish & Partial<Disclose>): Decided {
  const { toOrganisation, purpose, categories, legalBasis, offenceGround } = of;
  return {
    as,
    toOrganisation,
    purpose,
    categories: inOrder(categories),
    legalBasis,
    offenceGround,
  };
}

function withDecided(state: PersonSharing, id: string, as: Decided): PersonSharing {
  return { ...state, decided: { ...state.decided, [id]: as } };
}

function isDecided(state: PersonSharing, id: string, as: Decided): boolean {
  const there = state.decided[id];
  if (!there) return false;
  refuseUnless(same(there, as), 'a-wish-for-information-is-decided-once');
  return true;
}

function assertNeverForAnInvestigation(purposes: readonly Purpose[]): void {
  const isOther = !purposes.includes('investigation');
  refuseUnless(isOther, 'information-is-never-shared-for-an-investigation');
}

function assertNoWallBetween({ closedTo }: Walls, recipients: readonly string[]): void {
  const isOpen = recipients.every((recipient) => !closedTo.includes(recipient));
  refuseUnless(isOpen, 'nothing-flows-between-help-and-control');
}

function restsOnConsent({ legalBasis, offenceGround }: Disclose): boolean {
  return legalBasis === 'consent' || offenceGround === 'databeskyttelsesloven-8-2-1';
}

function inOrder<Code extends string>(codes: readonly Code[]): Code[] {
  return [...new Set(codes)].sort();
}

function same(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
