/** For the TypeScript compiler, which cannot read components; `astro check` looks inside them. */
declare module '*.astro' {
  const component: import('astro/runtime/server/index.js').AstroComponentFactory;
  export default component;
}
