import type { Routes } from '../routes.ts';
import { actionsRoutes } from './actions.ts';
import { artifactRoutes } from './artifacts.ts';
import { checkRoutes } from './checks.ts';
import { gitDataRoutes } from './git-data.ts';
import { issueRoutes } from './issues.ts';
import { peopleRoutes } from './people.ts';
import { pullRoutes } from './pulls.ts';
import { repositoryRoutes } from './repository.ts';

export const restRoutes: Routes = {
  ...actionsRoutes,
  ...artifactRoutes,
  ...checkRoutes,
  ...gitDataRoutes,
  ...issueRoutes,
  ...peopleRoutes,
  ...pullRoutes,
  ...repositoryRoutes,
};
