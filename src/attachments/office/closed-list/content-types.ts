/** Types of parts that Office, LibreOffice, Google, WPS and the usual libraries give (ECMA-376 part 1, section 15). */
const office =
  /^(?:invalid-)?application\/(?:vnd\.openxmlformats-(?:officedocument|package)\.|vnd\.ms-(?:word|excel|powerpoint|office|package)\b|vnd\.wps-officedocument\.)/i;
const plain =
  /^(?:application\/(?:xml|inkml\+xml|octet-stream|binary|x-fontdata|x-font-ttf|msword|pdf|movie)|text\/(?:xml|plain))$/i;
const seen = /^(?:image|audio|video|font)\//i;

/**
 * Whether a part has a type that some program of an office gives. One that has none is told by the relationship alone.
 * @param type as the package gives it
 */
export const isKnownContentType = (type: string): boolean => {
  const bare = type.split(';', 1)[0]?.trim() ?? '';
  return bare === '' || office.test(bare) || plain.test(bare) || seen.test(bare);
};
