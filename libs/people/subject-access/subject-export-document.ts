import type { Plain } from '@sikkerby/http';
import type { Language } from '@sikkerby/reference';
import { html, type Html } from './html.js';
import type { KeptParticulars, SubjectExport } from './subject-export.answers.js';
import { codesInWords, documentWords } from './subject-export-words.js';

const style = html`
  body { font: 11pt/1.4 sans-serif; max-width: 60em; margin: 2em auto; padding: 0 1em; } table {
  border-collapse: collapse; width: 100%; } th, td { border-bottom: 1px solid #ccc; padding: 0.3em
  0.6em 0.3em 0; text-align: left; vertical-align: top; } td { white-space: pre-wrap; } h2 {
  margin-top: 2em; break-after: avoid; } tr { break-inside: avoid; } @page { margin: 2cm; }
`;

const inCopenhagen = new Intl.DateTimeFormat('sv-SE', {
  ...{ timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'short' },
});

/** The export as a page to read and print: one file, without anything from elsewhere. */
export function exportDocument(exported: Plain<SubjectExport>, language: Language): string {
  const words = documentWords[language];
  const { columns: heads } = words;
  const inWords = (codes: readonly string[]) => codesInWords(codes, language);
  const { records, events, texts, disclosures, declined, consents, lookUps } = exported;
  const section = (heading: string, head: readonly string[], rows: readonly string[][]) =>
    html`<h2>${heading}</h2>
      ${rows.length === 0 ? html`<p>${words.nothing}</p>` : table(head, rows)}`;
  const address = (kept: KeptParticulars) =>
    kept.addressProtected ? words.isProtected : (kept.address ?? '');

  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <title>${words.heading}: ${exported.title[language]}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <h1>${words.heading}: ${exported.title[language]}</h1>
        <p>${words.made} ${moment(exported.madeAt)}</p>
        ${section(
          words.registered,
          [
            ...[heads.recordedAt, heads.name, heads.birthDate, heads.gender],
            ...[heads.cpr, heads.address, heads.contact],
          ],
          records.flatMap(({ particulars }) =>
            particulars.map((kept) => [
              ...[moment(kept.recordedAt), kept.name, kept.birthDate, inWords([kept.gender])],
              ...[kept.cpr ?? '', address(kept), kept.contact ?? ''],
            ]),
          ),
        )}
        ${section(
          words.happened,
          [heads.day, heads.what],
          events.map(({ occurredOn, sentence }) => [occurredOn, sentence[language]]),
        )}
        ${section(
          words.texts,
          [heads.recordedAt, heads.field, heads.what],
          texts.map(({ recordedAt, field, text }) => [
            ...[moment(recordedAt), inWords([field]), text ?? words.aboutOthers],
          ]),
        )}
        ${section(
          words.disclosures,
          [heads.day, heads.whom, heads.what, heads.purpose, heads.basis, heads.until],
          disclosures.map((one) => [
            ...[one.occurredOn, one.toOrganisation],
            one.categories ? inWords(one.categories) : words.everything,
            inWords([one.purpose]),
            inWords([one.legalBasis, ...(one.offenceGround ? [one.offenceGround] : [])]),
            one.until ?? '',
          ]),
        )}
        ${section(
          words.declined,
          [heads.day, heads.whom, heads.what, heads.purpose, heads.why],
          declined.map((one) => [
            ...[one.occurredOn, one.toOrganisation, inWords(one.categories)],
            ...[inWords([one.purpose]), inWords([one.reason])],
          ]),
        )}
        ${section(
          words.consents,
          [heads.day, heads.whom, heads.what, heads.purpose, heads.until],
          consents.map((one) => {
            const ended = one.withdrawn ? words.withdrawn : words.replaced;
            return [
              ...[one.givenOn, one.toOrganisations.join(', '), inWords(one.categories)],
              inWords(one.purposes),
              one.endedOn === undefined ? words.stillHolds : `${one.endedOn}, ${ended}`,
            ];
          }),
        )}
        ${section(
          words.lookUps,
          [heads.time, heads.what, heads.purpose],
          lookUps.map(({ at, verb, purpose }) => [moment(at), inWords([verb]), inWords([purpose])]),
        )}
      </body>
    </html>`.text;
}

function table(head: readonly string[], rows: readonly string[][]): Html {
  return html`<table>
    <thead>
      <tr>
        ${head.map((name) => html`<th>${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) =>
          html`<tr>
            ${row.map((cell) => html`<td>${cell}</td>`)}
          </tr> `,
      )}
    </tbody>
  </table>`;
}

/** An instant as the clock in Copenhagen showed it. */
function moment(instant: string): string {
  return inCopenhagen.format(new Date(instant));
}
