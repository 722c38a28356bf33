import '@a5c-ai/babysitter-sdk';
export async function process(_inputs, ctx) {
  await ctx.task('load', {});
}
