/** The same in Danish and English. */
export class BothLanguages {
  readonly da!: string;
  readonly en!: string;
}
