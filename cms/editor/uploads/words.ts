/** What the editor itself says of files on their way; all else is in the gateway's sentences. */
export const uploadWords = {
  tooLarge: (megabytes: number) =>
    `このファイルは${megabytes}MBを超えているため送れませんので、小さくするか分けてから、選び直してください。`,
  declined: '記録を取り除かずに直すため、このファイルは添付していません。',
  failed: 'ファイルを送れませんでしたので、もう一度送るか、ファイルを選び直してください。',
} as const;
