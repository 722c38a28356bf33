import { storeContract } from '../contract.suite.ts';
import { eachWorld } from './world.ts';

const world = eachWorld();

// Second class (A2): what the suite asks of two drivers at once holds here because the stand-in's lists are current.
storeContract('artifact store, another job', () => ({
  store: world().store(),
  elsewhere: () => world().store(),
}));
