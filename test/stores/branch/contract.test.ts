import { describe } from 'vitest';
import { storeContract } from '../contract.suite.ts';
import { eachWorld } from './world.ts';

const world = eachWorld();

storeContract('branch store, another machine', () => ({
  store: world().store(),
  elsewhere: () => world().store(),
  hasNoLabels: true,
}));

describe('one machine', () => {
  storeContract('branch store, another process of this machine', () => {
    const workDir = world().folder('shared');
    return {
      store: world().store({ workDir }),
      elsewhere: () => world().store({ workDir }),
      hasNoLabels: true,
    };
  });
});
