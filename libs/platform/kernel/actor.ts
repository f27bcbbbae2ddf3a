/** Who acted, as it was at the time. `user` is an account name at work, never a citizen. */
export interface Actor {
  readonly user: string;
  readonly role: string;
  readonly organisation: string;
}
