import { idOf } from '@sikkerby/commands';

/** The id of the stream of somebody's erasure. */
export function erasureId(programme: string, subject: string): string {
  return idOf(['erasure', programme, subject]);
}

/** The id of the stream of a programme's retention rule. */
export function retentionId(programme: string): string {
  return idOf(['retention', programme]);
}
