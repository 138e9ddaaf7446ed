import type { Parts } from '../parts.ts';
import type { Route } from '../route.ts';
import { pageContext, sendPage } from '../send-page.ts';
import { HomePage } from './home-page.tsx';
import { exampleReference } from './track-routes.tsx';

export const homeRoutes = (parts: Parts): readonly Route[] => [
  {
    method: 'GET',
    path: '/',
    access: 'public',
    handler: (request, reply) =>
      sendPage(
        reply,
        <HomePage
          context={pageContext(parts, request)}
          csrfToken={reply.generateCsrf()}
          services={parts.catalogue.services.map(({ service }) => service)}
          exampleReference={exampleReference(parts)}
        />,
      ),
  },
];
