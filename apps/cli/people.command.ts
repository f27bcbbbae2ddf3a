import { randomUUID } from 'node:crypto';
import { NoSuchUnit } from '@sikkerby/commands';
import { Erasing } from '@sikkerby/erasure';
import { exportDocument, SubjectExports } from '@sikkerby/people';
import { ReadModelBehind } from '@sikkerby/projections';
import { Command, Option } from 'commander';
import { columns } from './columns.js';
import { UserError, works } from './program.js';

interface ExportOptions {
  readonly by: string;
  readonly language: 'da' | 'en';
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `sikkerby people`: what is kept about persons. */
export function peopleCommand(): Command {
  const group = new Command('people').description('what is kept about persons');
  works<ExportOptions>(
    group
      .command('export')
      .argument('<programme>', 'such as youth-concern')
      .argument('<subject>', "the programme's own reference of the person")
      .requiredOption('--by <account>', 'the data protection officer who answers; is logged')
      .addOption(new Option('--language <code>', 'of the page').choices(['da', 'en']).default('da'))
      .description(
        'everything that a programme keeps about a person, for that person, as a page of HTML; ' +
          'with --json as data',
      ),
    async (house, { by, language }, programme = '', subject = '') => {
      if (!uuid.test(subject)) throw new UserError('<subject> is a UUID in lower case');
      const exported = await house
        .of(SubjectExports)
        .of({ programme, subject })
        .catch((error: unknown) => {
          if (error instanceof NoSuchUnit)
            throw new UserError(`nobody is known so in ${programme}`);
          if (error instanceof ReadModelBehind) {
            throw new UserError('the read models are behind the log: start the projector');
          }
          throw error;
        });
      await house.readLog.write({
        identity: { user: by, role: 'dpo', organisation: 'koebenhavn', districts: [], glass: [] },
        ...{ verb: 'disclose', purpose: 'subject-access', route: 'sikkerby people export' },
        seen: exported.records.map((record) => ({ programme, subject: record.subject })),
        correlationId: randomUUID(),
      });
      return { json: exported, text: exportDocument(exported, language) };
    },
  );
  works(
    group
      .command('erasures')
      .description('carry erasures on that are approved: the projector does it by itself'),
    async (house) => {
      const erased = await house.of(Erasing).carryOn();
      const rows = erased.map(({ programme, subject }) => [programme, subject]);
      return { json: erased, text: rows.length > 0 ? columns(rows) : 'Nobody was to be erased.' };
    },
  );
  return group;
}
