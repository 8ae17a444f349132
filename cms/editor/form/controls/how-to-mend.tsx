import { fileWords as words } from '../words.ts';

/** The way to what the help says of a problem. @param code of the check's catalogue */
export const HowToMend = ({ code }: { readonly code: string }) => (
  <a href={`/help/problems/#${code}`} target="_blank" rel="noreferrer">
    {words.howToMend}
  </a>
);
