import type { Parts } from '../parts.ts';
import type { Route } from '../route.ts';
import { createSamePages } from '../same-page.ts';
import { aboutRoutes } from './about-routes.tsx';
import { againRoutes } from './again-routes.ts';
import { consentRoutes } from './consent-routes.tsx';
import { actionRoutes } from './action-routes.tsx';
import { checkRoutes } from './check-routes.tsx';
import { documentRoutes } from './document-routes.ts';
import { formRoutes } from './form-routes.ts';
import { laterRoutes } from './later-routes.tsx';
import { homeRoutes } from './home-routes.tsx';
import { publicRecordRoutes } from './record-routes.tsx';
import { requestsRoutes } from './requests-routes.tsx';
import { serviceRoutes } from './service-routes.tsx';
import { trackRoutes } from './track-routes.tsx';

/** The addresses for people who ask something of the state: no account, complete without a script. */
export const publicRoutes = (parts: Parts): readonly Route[] => {
  const sendSame = createSamePages();
  return [
    ...homeRoutes(parts, sendSame),
    ...serviceRoutes(parts, sendSame),
    ...formRoutes(parts, sendSame),
    ...laterRoutes(parts),
    ...checkRoutes(parts),
    ...trackRoutes(parts),
    ...requestsRoutes(parts),
    ...publicRecordRoutes(parts),
    ...actionRoutes(parts),
    ...againRoutes(parts),
    ...consentRoutes(parts),
    ...documentRoutes(parts),
    ...aboutRoutes(parts, sendSame),
  ];
};
