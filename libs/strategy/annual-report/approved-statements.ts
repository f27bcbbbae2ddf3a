/** A statement of figures, as the annual report names it. */
export interface Statement {
  readonly id: string;
  readonly year: number;
  /** `approved` where a report may be made of it. */
  readonly status: string;
  /** Of its canonical bytes. */
  readonly sha256: string;
}

/** Where approved statements are found: its own injection token, for statistics to provide. */
export abstract class ApprovedStatements {
  abstract find(id: string): Promise<Statement | undefined>;
}

/** Until something provides them: there is none, so that no figures can be frozen. */
export class NoStatements extends ApprovedStatements {
  find(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}
