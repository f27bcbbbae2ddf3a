/** The same in Danish and English, for people. */
export interface Words {
  readonly da: string;
  readonly en: string;
}
