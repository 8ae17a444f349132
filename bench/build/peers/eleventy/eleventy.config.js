import footnotes from 'markdown-it-footnote';

/** Eleventy with one layout; the texts hold no templates, so that none are looked for. */
export default function configure(eleventy) {
  eleventy.amendLibrary('md', (markdown) => markdown.use(footnotes));
  eleventy.addGlobalData('layout', 'page.njk');
  return {
    dir: { input: 'content', includes: '../includes', output: 'dist' },
    markdownTemplateEngine: false,
  };
}
