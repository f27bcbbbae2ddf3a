import 'reflect-metadata';
import { rerunPins } from './pins.js';

// A program, so that it can run under another time zone and locale than the tests.
console.log(JSON.stringify(await rerunPins()));
