/** The same in Danish and English, for people. */
export class WordsAnswer {
  readonly da!: string;
  readonly en!: string;
}
