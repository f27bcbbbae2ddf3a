import { SetMetadata } from '@nestjs/common';

const key = 'sikkerby:creates';

/** The route brings a unit into being, so there is no revision to match. */
export const Creates = () => SetMetadata(key, true);

export function creates(handler: object): boolean {
  return Reflect.getMetadata(key, handler) === true;
}
