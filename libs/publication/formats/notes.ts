import type { Words } from '@sikkerby/statistics';
import type { PublishedRelease, PublishedTable } from './published-release.js';

/** What every hidden cell is marked with, for whatever reason it is hidden. */
export const hidden = 'c';

/** The mark of a cell: none where its value is shown. */
export function statusOf(value: number | null): string {
  return value === null ? hidden : '';
}

export const publisher: Words = { da: 'Københavns Kommune', en: 'City of Copenhagen' };

/** Who publishes, and in which release. */
export function sourceOf({ number, releasedOn }: PublishedRelease): Words {
  return {
    da: `${publisher.da}, Sikker By, udgivelse ${number} af ${releasedOn}`,
    en: `${publisher.en}, Sikker By, release ${number} of ${releasedOn}`,
  };
}

/** The table's title with its year. */
export function headingOf({ title, year }: PublishedTable): Words {
  return { da: `${title.da}, ${year}`, en: `${title.en}, ${year}` };
}

/** The table's footnotes and what the mark means; the same words whether anything is hidden or not. */
export function notesOf({ footnotes }: PublishedTable): readonly Words[] {
  return [
    ...footnotes,
    {
      da: `Celler med status ${hidden} har intet tal: det er skjult for at beskytte personer eller for at et andet ikke kan regnes ud. Alle skjulte celler ser ens ud. 0 er et rigtigt nul.`,
      en: `Cells with status ${hidden} have no number: it is hidden to protect persons, or so that another cannot be worked out. All hidden cells look the same. 0 is a true zero.`,
    },
  ];
}
