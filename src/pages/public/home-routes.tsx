import type { Parts } from '../parts.ts';
import type { Route } from '../route.ts';
import type { SendSamePage } from '../same-page.ts';
import { pageContext } from '../send-page.ts';
import { HomePage } from './home-page.tsx';
import { exampleReference } from './track-routes.tsx';

export const homeRoutes = (parts: Parts, sendSame: SendSamePage): readonly Route[] => [
  {
    method: 'GET',
    path: '/',
    access: 'public',
    handler: (request, reply) =>
      sendSame(request, reply, {
        address: '/',
        of: parts.catalogue.edition,
        hasForm: true,
        make: (csrfToken) => (
          <HomePage
            context={pageContext(parts, request)}
            csrfToken={csrfToken}
            services={parts.catalogue.services
              .map(({ service }) => service)
              .filter(({ channels }) => channels.has('web'))}
            exampleReference={exampleReference(parts)}
          />
        ),
      }),
  },
];
