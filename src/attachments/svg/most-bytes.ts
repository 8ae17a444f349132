/** As much as a detailed map has; each character of a drawing is looked at several times, which takes up to 0.25 s. */
export const mostSvgBytes = 2_000_000;
