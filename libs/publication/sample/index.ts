export { releaseSample, type Refused, type Released, type SampleRow } from './release-sample.js';
export type { Design, Quasi, Row } from './design.js';
