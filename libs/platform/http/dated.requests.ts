import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, ValidateBy } from 'class-validator';
import { dayInCopenhagen, isDay, type Day } from '@sikkerby/kernel';

const instant = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** A request about something that happened on a day. */
export class Dated {
  /**
   * The day it happened, which decides the year it counts in: a calendar day in Copenhagen, or an
   * instant with its offset, whose day in Copenhagen it then is (rule R1). Today when left out.
   */
  @ApiProperty({ type: String, required: false, example: '2017-03-01' })
  @Transform(({ value }: { value: unknown }) => dayOf(value))
  @IsOptional()
  @ValidateBy({
    name: 'isDayOrInstant',
    validator: {
      validate: isDay,
      defaultMessage: () =>
        'occurredOn must be a calendar day of the form YYYY-MM-DD, or an instant with its offset',
    },
  })
  readonly occurredOn?: Day;
}

/** Only what names an instant that exists is turned into a day: the rest is left to be refused. */
function dayOf(value: unknown): unknown {
  if (typeof value !== 'string' || !isDay(instant.exec(value)?.[1])) return value;
  const moment = new Date(value);
  return Number.isNaN(moment.getTime()) ? value : dayInCopenhagen(moment);
}
