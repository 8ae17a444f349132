import type { Section } from './section.ts';

/** The report as it is printed: each question with how many answers it has, and the answers. */
export const reportText = (sections: readonly Section[]): string => {
  const count = sections.reduce((sum, { lines }) => sum + lines.length, 0);
  return [
    ...sections.map(({ title, lines }) =>
      [`${title}：${lines.length}件`, ...lines.map((line) => `  ${line}`)].join('\n'),
    ),
    count === 0
      ? 'どれも、決めたときのままです。'
      : `合わせて${count}件あります。機関の訂正によるものは、そのままで構いません。`,
    '',
  ].join('\n');
};
