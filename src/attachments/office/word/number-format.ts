/**
 * The formats of numbers that Japanese documents use, each as the signs that it counts with (ECMA-376 part 1, 17.18.59,
 * ST_NumberFormat). Word itself writes digits where a sequence ends.
 */
const sequences: Readonly<Record<string, string>> = {
  aiueo:
    'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
  iroha:
    'イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス',
  decimalEnclosedCircle: `①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳${codes(0x3251, 15)}${codes(0x32b1, 15)}`,
  decimalEnclosedFullstop: codes(0x2488, 20),
  decimalEnclosedParen: codes(0x2474, 20),
  ideographEnclosedCircle: codes(0x3280, 10),
  ideographTraditional: '甲乙丙丁戊己庚辛壬癸',
  ideographZodiac: '子丑寅卯辰巳午未申酉戌亥',
};
/** The same signs under other names. */
const alike: Readonly<Record<string, string>> = {
  aiueoFullWidth: 'aiueo',
  irohaFullWidth: 'iroha',
  decimalEnclosedCircleChinese: 'decimalEnclosedCircle',
};

function codes(first: number, count: number): string {
  return Array.from({ length: count }, (_none, at) => String.fromCodePoint(first + at)).join('');
}

const kanjiDigits = '〇一二三四五六七八九';
const legalDigits = '〇壱弐参四五六七八九';

/**
 * A number as Word writes it in a format; plain digits in those that no Japanese document uses.
 * @param number a whole number; 0 and less is written in digits
 */
export const numberIn = (format: string, number: number): string => {
  const name = Object.hasOwn(alike, format) ? (alike[format] ?? format) : format;
  const signs = Object.hasOwn(sequences, name) ? sequences[name] : undefined;
  const sign = signs === undefined ? undefined : [...signs][number - 1];
  if (sign) return sign;
  if (number < 1 || number > 9999) return String(number);
  switch (name) {
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return wide(String(number));
    case 'decimalZero':
      return String(number).padStart(2, '0');
    case 'upperLetter':
      return letter(number);
    case 'lowerLetter':
      return letter(number).toLowerCase();
    case 'upperRoman':
      return roman(number);
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'chineseCounting':
      return number > 99 || name !== 'chineseCounting'
        ? String(number).replace(/\d/g, (digit) => kanjiDigits[Number(digit)] ?? '')
        : counted(number, kanjiDigits, '十百千', false);
    case 'japaneseLegal':
      return counted(number, legalDigits, '拾百千', true);
    case 'japaneseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
      return counted(number, kanjiDigits, '十百千', false);
    default:
      return String(number);
  }
};

const wide = (digits: string): string =>
  digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** After Z comes AA, then BB: Word repeats the letter. */
const letter = (number: number): string =>
  String.fromCharCode(65 + ((number - 1) % 26)).repeat(Math.min(8, Math.ceil(number / 26)));

const romans: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

const roman = (number: number): string => {
  let left = number;
  let written = '';
  for (const [value, signs] of romans) {
    while (left >= value) {
      written += signs;
      left -= value;
    }
  }
  return written;
};

/** 二十三, 百五. @param saysOne whether 壱拾 is written where others write 十 */
const counted = (number: number, digits: string, units: string, saysOne: boolean): string =>
  [...String(number)]
    .map((digit, at, all) => {
      const unit = [...units][all.length - at - 2] ?? '';
      if (digit === '0') return '';
      return digit === '1' && unit !== '' && !saysOne ? unit : `${digits[Number(digit)]}${unit}`;
    })
    .join('');
