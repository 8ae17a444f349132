/** A setting of LibreOffice: where it stands in its registry, and what it is. */
type Setting = readonly [path: string, name: string, value: string];

/**
 * What LibreOffice may not do while it prints a file that somebody contributed: run anything, follow a link to another
 * file, ask the network, or wait for a person (LibreOffice, officecfg/registry/schema).
 */
const settings: readonly Setting[] = [
  ['org.openoffice.Office.Common/Security/Scripting', 'DisableMacrosExecution', 'true'],
  ['org.openoffice.Office.Common/Security/Scripting', 'MacroSecurityLevel', '3'],
  ['org.openoffice.Office.Common/Security/Scripting', 'DisableActiveContent', 'true'],
  ['org.openoffice.Office.Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true'],
  ['org.openoffice.Office.Common/Security/Scripting', 'DisableOLEAutomation', 'true'],
  ['org.openoffice.Office.Writer/Content/Update', 'Link', '2'],
  ['org.openoffice.Office.Calc/Content/Update', 'Link', '1'],
  ['org.openoffice.Office.Common/Misc', 'FirstRun', 'false'],
  ['org.openoffice.Office.Common/Save/Document', 'AutoSave', 'false'],
  ['org.openoffice.Office.Recovery/RecoveryInfo', 'Enabled', 'false'],
];

/** The registry of a profile made for one printing, as LibreOffice reads it from `user/registrymodifications.xcu`. */
export const printProfile = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${settings
  .map(
    ([path, name, value]) =>
      `<item oor:path="/${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`,
  )
  .join('\n')}
</oor:items>
`;
