/** Words of the button that takes an entry into a comparison; apart, since every list carries them. */
export const compareButtonWords = {
  button: '比べる',
  titled: (title: string) => `「${title}」を比べる`,
} as const;
