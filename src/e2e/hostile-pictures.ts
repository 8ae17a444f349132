/**
 * Pictures that would act where a browser takes them for a document: each asks an address for something, or goes there.
 * @param origin where it can be seen that one has acted
 */
export const hostilePictures = (origin: string): Record<string, string> => {
  const picture = (inside: string, attributes = '') =>
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:h="http://www.w3.org/1999/xhtml" xmlns:xlink="http://www.w3.org/1999/xlink" width="200" height="200" ${attributes}>${inside}<rect width="9" height="9"/></svg>`;
  const html = (inside: string) =>
    `<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml">${inside}</body></foreignObject>`;
  const go = (name: string) => `location.href='${origin}/${name}'`;
  return {
    script: picture(`<script>${go('script')}</script>`),
    'script of html': picture(`<h:script>${go('h-script')}</h:script>`),
    'script elsewhere': picture(`<script href="${origin}/elsewhere.js"/>`),
    handler: picture('', `onload="${go('onload')}"`),
    refresh: picture(`<h:meta http-equiv="refresh" content="0;url=${origin}/refresh"/>`),
    srcset: picture(`<h:img srcset="${origin}/srcset.png 1x"/>`),
    preload: picture(`<h:link rel="preload" as="image" imagesrcset="${origin}/preload.png 1x"/>`),
    style: picture(`<h:link rel="stylesheet" href="${origin}/style.css"/>`),
    'image-set': picture(
      `<style>svg{background-image:image-set("${origin}/image-set.png" 1x)}</style>`,
    ),
    import: picture(`<style>@import "${origin}/import.css";</style>`),
    base: picture('<image href="base.png" width="9" height="9"/>', `xml:base="${origin}/"`),
    image: picture(`<image xlink:href="${origin}/image.png" width="9" height="9"/>`),
    filter: picture(
      `<filter id="f"><feImage href="${origin}/filter.png"/></filter><rect width="9" height="9" filter="url(#f)"/>`,
    ),
    frame: picture(html(`<iframe src="${origin}/frame"></iframe>`)),
    object: picture(html(`<object data="${origin}/object"></object>`)),
    'form that sends itself': picture(
      `${html(`<form id="f" action="${origin}/form"></form>`)}<script>document.getElementById('f').submit()</script>`,
    ),
    animation: picture(
      `<image width="9" height="9"><set attributeName="href" to="${origin}/animation.png"/></image>`,
    ),
  };
};
