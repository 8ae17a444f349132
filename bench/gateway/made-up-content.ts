/** The registry's entry of a made-up university. */
export const institutionText = (name: string) => `name: ${name}
kind: national
prefecture: 東京都
website: https://example.jp/
published: 2026-04-01
updated: 2026-04-01
`;

/** A sound front matter of a made-up entry, with more lines in it. */
export const headOf = (
  { title, summary, institution }: { title: string; summary: string; institution: string },
  more = '',
): string => `---
title: ${title}
summary: ${summary}
institution: ${institution}
themes: [technology-leakage]
subthemes: [trade-secrets]
reviewBasis: event
origin: contributed
published: 2026-04-01
updated: 2026-04-01
${more}
---
`;
