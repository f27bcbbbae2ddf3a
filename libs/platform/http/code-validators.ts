import { ApiProperty } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, Matches, MaxLength } from 'class-validator';

/** One of the codes. */
export const IsCode = (codes: readonly (string | number)[]) =>
  applyDecorators(ApiProperty({ enum: codes }), IsIn(codes));

/** At least one of the codes; naming one twice says no more. */
export const AreCodes = (codes: readonly string[]) =>
  applyDecorators(
    ApiProperty({ enum: codes, isArray: true }),
    IsArray(),
    ArrayNotEmpty(),
    ArrayMaxSize(codes.length),
    IsIn(codes, { each: true }),
  );

const codeName = /^[a-z0-9]+([.-][a-z0-9]+)*$/;

/** The code name of a team, an organisation or a user; too strict for a citizen's name to slip in. */
export const IsCodeName = () =>
  applyDecorators(ApiProperty({ type: String }), Matches(codeName), MaxLength(60));

/** At least one such code name. */
export const AreCodeNames = (atMost: number) =>
  applyDecorators(
    ApiProperty({ type: String, isArray: true }),
    IsArray(),
    ArrayNotEmpty(),
    ArrayMaxSize(atMost),
    Matches(codeName, { each: true }),
    MaxLength(60, { each: true }),
  );

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A UUID in lower case. */
export const IsId = () =>
  applyDecorators(
    ApiProperty({ type: String, format: 'uuid' }),
    Matches(uuid, { message: '$property must be a UUID in lower case' }),
  );

/** Several such UUIDs. */
export const AreIds = (atMost: number) =>
  applyDecorators(
    ApiProperty({ type: String, format: 'uuid', isArray: true }),
    IsArray(),
    ArrayMaxSize(atMost),
    Matches(uuid, { each: true, message: '$property must be UUIDs in lower case' }),
  );
