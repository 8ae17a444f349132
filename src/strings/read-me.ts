/** The name of the sheet that lies in whatever a reader takes home: bundles, the folder edition, the list. */
export const readMeName = 'はじめにお読みください.txt';
