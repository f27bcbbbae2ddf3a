import { firstYear, type Seed } from './seed.js';

const organisations: readonly Omit<Seed, 'kind' | 'validFrom'>[] = [
  { code: 'ssp', da: 'SSP København', en: 'SSP Copenhagen' },
  { code: 'police', da: 'Københavns Politi', en: 'Copenhagen Police' },
  { code: 'prison-service', da: 'Kriminalforsorgen', en: 'Prison and Probation Service' },
  { code: 'team-sikker-by', da: 'Team Sikker By', en: 'Team Sikker By' },
  { code: 'infohus', da: 'Infohus København', en: 'Infohus Copenhagen' },
  { code: 'finance-administration', da: 'Økonomiforvaltningen', en: 'Finance Administration' },
  { code: 'social-services', da: 'Socialforvaltningen', en: 'Social Services Administration' },
  {
    ...{ code: 'children-and-youth', da: 'Børne- og Ungdomsforvaltningen' },
    en: 'Children and Youth Administration',
  },
  {
    ...{ code: 'employment-and-integration', da: 'Beskæftigelses- og Integrationsforvaltningen' },
    en: 'Employment and Integration Administration',
  },
  {
    ...{ code: 'culture-and-leisure', da: 'Kultur- og Fritidsforvaltningen' },
    en: 'Culture and Leisure Administration',
  },
  {
    ...{ code: 'technical-and-environmental', da: 'Teknik- og Miljøforvaltningen' },
    en: 'Technical and Environmental Administration',
  },
  {
    ...{ code: 'health-and-care', da: 'Sundheds- og Omsorgsforvaltningen' },
    en: 'Health and Care Administration',
  },
];

const forums: typeof organisations = [
  { code: 'local-committee', da: 'Lokaludvalget', en: 'The local committee' },
  { code: 'coordination-group', da: 'Koordinationsgruppen', en: 'The coordination group' },
  { code: 'infohus-meeting', da: 'Infohusets møde', en: 'The Infohus meeting' },
];

export const organisationSeeds: readonly Seed[] = [
  ...organisations.map(
    (item) => ({ ...item, kind: 'organisation', validFrom: firstYear }) as const,
  ),
  ...forums.map((item) => ({ ...item, kind: 'forum', validFrom: firstYear }) as const),
];
