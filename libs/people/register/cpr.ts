import { isDay, type Day } from '@sikkerby/kernel';

/** A CPR number that can exist. */
export interface Cpr {
  /** Ten digits, without a dash. */
  readonly digits: string;
  readonly birthDate: Day;
  /** Numbers issued since 2007 need not: a warning, never a refusal. */
  readonly passesModulus11: boolean;
}

const weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/**
 * Reads DDMMYY-SSSS, with or without the dash; undefined when it is no such number or its day never
 * was. The seventh digit says the century (Indenrigsministeriet, "Personnummeret i CPR").
 */
export function readCpr(text: string): Cpr | undefined {
  const parts = /^(\d\d)(\d\d)(\d\d)-?((\d)\d{3})$/.exec(text);
  if (!parts) return undefined;
  const [, dd = '', mm = '', yy = '', serial = '', seventh = ''] = parts;
  const year = centuryOf(Number(seventh), Number(yy)) + Number(yy);
  const birthDate = `${String(year)}-${mm}-${dd}`;
  if (!isDay(birthDate)) return undefined;
  const digits = dd + mm + yy + serial;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return { digits, birthDate, passesModulus11: sum % 11 === 0 };
}

function centuryOf(seventh: number, year: number): number {
  if (seventh <= 3) return 1900;
  if (seventh === 4 || seventh === 9) return year <= 36 ? 2000 : 1900;
  return year <= 57 ? 2000 : 1800;
}
