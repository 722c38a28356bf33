import { defineTask } from 'longhaul';

const migrate = defineTask('migrate', ({ service }) => ({
  kind: 'migration',
  title: `Migrate ${service}`,
  external: true,
}));

/** Has each service migrated in a job of its own, and says which could not be. */
export async function process({ services = ['billing', 'search'] } = {}, ctx) {
  const migrated = [];
  const failed = [];
  await ctx.parallel.map(services, async (service) => {
    try {
      migrated.push(await ctx.task(migrate, { service }, { label: service }));
    } catch {
      failed.push(service);
    }
  });
  return { migrated, failed };
}
