import { Command } from 'commander';
import { columns } from './columns.js';
import { works } from './program.js';

/** `sikkerby people`: what is done with the register and the vault beside the API. */
export function peopleCommand(): Command {
  const group = new Command('people').description('the persons that programmes know');
  works(
    group
      .command('erasures')
      .description('carry erasures on that are approved: the projector does it by itself'),
    async ({ erasing }) => {
      const erased = await erasing.carryOn();
      const rows = erased.map(({ programme, subject }) => [programme, subject]);
      return { json: erased, text: rows.length > 0 ? columns(rows) : 'Nobody was to be erased.' };
    },
  );
  return group;
}
