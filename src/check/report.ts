import type { Problem } from './problem.ts';

/** Where the help for each code is, below the portal's address. */
const helpAddress = '/help/problems/#';

/**
 * The problems as a person reads them in a terminal: one line each, an empty line between files, the count last.
 * @param problems sorted by file
 */
export const textReport = (problems: readonly Problem[]): string => {
  if (problems.length === 0) return '問題はありません。\n';
  const files = [...Map.groupBy(problems, ({ path }) => path).values()];
  const lists = files.map((ofFile) => ofFile.map(reportLine).join('\n'));
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const counts = [
    ...(errors > 0 ? [`誤り ${errors}件`] : []),
    ...(warnings > 0 ? [`注意 ${warnings}件`] : []),
  ];
  return `${lists.join('\n\n')}\n
${files.length}個のファイルに、${counts.join('、')}があります。
詳しい直し方は、ポータルの ${helpAddress}コード にあります（例：${helpAddress}${problems[0]?.code}）。
`;
};

/** The problems as JSON for other programs: `[{code,severity,path,line,message}]`. */
export const jsonReport = (problems: readonly Problem[]): string =>
  `${JSON.stringify(
    problems.map(({ code, severity, path, line, message }) => ({
      code,
      severity,
      path,
      line,
      message,
    })),
    null,
    2,
  )}\n`;

const reportLine = ({ code, line, message, path, severity }: Problem): string =>
  `${path}:${line}  [${code}] ${severity === 'warning' ? '（注意）' : ''}${message}`;
