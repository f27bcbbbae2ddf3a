import type { Programme } from '@sikkerby/case-kit/edge';

/** The events of each programme, with any of which a period may begin. */
export class AnchorEvents {
  private readonly types: ReadonlyMap<string, readonly string[]>;

  constructor(programmes: readonly Programme[]) {
    this.types = new Map(
      programmes.map(({ name, deciders }) => [
        name,
        deciders.flatMap(({ evolve }) => Object.keys(evolve)),
      ]),
    );
  }

  of(programme: string): readonly string[] {
    return this.types.get(programme) ?? [];
  }
}
