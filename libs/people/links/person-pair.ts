import { act, refuseUnless, type Decider, type DomainEvent } from '@sikkerby/kernel';

/** Two records of one programme: one person, two persons, or nobody has said (any more). */
export type PersonPair =
  | { readonly status: 'undecided' }
  | { readonly status: 'linked' | 'unlinked' | 'told-apart'; readonly pair: Pair };

export interface Pair {
  readonly subject: string;
  readonly otherSubject: string;
}

type Step = (state: PersonPair, event: DomainEvent<string, Pair>) => PersonPair;

const anyPair = (state: PersonPair) => state;

/**
 * Whether two records of a programme are about one person. A decision stays on record, so that the
 * pair is not proposed again, and can be taken back (R7, R8).
 */
export function personPair(programme: string): Decider<PersonPair> {
  const linked = `${programme}.persons-linked.v1`;
  const unlinked = `${programme}.persons-unlinked.v1`;
  const toldApart = `${programme}.persons-told-apart.v1`;
  const to =
    (status: 'linked' | 'unlinked' | 'told-apart'): Step =>
    (_, { data }) => ({ status, pair: { subject: data.subject, otherSubject: data.otherSubject } });

  return {
    programme,
    category: `${programme.replaceAll('-', '_')}_person_pair`,
    initialState: { status: 'undecided' },
    evolve: {
      [linked]: to('linked'),
      [toldApart]: to('told-apart'),
      [unlinked]: to('unlinked'),
    },
    acts: {
      'link-persons': act<PersonPair, Pair, DomainEvent, PersonPair>(anyPair, (state, command) => {
        const { data, occurredOn } = command;
        refuseUnless(data.subject !== data.otherSubject, 'a-person-is-not-linked-to-itself');
        if (state.status === 'linked') return [];
        return [{ type: linked, occurredOn, data: inOrder(data) }];
      }),
      'unlink-persons': act<PersonPair, object, DomainEvent, PersonPair>(
        (state) => {
          refuseUnless(
            state.status === 'linked' || state.status === 'unlinked',
            'persons-are-linked-before-they-are-unlinked',
          );
          return state;
        },
        (state, { occurredOn }) =>
          state.status === 'linked' ? [{ type: unlinked, occurredOn, data: state.pair }] : [],
      ),
      'tell-persons-apart': act<PersonPair, Pair, DomainEvent, PersonPair>(
        (state) => {
          refuseUnless(state.status !== 'linked', 'linked-persons-are-unlinked-first');
          return state;
        },
        (state, { data, occurredOn }) => {
          refuseUnless(data.subject !== data.otherSubject, 'a-person-is-itself');
          if (state.status === 'told-apart') return [];
          return [{ type: toldApart, occurredOn, data: inOrder(data) }];
        },
      ),
    },
  };
}

function inOrder({ subject, otherSubject }: Pair): Pair {
  return subject < otherSubject
    ? { subject, otherSubject }
    : { subject: otherSubject, otherSubject: subject };
}
