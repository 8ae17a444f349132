/** A folder of somebody's disk or of a share: with a drive, a server, a user's home. */
const path =
  /(?:^|[\s"'(<>=[（「])(?:[a-z]:[\\/](?![\\/]?\s)[^\s]|\\\\[^\s\\]+\\|file:\/\/|\/(?:Users|home|Volumes|mnt|var\/folders|private\/var)\/[^\s/])/i;

const mailAddress = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;

/** Whether words hold a folder of somebody's disk or of a share. */
export const holdsPath = (words: string): boolean => path.test(words);

/** Whether words hold an address for mail. */
export const holdsMailAddress = (words: string): boolean => mailAddress.test(words);
