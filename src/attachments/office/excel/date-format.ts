import type { FormatSection, FormatToken } from './format-section.ts';

/** Whether a format shows dates or times. */
export const isDateFormat = ({ tokens }: FormatSection): boolean =>
  tokens.some(({ kind }) => kind === 'date' || kind === 'elapsed' || kind === 'noon');

const day = 86_400;

/**
 * The date or the time that a number stands for, as Excel shows it in a format.
 * @returns null where the number stands for none
 */
export const dateText = (
  value: number,
  section: FormatSection,
  date1904: boolean,
): string | null => {
  // The last day that Excel knows is 31 December 9999.
  if (value < 0 || value >= 2_958_466) return null;
  const showsParts = section.tokens.some(({ text, kind }) => kind === 'date' && text.includes('.'));
  const seconds = showsParts ? value * day : Math.round(value * day);
  const moment = momentOf(seconds, date1904);
  const twelve = section.tokens.some(({ kind }) => kind === 'noon');
  return section.tokens
    .map((token, at) => {
      if (token.kind === 'literal') return token.text;
      if (token.kind === 'elapsed') return elapsed(seconds, token.text);
      if (token.kind === 'noon') return noon(moment.hour, token.text, section.isJapanese);
      if (token.kind !== 'date') return signs[token.kind] ?? '';
      const text = isMinute(section.tokens, at) ? token.text.replaceAll('m', 'n') : token.text;
      return partOf(moment, text, twelve);
    })
    .join('')
    .trim();
};

const signs: Partial<Record<FormatToken['kind'], string>> = {
  point: '.',
  comma: ',',
  fraction: '/',
  percent: '%',
};

type Moment = {
  year: number;
  month: number;
  date: number;
  weekday: number;
  hour: number;
  minute: number;
  second: number;
};

const momentOf = (seconds: number, date1904: boolean): Moment => {
  const days = Math.floor(seconds / day);
  // Excel counts a 29 February 1900 that never was, so that days before it lie one later.
  const first = date1904
    ? Date.UTC(1904, 0, 1)
    : days < 60
      ? Date.UTC(1899, 11, 31)
      : Date.UTC(1899, 11, 30);
  const date = new Date(first + days * day * 1000);
  const time = seconds - days * day;
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    date: date.getUTCDate(),
    weekday: date.getUTCDay(),
    hour: Math.floor(time / 3600),
    minute: Math.floor((time % 3600) / 60),
    second: time % 60,
  };
};

/** The letter of months is that of minutes too, after hours and before seconds. */
const isMinute = (tokens: readonly FormatToken[], at: number): boolean => {
  if (!/^mm?$/.test(tokens[at]?.text ?? '')) return false;
  const isTime = ({ kind }: FormatToken) => kind === 'date' || kind === 'elapsed';
  const before = tokens.slice(0, at).findLast(isTime);
  const after = tokens.slice(at + 1).find(isTime);
  return before?.text.startsWith('h') === true || after?.text.startsWith('s') === true;
};

const elapsed = (seconds: number, letters: string): string => {
  const units = letters.startsWith('h') ? 3600 : letters.startsWith('m') ? 60 : 1;
  return String(Math.floor(seconds / units)).padStart(letters.length, '0');
};

const noon = (hour: number, sign: string, isJapanese: boolean): string => {
  if (isJapanese && sign.length > 3) return hour < 12 ? '午前' : '午後';
  const [before = '', after = ''] = sign.split('/');
  return hour < 12 ? before : after;
};

const weekdays = '日月火水木金土';
const englishWeekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const englishMonths =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

const partOf = (moment: Moment, letters: string, twelve: boolean): string => {
  const padded = (number: number, width = letters.length > 1 ? 2 : 1) =>
    String(number).padStart(width, '0');
  const { year, month, date, weekday, hour, minute, second } = moment;
  const written = englishMonths[month - 1] ?? '';
  switch (letters[0]) {
    case 'y':
      return letters.length > 2 ? padded(year, 4) : padded(year % 100, 2);
    case 'm':
      if (letters.length <= 2) return padded(month);
      if (letters.length === 5) return written.slice(0, 1);
      return letters.length === 3 ? written.slice(0, 3) : written;
    case 'd':
      if (letters.length <= 2) return padded(date);
      return (englishWeekdays[weekday] ?? '').slice(0, letters.length === 3 ? 3 : undefined);
    case 'a':
      return `${weekdays[weekday]}${letters.length > 3 ? '曜日' : ''}`;
    case 'h':
      return padded(twelve ? hour % 12 || 12 : hour);
    case 'n':
      return padded(minute);
    case 's': {
      const decimals = letters.split('.')[1]?.length ?? 0;
      const width = letters.startsWith('ss') ? 2 : 1;
      return second.toFixed(decimals).padStart(width + (decimals ? decimals + 1 : 0), '0');
    }
    case 'g':
      return eraOf(moment).names[Math.min(letters.length, 3) - 1] ?? '';
    case 'e':
      return padded(year - eraOf(moment).firstYear + 1);
    case 'r':
      return `${eraOf(moment).names[2]}${padded(year - eraOf(moment).firstYear + 1)}`;
    case 'b':
      return padded(year + 543, 4);
    default:
      return '';
  }
};

type Era = { from: string; firstYear: number; names: readonly [string, string, string] };
const eras: readonly [Era, ...Era[]] = [
  { from: '2019-05-01', firstYear: 2019, names: ['R', '令', '令和'] },
  { from: '1989-01-08', firstYear: 1989, names: ['H', '平', '平成'] },
  { from: '1926-12-25', firstYear: 1926, names: ['S', '昭', '昭和'] },
  { from: '1912-07-30', firstYear: 1912, names: ['T', '大', '大正'] },
  { from: '', firstYear: 1868, names: ['M', '明', '明治'] },
];

const eraOf = ({ year, month, date }: Moment): Era => {
  const at = [
    String(year).padStart(4, '0'),
    ...[month, date].map((part) => String(part).padStart(2, '0')),
  ];
  return eras.find(({ from }) => from <= at.join('-')) ?? eras[0];
};
