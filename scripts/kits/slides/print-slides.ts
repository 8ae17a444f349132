import type { Browser } from 'playwright-core';
import type { Provenance } from '../provenance.ts';
import { compactPdf } from './compact-pdf.ts';
import type { Deck } from './deck.ts';
import { settledPdf } from './settled-pdf.ts';
import { slidesHtml } from './write-html.ts';

/**
 * Prints a set of slides: tagged, with its title, an outline and its fonts.
 * @param browser a Chromium on a machine with Noto Sans CJK
 */
export const printSlides = async (
  browser: Browser,
  deck: Deck,
  provenance: Provenance,
): Promise<Uint8Array> => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  try {
    await page.setContent(slidesHtml(deck, provenance), { waitUntil: 'load' });
    const bytes = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
    });
    return compactPdf(settledPdf(bytes, provenance.moment));
  } finally {
    await page.close();
  }
};
