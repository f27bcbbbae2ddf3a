import { Body, Header, Param } from '@nestjs/common';
import { About, Policies, type Identity } from '@sikkerby/access';
import { AskRoute, ProgrammeController, UnitId, WhoAsks } from '@sikkerby/http';
import { PersonProgrammes } from '../person-programmes.js';
import { personRoles } from '../register/person-roles.js';
import { SubjectExport } from './subject-export.answers.js';
import { exportDocument } from './subject-export-document.js';
import { ExportDocumentIn } from './subject-export.requests.js';
import { SubjectExports } from './subject-exports.js';

/** Which of them answer for which programme follows from its policies. */
const roles = ['dpo', ...personRoles] as const;
const description =
  'Look through the texts before you hand it over: they may name others. Employees are not named.';

/** What a programme keeps about somebody, when they ask for it (GDPR, article 15). */
@ProgrammeController('people')
export class SubjectExportController {
  constructor(
    private readonly exports: SubjectExports,
    private readonly policies: Policies,
    private readonly programmes: PersonProgrammes,
  ) {}

  @AskRoute(':programme/persons/:id/export', {
    ...{ roles, description },
    looks: 'disclose',
    purpose: 'subject-access',
    summary: 'Everything that the programme keeps about the person, as data',
    answer: { type: SubjectExport },
  })
  data(
    @Param('programme') programme: string,
    @UnitId() subject: string,
    @WhoAsks() identity: Identity,
  ) {
    return this.gathered(programme, subject, identity);
  }

  @AskRoute(':programme/persons/:id/export-document', {
    ...{ roles, description },
    looks: 'disclose',
    purpose: 'subject-access',
    summary: 'The same as a document to read and print',
    answer: { content: { 'text/html': { schema: { type: 'string' } } } },
  })
  @Header('Content-Type', 'text/html; charset=utf-8')
  async document(
    @Param('programme') programme: string,
    @UnitId() subject: string,
    @Body() { language }: ExportDocumentIn,
    @WhoAsks() identity: Identity,
  ) {
    const { answer, seen } = await this.gathered(programme, subject, identity);
    return new About(exportDocument(answer, language), seen);
  }

  private async gathered(programme: string, subject: string, identity: Identity) {
    const seenOf = this.programmes.permit(this.policies, identity, 'export', programme);
    const exported = await this.exports.of({ programme, subject });
    return new About(
      exported,
      exported.records.map((record) => seenOf(record.subject)),
    );
  }
}
