import type { Words } from '@sikkerby/statistics';
import { headingOf, notesOf, publisher, sourceOf } from './notes.js';
import type { ListedFile, PublishedRelease, PublishedTable } from './published-release.js';

/** What DCAT says of a file of a table, besides what is known of the file. */
export interface Kind {
  readonly title: Words;
  readonly format: 'CSV' | 'JSON';
  readonly language?: keyof Words;
  /** Where its format is set out. */
  readonly conformsTo?: string;
}

export interface Distribution extends Kind {
  readonly file: ListedFile;
}

const authority = 'http://publications.europa.eu/resource/authority';
const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const iri = (id: string, type?: string) => ({ '@id': id, ...(type && { '@type': type }) });
const typed = (type: string, value: string) => ({ '@type': `xsd:${type}`, '@value': value });
const inBoth = (words: Words) =>
  (['da', 'en'] as const).map((one) => ({ '@language': one, '@value': words[one] }));
const tongue = (code: string) => iri(`${authority}/language/${code}`, 'dcterms:LinguisticSystem');
const tongues = { da: tongue('DAN'), en: tongue('ENG') };
const theme: Words = {
  da: 'Retsvæsen, retssystem og offentlig sikkerhed',
  en: 'Justice, legal system and public safety',
};

const everywhere = {
  'dcterms:publisher': {
    ...iri('#publisher', 'foaf:Agent'),
    'foaf:name': inBoth(publisher),
  },
  'dcterms:spatial': {
    ...iri('https://sws.geonames.org/2618425/', 'dcterms:Location'),
    'skos:prefLabel': inBoth({ da: 'København', en: 'Copenhagen' }),
  },
  'dcterms:language': [tongues.da, tongues.en],
};

/**
 * What a release holds, by DCAT-AP 3: a dataset for each table with its files, which are named
 * relative to this document.
 */
export function dcat(
  release: PublishedRelease,
  files: ReadonlyMap<PublishedTable, readonly Distribution[]>,
): string {
  const { number, year, releasedOn } = release;
  const issued = { 'dcterms:issued': typed('date', releasedOn) };
  const catalogue = {
    '@context': context,
    ...iri('#catalogue', 'dcat:Catalog'),
    'dcterms:title': inBoth({
      da: `Sikker By: tal for ${year}, udgivelse ${number}`,
      en: `Sikker By: figures for ${year}, release ${number}`,
    }),
    'dcterms:description': inBoth(sourceOf(release)),
    ...everywhere,
    ...issued,
    'dcat:dataset': [...files].map(([table, distributions]) => ({
      ...datasetOf(table, number),
      ...everywhere,
      ...issued,
      'dcat:distribution': distributions.map(distributionOf),
    })),
  };
  return `${JSON.stringify(catalogue, null, 2)}\n`;
}

function datasetOf(table: PublishedTable, release: number) {
  const { id, year, unit } = table;
  const heading = headingOf(table);
  const told = (language: keyof Words, start: string) =>
    [start, ...notesOf(table).map((note) => note[language])].join(' ');
  return {
    ...iri(`#${id}.${year}`, 'dcat:Dataset'),
    'dcterms:identifier': `${id}.${year}`,
    'dcat:version': String(release),
    'dcterms:title': inBoth(heading),
    'dcterms:description': inBoth({
      da: told('da', `${heading.da}. Enhed: ${unit.da}.`),
      en: told('en', `${heading.en}. Unit: ${unit.en}.`),
    }),
    'dcterms:temporal': {
      '@type': 'dcterms:PeriodOfTime',
      'dcat:startDate': typed('date', `${year}-01-01`),
      'dcat:endDate': typed('date', `${year}-12-31`),
    },
    'dcat:theme': {
      ...iri(`${authority}/data-theme/JUST`, 'skos:Concept'),
      'skos:prefLabel': inBoth(theme),
    },
    'dcterms:accessRights': iri(`${authority}/access-right/PUBLIC`, 'dcterms:RightsStatement'),
  };
}

function distributionOf({ file, title, format, language, conformsTo }: Distribution) {
  return {
    ...iri(`#${file.name}`, 'dcat:Distribution'),
    'dcterms:title': inBoth(title),
    ...(language && { 'dcterms:language': tongues[language] }),
    'dcat:accessURL': iri(file.name, 'rdfs:Resource'),
    'dcat:downloadURL': iri(file.name, 'rdfs:Resource'),
    'dcat:mediaType': iri(
      `https://www.iana.org/assignments/media-types/${format === 'CSV' ? 'text/csv' : 'application/json'}`,
      'dcterms:MediaType',
    ),
    'dcterms:format': iri(`${authority}/file-type/${format}`, 'dcterms:MediaTypeOrExtent'),
    ...(conformsTo && { 'dcterms:conformsTo': iri(conformsTo, 'dcterms:Standard') }),
    'dcat:byteSize': typed('nonNegativeInteger', String(file.byteSize)),
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': iri('spdx:checksumAlgorithm_sha256', 'spdx:ChecksumAlgorithm'),
      'spdx:checksumValue': typed('hexBinary', file.sha256),
    },
  };
}
