import type { Words } from '@sikkerby/statistics';

/** What a document is written in. */
export type Language = keyof Words;
export const languages = ['da', 'en'] as const satisfies readonly Language[];

const months = {
  da: 'januar februar marts april maj juni juli august september oktober november december',
  en: 'January February March April May June July August September October November December',
} as const satisfies Words;

/** A number as it is read: `1154` is `1.154` in Danish and `1,154` in English, `8.5` is `8,5`. */
export function numberIn(language: Language, value: number | string): string {
  const [whole = '', decimals] = String(value).split('.');
  const [group, point] = language === 'da' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  return decimals === undefined ? grouped : `${grouped}${point}${decimals}`;
}

/** A calendar day as it is read: `1. april 2019`, `1 April 2019`. */
export function dayIn(language: Language, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const name = months[language].split(' ')[Number(month) - 1] ?? '';
  return `${String(Number(date))}${language === 'da' ? '.' : ''} ${name} ${year}`;
}

/** `about` is never told as exact (R15). */
export function aboutIn(language: Language, text: string): string {
  return `${language === 'da' ? 'ca.' : 'about'}\u00a0${text}`;
}
