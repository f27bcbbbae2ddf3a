import { districtSeeds } from './district-seeds.js';
import { organisationSeeds } from './organisations.js';
import { placeSeeds } from './places.js';
import type { Seed } from './seed.js';

/** What there is to refer to from the beginning; parents come before what lies in them. */
export const seeds: readonly Seed[] = [...districtSeeds, ...placeSeeds, ...organisationSeeds];
