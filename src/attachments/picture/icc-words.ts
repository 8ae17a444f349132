/**
 * Words of which the names and notices of usual colour profiles are made: those of standards (sRGB, FOGRA, Japan Color),
 * systems and programs. A display's own name, and whatever else somebody wrote, is not among them.
 */
export const profileWords: ReadonlySet<string> = new Set(
  `rgb srgb urgb argb gray grey sgry sgray grayscale gamma generic profile display color colour lcd cmyk lab xyz
  adobe apple inc computer systems system incorporated copyright all rights reserved google skia hewlett packard company public
  domain international consortium use freely none built black scaled nobpc bpc iec icc http https www org com default
  space reference viewing condition coated uncoated fogra iso dot gain web sheetfed swop gracol japan standard newspaper
  isonewspaper isocoated pso lwc paper type ink acrobat reader gimp lcms littlecms little cms generated internal with trc
  linear prophoto romm wide gamut eci ecirgb match colormatch equivalent the this that and for not without from are
  adhoc created graeme gill released into warranty your own risk eastman kodak microsoft corporation facebook artifex
  software canon nikon sony fujifilm ricoh panasonic olympus epson fuji photo film heidelberger druckmaschinen alle rechte
  vorbehalten toolbox print printing offset dci ntsc pal smpte itu rec bt hdr pq hlg camera photoshop elle stone
  ellestone creative commons attribution license license licensed under version perceptual relative saturation intent
  photogamut icchdat logo steinfurt compact saucecontrol clayrgb dcip trademark ltd gmbh`
    .split(/\s+/)
    .filter(Boolean),
);
