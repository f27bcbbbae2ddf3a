export { documentFormats, type DocumentFormat } from './annual-report/document/document-formats.js';
export { languages, type Language } from './annual-report/document/language.js';
export { ReportDocuments } from './annual-report/document/report-documents.js';
export { takeInPrintedFigures } from './goals/take-in-printed-figures.js';
export { readers as reportReaders } from './roles.js';
export { strategy, strategyUnits } from './strategy.js';
