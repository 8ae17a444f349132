/** What a file that is not taken as it is becomes, in the program that made it. */
export type OtherForm =
  | 'word'
  | 'ichitaro'
  | 'pages'
  | 'excel'
  | 'numbers'
  | 'powerpoint'
  | 'keynote'
  | 'phone-photograph'
  | 'picture'
  | 'archive';

const endings: Record<OtherForm, string> = {
  word: 'doc dot docm dotx dotm rtf odt ott wps wpd',
  ichitaro: 'jtd jtdc jtt jttc',
  pages: 'pages',
  excel: 'xls xlt xlsb xlsm xltx xltm ods ots et',
  numbers: 'numbers',
  powerpoint: 'ppt pps pot pptm potx potm ppsx ppsm odp otp dps',
  keynote: 'key',
  'phone-photograph': 'heic heif heics hif',
  picture: 'tif tiff bmp gif avif jxl jfif jp2 psd ai eps emf wmf',
  archive: '7z rar lzh tar gz tgz bz2 xz cab',
};

const formOfEnding: ReadonlyMap<string, OtherForm> = new Map(
  (Object.keys(endings) as OtherForm[]).flatMap((form) =>
    endings[form].split(' ').map((ending) => [`.${ending}`, form] as const),
  ),
);

/**
 * Old formats, those of other programs, and pictures that not every browser shows: whoever has one can save it anew.
 * @param ending of a file's name, as `.doc`, in letters of any case
 * @returns null for an ending that is taken as it is, or that nobody here knows
 */
export const otherForm = (ending: string): OtherForm | null =>
  formOfEnding.get(ending.toLowerCase()) ?? null;

/** How files of such forms begin, whatever their names say; letters of one byte each. */
export const otherHeads = {
  gif: /^GIF8/,
  // ISO/IEC 14496-12, 4.3: the brands of iPhones and of other cameras.
  heic: /^[\s\S]{4}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/,
  avif: /^[\s\S]{4}ftypavi[fs]/,
  tiff: /^(?:II\*\0|MM\0\*)/,
  // The mark is two letters, with which a text may begin as well: the four zeros behind the size tell them apart.
  bmp: /^BM[\s\S]{4}\0{4}/,
  rtf: /^\{\\rtf/,
} as const satisfies Record<string, RegExp>;

/** Whether bytes begin as a file of such a form does. */
export const isOtherForm = (bytes: Uint8Array): boolean => {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  return Object.values(otherHeads).some((mark) => mark.test(head));
};
