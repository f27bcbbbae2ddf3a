/** What a report is written as, and its media type. */
export const documentFormats = {
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
} as const;
export type DocumentFormat = keyof typeof documentFormats;
