import type { Story } from '../../programmes/story.js';

/** Somebody of the demonstration, who cannot be: nobody is called this. */
export interface DemoPerson {
  readonly name: string;
  readonly birthDate: string;
  readonly gender: string;
}

/** A unit's life in the golden year. */
export interface DemoStory extends Story {
  /** Others refer to it by this, as the survivor of a merge does: `{ survivor: name }`. */
  readonly name?: string;
  /** Who it is about, by what bodies call them; the same name is the same person in the programme. */
  readonly persons?: Readonly<Record<string, DemoPerson>>;
}
