import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { filesOf } from './files-of.js';
import { onlyTotal, releaseOf, twoWay } from './release-testing.js';

interface Reference {
  readonly '@id': string;
}
interface Literal {
  readonly '@value': string;
  readonly '@language'?: string;
}
interface Distribution {
  readonly 'dcterms:title': Literal[];
  readonly 'dcat:accessURL': Reference;
  readonly 'dcat:downloadURL': Reference;
  readonly 'dcat:byteSize': Literal;
  readonly 'spdx:checksum': Record<'spdx:algorithm', Reference> &
    Record<'spdx:checksumValue', Literal>;
}
interface Dataset {
  readonly 'dcterms:title': Literal[];
  readonly 'dcterms:description': Literal[];
  readonly 'dcterms:publisher': object;
  readonly 'dcat:distribution': Distribution[];
}
interface Catalogue extends Dataset {
  readonly '@context': object;
  readonly 'dcat:dataset': Dataset[];
}

const files = filesOf(releaseOf(twoWay(), onlyTotal));
const data = files.slice(0, -1);
const catalogue = JSON.parse(files.at(-1)?.text ?? '') as Catalogue;
const datasets = catalogue['dcat:dataset'];
const languages = (literals: Literal[]) => literals.map((one) => one['@language']);

describe('the DCAT-AP document of a release', () => {
  it('has a dataset for each table, and all its files', () => {
    expect(datasets.map((one) => one['dcat:distribution'].length)).toEqual([6, 6]);
    const named = datasets.flatMap((one) => one['dcat:distribution']);
    expect(named.map((one) => one['dcat:downloadURL']['@id'])).toEqual(data.map((one) => one.name));
    expect(named.map((one) => one['dcat:accessURL']['@id'])).toEqual(data.map((one) => one.name));
  });

  it('names each file with its size and its SHA-256', () => {
    for (const one of datasets.flatMap((dataset) => dataset['dcat:distribution'])) {
      const file = data.find(({ name }) => name === one['dcat:downloadURL']['@id']);
      const bytes = Buffer.from(file?.text ?? '', 'utf8');
      const { 'spdx:algorithm': algorithm, 'spdx:checksumValue': value } = one['spdx:checksum'];
      expect(one['dcat:byteSize']['@value']).toBe(String(bytes.length));
      expect(algorithm['@id']).toBe('spdx:checksumAlgorithm_sha256');
      expect(value['@value']).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('is in Danish and English', () => {
    for (const one of [catalogue, ...datasets]) {
      expect(languages(one['dcterms:title'])).toEqual(['da', 'en']);
      expect(languages(one['dcterms:description'])).toEqual(['da', 'en']);
      expect(one['dcterms:publisher']).toMatchObject({
        'foaf:name': [{ '@value': 'Københavns Kommune' }, { '@value': 'City of Copenhagen' }],
      });
    }
  });

  it('says which year and place, from whom, and that all may see it', () => {
    const of = 'http://publications.europa.eu/resource/authority';
    for (const one of datasets) {
      expect(one).toMatchObject({
        'dcterms:temporal': {
          'dcat:startDate': { '@type': 'xsd:date', '@value': '2018-01-01' },
          'dcat:endDate': { '@type': 'xsd:date', '@value': '2018-12-31' },
        },
        'dcterms:spatial': { 'skos:prefLabel': [{ '@value': 'København' }, {}] },
        'dcterms:accessRights': { '@id': `${of}/access-right/PUBLIC` },
        'dcterms:issued': { '@value': '2019-04-01' },
      });
    }
  });

  it('uses no prefix that it does not set out', () => {
    const text = JSON.stringify({ ...catalogue, '@context': {} });
    const used = new Set([...text.matchAll(/"([a-z]+):[A-Za-z]\w*"/g)].map(([, prefix]) => prefix));
    expect([...used].sort()).toEqual(Object.keys(catalogue['@context']));
  });
});
