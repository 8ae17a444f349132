import type { ReactNode } from 'react';
import { wayInAddress } from '../../wire/session.ts';

/** How large the window is in which somebody signs in beside their text, in CSS pixels. */
const size = 'popup,width=560,height=720';

/**
 * Leads to the provider in a small window, and where the browser opens none, in a tab: what stands in this page stays.
 * @param onGo hears that somebody has gone there
 */
export const SignInLink = ({
  children,
  onGo,
}: {
  readonly children: ReactNode;
  readonly onGo: () => void;
}) => (
  <a
    className="portal-button portal-main portal-wide"
    href={wayInAddress(null)}
    target="_blank"
    rel="noreferrer"
    onClick={(event) => {
      onGo();
      if (window.open(wayInAddress(null), 'portal-sign-in', size)) event.preventDefault();
    }}
  >
    {children}
  </a>
);
