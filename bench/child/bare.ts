/** Node doing nothing: when does its first line run? Nothing is imported, so that nothing else is measured. */
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
const at = String(process.hrtime.bigint());
process.stdout.write(
  `\n${JSON.stringify({ ms: 0, at, rssMb: maxRSS / 1024, cpuMs: (userCPUTime + systemCPUTime) / 1000 })}\n`,
);

export {};
