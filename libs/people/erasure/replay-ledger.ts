import type { Register } from '@sikkerby/people';
import type { PersonalData } from '@sikkerby/vault';
import type { ErasureLedger, LedgerEntry } from './erasure-ledger.js';

/** What there is of persons, in the vault and in the register. */
export interface KnownPersons {
  readonly personalData: Pick<PersonalData, 'shred'>;
  readonly register: Pick<Register, 'erase'>;
}

/** Erases everybody of the ledger again: an older copy of the database may have been put back. */
export async function replayLedger(ledger: ErasureLedger, persons: KnownPersons): Promise<void> {
  const entries = ledger.entries();
  for (const programme of new Set(entries.map((entry) => entry.programme))) {
    await eraseAll(
      entries.filter((entry) => entry.programme === programme),
      programme,
      persons,
    );
  }
}

/** First the vault, so that nobody is written down again meanwhile, then the register. */
export async function eraseAll(
  entries: readonly Pick<LedgerEntry, 'subject' | 'units'>[],
  programme: string,
  { personalData, register }: KnownPersons,
): Promise<void> {
  const owners = entries.flatMap(({ subject, units }) => [subject, ...units]);
  await personalData.shred(programme, owners);
  await register.erase(
    programme,
    entries.map(({ subject }) => subject),
  );
}
