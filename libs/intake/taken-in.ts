import { act, refuseUnless, type Command, type Decider, type DomainEvent } from '@sikkerby/kernel';

/** A file that was taken in: how many rows became what, and whether it was taken back. */
export type TakenIn =
  | { readonly status: 'nothing-yet' }
  | ({ readonly status: 'begun' | 'completed' | 'taken-back' } & Begun);

interface Begun {
  readonly programme: string;
  /** The units' place under the programme, such as `visits`. */
  readonly units: string;
  /** SHA-256 of the file: the same file is the same intake. */
  readonly sha256: string;
  readonly rows: number;
}
interface Completed {
  readonly entered: number;
  readonly refused: number;
}

type Of<Done extends string, Data extends object> = DomainEvent<`intake.file-${Done}.v1`, Data>;
/** Every event of the rows has the id of this stream as its `correlationId`. */
export type IntakeBegun = Of<'intake-begun', Begun>;
export type IntakeCompleted = Of<'intake-completed', Completed>;
/** Every unit that the rows made was voided. */
export type IntakeTakenBack = Of<'intake-taken-back', { readonly voided: number }>;

const any = (state: TakenIn) => state;

/** One stream for each file and each kind of unit. */
export const takenIn = {
  programme: 'intake',
  category: 'intake_file',
  initialState: { status: 'nothing-yet' },
  acts: {
    begin: act(any, (state: TakenIn, { data, occurredOn }: Command<string, Begun>) => {
      refuseUnless(
        state.status !== 'taken-back',
        'a-file-that-was-taken-back-is-not-taken-in-again',
      );
      if (state.status !== 'nothing-yet') return [];
      const { programme, units, sha256, rows } = data;
      return [
        {
          type: 'intake.file-intake-begun.v1',
          occurredOn,
          data: { programme, units, sha256, rows },
        },
      ];
    }),
    complete: act(any, (state: TakenIn, { data, occurredOn }: Command<string, Completed>) => {
      if (state.status === 'completed') return [];
      refuseUnless(state.status === 'begun', 'an-intake-begins-before-it-is-completed');
      const { entered, refused } = data;
      return [{ type: 'intake.file-intake-completed.v1', occurredOn, data: { entered, refused } }];
    }),
    'take-back': act(
      any,
      (state: TakenIn, { data, occurredOn }: Command<string, { readonly voided: number }>) => {
        if (state.status === 'taken-back') return [];
        refuseUnless(state.status !== 'nothing-yet', 'a-file-is-taken-in-before-it-is-taken-back');
        const { voided } = data;
        return [{ type: 'intake.file-intake-taken-back.v1', occurredOn, data: { voided } }];
      },
    ),
  },
  evolve: {
    'intake.file-intake-begun.v1': (_: TakenIn, { data }: IntakeBegun): TakenIn => {
      const { programme, units, sha256, rows } = data;
      return { status: 'begun', programme, units, sha256, rows };
    },
    'intake.file-intake-completed.v1': (state: TakenIn): TakenIn =>
      state.status === 'nothing-yet' ? state : { ...state, status: 'completed' },
    'intake.file-intake-taken-back.v1': (state: TakenIn): TakenIn =>
      state.status === 'nothing-yet' ? state : { ...state, status: 'taken-back' },
  },
} as const satisfies Decider<TakenIn>;
